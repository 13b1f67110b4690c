//! Who may call: a scheme of every kind, alone and combined, as generated code has it.

use specwright_runtime::Context;
use specwright_runtime::security::{
    ApiKey, BasicCredentials, BearerToken, Challenge, Denied, HttpCredentials, PeerCertificate, Proof,
    Requirement, Scheme, Scopes,
};

pub(crate) trait Authenticate: Sized + Send + Sync + 'static {
    type HttpBearer: Send;
    type OpenId: Send;
    type HttpBasic: Send;
    type Digest: Send;
    type HeaderKey: Send;
    type QueryKey: Send;
    type CookieKey: Send;
    type MutualTls: Send;

    fn http_bearer(
        &self,
        context: &Context,
        token: BearerToken,
        scopes: Scopes,
    ) -> impl Future<Output = Result<Self::HttpBearer, Denied>> + Send;

    fn open_id(
        &self,
        context: &Context,
        token: BearerToken,
        scopes: Scopes,
    ) -> impl Future<Output = Result<Self::OpenId, Denied>> + Send;

    fn http_basic(
        &self,
        context: &Context,
        credentials: BasicCredentials,
    ) -> impl Future<Output = Result<Self::HttpBasic, Denied>> + Send;

    fn digest(
        &self,
        context: &Context,
        credentials: HttpCredentials,
    ) -> impl Future<Output = Result<Self::Digest, Denied>> + Send;

    fn header_key(
        &self,
        context: &Context,
        key: ApiKey,
    ) -> impl Future<Output = Result<Self::HeaderKey, Denied>> + Send;

    fn query_key(
        &self,
        context: &Context,
        key: ApiKey,
    ) -> impl Future<Output = Result<Self::QueryKey, Denied>> + Send;

    fn cookie_key(
        &self,
        context: &Context,
        key: ApiKey,
    ) -> impl Future<Output = Result<Self::CookieKey, Denied>> + Send;

    fn mutual_tls(
        &self,
        context: &Context,
        certificate: PeerCertificate,
    ) -> impl Future<Output = Result<Self::MutualTls, Denied>> + Send;

    fn challenge(&self, _context: &Context, challenge: Challenge) -> Challenge {
        challenge
    }
}

const HTTP_BEARER: Scheme = Scheme::bearer("HttpBearer");
const OPEN_ID: Scheme = Scheme::bearer("OpenId");
const HTTP_BASIC: Scheme = Scheme::basic("HttpBasic", "The \"Vault\"");
const DIGEST: Scheme = Scheme::http("Digest", "Digest");
const HEADER_KEY: Scheme = Scheme::api_key("HeaderKey");
const QUERY_KEY: Scheme = Scheme::api_key("QueryKey");
const COOKIE_KEY: Scheme = Scheme::api_key("CookieKey");
const MUTUAL_TLS: Scheme = Scheme::mutual_tls("MutualTls");

/// What a scheme alone requires.
macro_rules! one {
    ($name:ident, $scheme:ident, $method:ident $(, $scopes:ident)?; $context:ident => $read:expr) => {
        pub(crate) enum $name {}

        impl<A: Authenticate> Requirement<A> for $name {
            type Caller = A::$name;
            type Scopes = one!(@type $($scopes)?);

            const SCHEMES: &'static [Scheme] = &[$scheme];

            async fn prove(
                proof: &mut Proof,
                api: &A,
                $context: &Context,
                one!(@pattern $($scopes)?): one!(@type $($scopes)?),
            ) -> Option<A::$name> {
                proof.alternative();
                let credential = proof.read(&$scheme, $read);
                proof.verify(credential, |credential| A::$method(api, $context, credential $(, $scopes)?)).await
            }

            fn challenge(api: &A, context: &Context, challenge: Challenge) -> Challenge {
                api.challenge(context, challenge)
            }
        }
    };
    (@type $scopes:ident) => { Scopes };
    (@type) => { () };
    (@pattern $scopes:ident) => { $scopes };
    (@pattern) => { _ };
}

one!(HttpBearer, HTTP_BEARER, http_bearer, scopes; context => BearerToken::read(context));
one!(OpenId, OPEN_ID, open_id, scopes; context => BearerToken::read(context));
one!(HttpBasic, HTTP_BASIC, http_basic; context => BasicCredentials::read(context));
one!(Digest, DIGEST, digest; context => HttpCredentials::read(context, "Digest"));
one!(HeaderKey, HEADER_KEY, header_key; context => ApiKey::in_header(context, "X-Key"));
one!(QueryKey, QUERY_KEY, query_key; context => ApiKey::in_query(context, "key"));
one!(CookieKey, COOKIE_KEY, cookie_key; context => ApiKey::in_cookie(context, "key"));
one!(MutualTls, MUTUAL_TLS, mutual_tls; context => PeerCertificate::read(context));

/// A caller accepted by one of the alternatives, which are tried in this order.
pub(crate) enum HttpBearerOrHttpBasic<A: Authenticate> {
    HttpBearer(A::HttpBearer),
    HttpBasic(A::HttpBasic),
}

impl<A: Authenticate> Requirement<A> for HttpBearerOrHttpBasic<A> {
    type Caller = Self;
    type Scopes = Scopes;

    const SCHEMES: &'static [Scheme] = &[HTTP_BEARER, HTTP_BASIC];

    async fn prove(
        proof: &mut Proof,
        api: &A,
        context: &Context,
        http_bearer_scopes: Scopes,
    ) -> Option<Self> {
        if let Some(caller) =
            HttpBearer::prove(proof, api, context, http_bearer_scopes).await.map(Self::HttpBearer)
        {
            return Some(caller);
        }
        HttpBasic::prove(proof, api, context, ()).await.map(Self::HttpBasic)
    }

    fn challenge(api: &A, context: &Context, challenge: Challenge) -> Challenge {
        api.challenge(context, challenge)
    }
}

/// A caller accepted by one of two schemes that read the same token.
pub(crate) enum OpenIdOrHttpBearer<A: Authenticate> {
    OpenId(A::OpenId),
    HttpBearer(A::HttpBearer),
}

impl<A: Authenticate> Requirement<A> for OpenIdOrHttpBearer<A> {
    type Caller = Self;
    type Scopes = [Scopes; 2];

    const SCHEMES: &'static [Scheme] = &[OPEN_ID, HTTP_BEARER];

    async fn prove(
        proof: &mut Proof,
        api: &A,
        context: &Context,
        [open_id_scopes, http_bearer_scopes]: [Scopes; 2],
    ) -> Option<Self> {
        if let Some(caller) = OpenId::prove(proof, api, context, open_id_scopes).await.map(Self::OpenId) {
            return Some(caller);
        }
        HttpBearer::prove(proof, api, context, http_bearer_scopes).await.map(Self::HttpBearer)
    }

    fn challenge(api: &A, context: &Context, challenge: Challenge) -> Challenge {
        api.challenge(context, challenge)
    }
}

/// A caller accepted by `HttpBearer` and `HeaderKey`.
pub(crate) struct HttpBearerAndHeaderKey<A: Authenticate> {
    pub(crate) http_bearer: A::HttpBearer,
    pub(crate) header_key: A::HeaderKey,
}

impl<A: Authenticate> Requirement<A> for HttpBearerAndHeaderKey<A> {
    type Caller = Self;
    type Scopes = Scopes;

    const SCHEMES: &'static [Scheme] = &[HTTP_BEARER, HEADER_KEY];

    async fn prove(
        proof: &mut Proof,
        api: &A,
        context: &Context,
        http_bearer_scopes: Scopes,
    ) -> Option<Self> {
        proof.alternative();
        let http_bearer = proof.read(&HTTP_BEARER, BearerToken::read(context));
        let header_key = proof.read(&HEADER_KEY, ApiKey::in_header(context, "X-Key"));
        let http_bearer =
            proof.verify(http_bearer, |token| A::http_bearer(api, context, token, http_bearer_scopes)).await;
        let header_key = proof.verify(header_key, |key| A::header_key(api, context, key)).await;
        Some(Self { http_bearer: http_bearer?, header_key: header_key? })
    }

    fn challenge(api: &A, context: &Context, challenge: Challenge) -> Challenge {
        api.challenge(context, challenge)
    }
}
