//! Who may call: whoever shows a credential. A handler is told which scheme it was of, and what it said.

use std::hash::{BuildHasher as _, RandomState};

use specwright_runtime::Context;
use specwright_runtime::security::{
    ApiKey, BasicCredentials, BearerToken, Challenge, Denied, HttpCredentials, Scopes,
};

use crate::credential::Credential as _;
use crate::generated::{Authenticate, Caller};

/// Locks that every key opens.
pub(crate) struct Locks;

/// A line for each scheme: `verifier(credential, scopes?) -> caller = "its name in the document"`.
macro_rules! verifiers {
    ($($verifier:ident($Credential:ty $(, $Scopes:ty)?) -> $Caller:ident = $scheme:literal;)*) => { $(
        type $Caller = Caller;

        async fn $verifier(
            &self,
            _: &Context,
            credential: $Credential,
            $(_: $Scopes,)?
        ) -> Result<Caller, Denied> {
            Ok(Caller { scheme: $scheme.to_owned(), value: credential.told() })
        }
    )* };
}

impl Authenticate for Locks {
    verifiers! {
        api_key_header(ApiKey) -> ApiKeyHeader = "APIKeyHeader";
        api_key_header_described(ApiKey) -> ApiKeyHeaderDescribed = "APIKeyHeaderDescribed";
        api_key_query(ApiKey) -> ApiKeyQuery = "APIKeyQuery";
        api_key_query_described(ApiKey) -> ApiKeyQueryDescribed = "APIKeyQueryDescribed";
        api_key_cookie(ApiKey) -> ApiKeyCookie = "APIKeyCookie";
        api_key_cookie_described(ApiKey) -> ApiKeyCookieDescribed = "APIKeyCookieDescribed";

        http_base(HttpCredentials) -> HttpBase = "HTTPBase";
        http_base_described(HttpCredentials) -> HttpBaseDescribed = "HTTPBaseDescribed";
        http_basic(BasicCredentials) -> HttpBasic = "HTTPBasic";
        http_basic_described(BasicCredentials) -> HttpBasicDescribed = "HTTPBasicDescribed";
        http_bearer(BearerToken) -> HttpBearer = "HTTPBearer";
        http_bearer_described(BearerToken) -> HttpBearerDescribed = "HTTPBearerDescribed";
        http_digest(HttpCredentials) -> HttpDigest = "HTTPDigest";
        http_digest_described(HttpCredentials) -> HttpDigestDescribed = "HTTPDigestDescribed";

        oauth2(BearerToken, Scopes) -> OAuth2 = "OAuth2";
        oauth2_described(BearerToken, Scopes) -> OAuth2Described = "OAuth2Described";
        oauth2_password_bearer(BearerToken, Scopes) -> OAuth2PasswordBearer = "OAuth2PasswordBearer";
        oauth2_password_bearer_described(BearerToken, Scopes) -> OAuth2PasswordBearerDescribed
            = "OAuth2PasswordBearerDescribed";
        oauth2_authorization_code_bearer(BearerToken, Scopes) -> OAuth2AuthorizationCodeBearer
            = "OAuth2AuthorizationCodeBearer";
        oauth2_authorization_code_bearer_described(BearerToken, Scopes) -> OAuth2AuthorizationCodeBearerDescribed
            = "OAuth2AuthorizationCodeBearerDescribed";
        open_id_connect(BearerToken, Scopes) -> OpenIdConnect = "OpenIdConnect";
        open_id_connect_described(BearerToken, Scopes) -> OpenIdConnectDescribed = "OpenIdConnectDescribed";
    }

    /// Digest authentication begins with a realm and a nonce of the server (RFC 7616, 3.3).
    fn challenge(&self, _: &Context, challenge: Challenge) -> Challenge {
        match challenge.scheme() {
            "HTTPDigest" | "HTTPDigestDescribed" => {
                challenge.with("realm", "Every Lock").with("qop", "auth").with("nonce", nonce())
            }
            _ => challenge,
        }
    }
}

/// Something that was never there before: the hashers of the standard library have random keys.
fn nonce() -> String {
    format!("{:016x}", RandomState::new().hash_one("nonce"))
}
