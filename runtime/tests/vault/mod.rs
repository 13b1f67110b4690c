//! A server whose every path is locked in another way.

#![allow(dead_code, clippy::unwrap_used, reason = "not every test asks for all of it")]

pub(crate) mod security;
pub(crate) mod server;

use specwright_runtime::security::{
    ApiKey, BasicCredentials, BearerToken, Challenge, Denied, HttpCredentials, PeerCertificate, Scopes,
};
use specwright_runtime::{Context, Failure};

use crate::shop::{Answered, ask, request};
use security::{Authenticate, HttpBearerAndHeaderKey, HttpBearerOrHttpBasic, OpenIdOrHttpBearer};
use server::Server;

/// Everybody may enter, apart from those whose credential says what is wrong with it.
pub(crate) struct Vault;

/// What a caller is called: the scheme and the credential.
pub(crate) trait Named: Send {
    fn name(self) -> String;
}

impl Named for String {
    fn name(self) -> String {
        self
    }
}

impl Named for HttpBearerOrHttpBasic<Vault> {
    fn name(self) -> String {
        match self {
            Self::HttpBearer(name) | Self::HttpBasic(name) => name,
        }
    }
}

impl Named for OpenIdOrHttpBearer<Vault> {
    fn name(self) -> String {
        match self {
            Self::OpenId(name) | Self::HttpBearer(name) => name,
        }
    }
}

impl Named for HttpBearerAndHeaderKey<Vault> {
    fn name(self) -> String {
        format!("{}+{}", self.http_bearer, self.header_key)
    }
}

fn verified(scheme: &str, credential: &str, scopes: Scopes) -> Result<String, Denied> {
    match credential.rsplit([':', '.']).next().unwrap_or_default() {
        "wrong" => Err(Denied::InvalidCredentials(Some("It is wrong".into()))),
        "poor" => Err(Denied::InsufficientScope(scopes)),
        "down" => Err(Denied::Unavailable(Failure::new("hush"))),
        "broken" => Err(Denied::Broken(Failure::new("hush"))),
        _ => Ok(format!("{scheme} {credential}")),
    }
}

impl Authenticate for Vault {
    type HttpBearer = String;
    type OpenId = String;
    type HttpBasic = String;
    type Digest = String;
    type HeaderKey = String;
    type QueryKey = String;
    type CookieKey = String;
    type MutualTls = String;

    /// Those that begin with `open.` are of the other issuer.
    async fn http_bearer(&self, _: &Context, token: BearerToken, scopes: Scopes) -> Result<String, Denied> {
        match token.expose().strip_prefix("open.") {
            Some(_) => Err(Denied::InvalidCredentials(None)),
            None => verified("bearer", token.expose(), scopes),
        }
    }

    async fn open_id(&self, _: &Context, token: BearerToken, scopes: Scopes) -> Result<String, Denied> {
        match token.expose().strip_prefix("open.") {
            Some(token) => verified("open", token, scopes),
            None => Err(Denied::InvalidCredentials(None)),
        }
    }

    async fn http_basic(&self, _: &Context, credentials: BasicCredentials) -> Result<String, Denied> {
        verified("basic", &format!("{}:{}", credentials.user_id(), credentials.expose_password()), &[])
    }

    async fn digest(&self, _: &Context, credentials: HttpCredentials) -> Result<String, Denied> {
        verified("digest", credentials.expose(), &[])
    }

    async fn header_key(&self, _: &Context, key: ApiKey) -> Result<String, Denied> {
        verified("header", key.expose(), &["roles are not for challenges"])
    }

    async fn query_key(&self, _: &Context, key: ApiKey) -> Result<String, Denied> {
        verified("query", key.expose(), &[])
    }

    async fn cookie_key(&self, _: &Context, key: ApiKey) -> Result<String, Denied> {
        verified("cookie", key.expose(), &[])
    }

    async fn mutual_tls(&self, _: &Context, certificate: PeerCertificate) -> Result<String, Denied> {
        let der = certificate.der();
        let name = str::from_utf8(der).map_or_else(|_| format!("{} bytes", der.len()), str::to_owned);
        verified("tls", &name, &[])
    }

    fn challenge(&self, _: &Context, challenge: Challenge) -> Challenge {
        match challenge.scheme() {
            "Digest" => challenge.with("realm", "vault").with("nonce", "a \"nonce\"\r\n"),
            _ => challenge,
        }
    }
}

/// Asks the vault. A field `Certificate` is not sent: it is the certificate of the connection.
pub(crate) async fn send(target: &str, fields: &[&str]) -> Answered {
    ask(Server::new(Vault), with_certificate(target, fields)).await
}

/// A request, by a connection that has a certificate where the fields have a `Certificate`.
pub(crate) fn with_certificate(
    target: &str,
    fields: &[&str],
) -> http::Request<http_body_util::Full<bytes::Bytes>> {
    let mut request = request("GET", target, fields);
    if let Some(der) = request.headers_mut().remove("certificate") {
        let certificate = PeerCertificate::of(vec![der.as_bytes().to_vec(), b"authority".to_vec()]);
        request.extensions_mut().insert(certificate.unwrap());
    }
    request
}

impl Answered {
    /// The challenges, in order.
    pub(crate) fn challenges(&self) -> Vec<&str> {
        self.headers.get_all("www-authenticate").iter().map(|value| value.to_str().unwrap()).collect()
    }
}
