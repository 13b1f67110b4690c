//! The endpoint ([RFC 7662, 2](https://www.rfc-editor.org/rfc/rfc7662#section-2)), and how it is asked.

use std::fmt::Write;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use http::{Request, StatusCode, Uri};
use http_body_util::{BodyExt, Full, Limited};
use rustls::RootCertStore;
use tokio::time::timeout;
use zeroize::Zeroizing;

use super::IntrospectionError;
use super::answer::Trouble;
use super::tls::{self, HttpClient};

/// In bytes. What is said of a token fits in a thousandth part of it.
const LONGEST_ANSWER: usize = 1024 * 1024;

pub(super) struct Endpoint {
    url: Uri,
    client: HttpClient,
    authorization: Option<HeaderValue>,
    pub(super) time_out: Duration,
}

impl Endpoint {
    /// Trusts whom the system trusts.
    pub(super) fn at(url: &str) -> Result<Self, IntrospectionError> {
        Self::with(url, tls::of_the_system)
    }

    /// Trusts these authorities.
    pub(super) fn trusting(url: &str, pem: &[u8]) -> Result<Self, IntrospectionError> {
        Self::with(url, || tls::of_pem(pem))
    }

    fn with(
        url: &str,
        roots: impl FnOnce() -> Result<RootCertStore, IntrospectionError>,
    ) -> Result<Self, IntrospectionError> {
        const WANTED: &str = "the address of the introspection endpoint is no URL of `https` or `http`";
        let url: Uri = url.parse().map_err(|_| IntrospectionError::new(WANTED))?;
        let roots = match url.scheme_str() {
            Some("https") => roots()?,
            Some("http") => RootCertStore::empty(),
            _ => return Err(IntrospectionError::new(WANTED)),
        };
        let client = tls::client(roots)?;
        Ok(Self { url, client, authorization: None, time_out: Duration::from_secs(5) })
    }

    pub(super) fn url(&self) -> &Uri {
        &self.url
    }

    /// Both are encoded as in a form first, so that a colon is no end.
    pub(super) fn basic(&mut self, id: &str, secret: &str) -> Result<(), IntrospectionError> {
        let pair = Zeroizing::new(format!("{}:{}", *form(id), *form(secret)));
        self.authorize("Basic", &STANDARD.encode(&*pair))
    }

    pub(super) fn bearer(&mut self, token: &str) -> Result<(), IntrospectionError> {
        self.authorize("Bearer", token)
    }

    fn authorize(&mut self, scheme: &str, credentials: &str) -> Result<(), IntrospectionError> {
        let mut value = HeaderValue::try_from(format!("{scheme} {credentials}")).map_err(|_| {
            IntrospectionError::new("a header field cannot carry the credentials of the client")
        })?;
        value.set_sensitive(true);
        self.authorization = Some(value);
        Ok(())
    }

    /// What the endpoint says of a token, as JSON.
    pub(super) async fn ask(&self, token: &str) -> Result<Bytes, Trouble> {
        match timeout(self.time_out, self.exchange(token)).await {
            Ok(answer) => answer,
            Err(_) => Err(unavailable("did not answer in time")),
        }
    }

    async fn exchange(&self, token: &str) -> Result<Bytes, Trouble> {
        let question =
            self.question(token).map_err(|error| unavailable(&format!("cannot be asked: {error}")))?;
        let answer = self.client.request(question).await;
        let answer = answer.map_err(|error| unavailable(&format!("cannot be reached: {error}")))?;
        let status = answer.status();
        match status {
            StatusCode::OK => {
                let body = Limited::new(answer.into_body(), LONGEST_ANSWER).collect().await;
                Ok(body.map_err(|error| unavailable(&format!("broke off: {error}")))?.to_bytes())
            }
            StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_MANY_REQUESTS => {
                Err(unavailable(&format!("answered {status}")))
            }
            _ if status.is_server_error() => Err(unavailable(&format!("answered {status}"))),
            _ => Err(Trouble::Broken(format!("the introspection endpoint answered {status}").into())),
        }
    }

    fn question(&self, token: &str) -> Result<Request<Full<Bytes>>, http::Error> {
        let body = Zeroizing::new(format!("token={}&token_type_hint=access_token", *form(token)));
        let mut request = Request::post(&self.url)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(ACCEPT, "application/json");
        if let Some(authorization) = &self.authorization {
            request = request.header(AUTHORIZATION, authorization);
        }
        request.body(Full::new(Bytes::from_owner(body)))
    }
}

fn unavailable(what: &str) -> Trouble {
    Trouble::Unavailable(format!("the introspection endpoint {what}").into())
}

/// `application/x-www-form-urlencoded`
fn form(text: &str) -> Zeroizing<String> {
    let mut encoded = Zeroizing::new(String::with_capacity(text.len() * 3));
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'*' => {
                encoded.push(char::from(byte))
            }
            b' ' => encoded.push('+'),
            // Nothing goes wrong where a text is written into a text.
            _ => write!(*encoded, "%{byte:02X}").unwrap_or_default(),
        }
    }
    encoded
}
