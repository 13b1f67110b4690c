//! The documentation: the document, and the page that shows it.

mod accept;
mod asset;
mod resource;
mod tag;

use std::sync::OnceLock;

use http::header::{CACHE_CONTROL, CONTENT_ENCODING, ETAG, HeaderValue, VARY};
use http::request::Parts;
use http::{HeaderMap, Method, StatusCode};

use crate::binary::is_among;
use crate::rejection::Rejection;
use crate::reply::Reply;
use crate::response::{self, Response};
use asset::Asset;
pub(crate) use resource::Resource;

/// What is served of a document. What is `None` is not served.
#[derive(Debug)]
pub struct Document {
    /// The page that shows the document.
    pub page: Option<Page>,
    /// The document as it was written.
    pub yaml: Option<Representation>,
    /// The document as JSON.
    pub json: Option<Representation>,
}

/// A page that shows the document with Swagger UI.
///
/// What the page loads is under its own path: `swagger-ui.css`, `swagger-ui-bundle.js`, `swagger-initializer.js` and
/// `favicon-32x32.png`. The initializer shows the document that the element `#swagger-ui` names in `data-document`, and
/// has OAuth 2.0 answers sent to `data-oauth2-redirect`; both addresses are relative to the page.
#[derive(Debug)]
pub struct Page {
    /// Where it is, as in `/docs`.
    pub path: &'static str,
    /// The page itself; every address in it is relative.
    pub html: &'static str,
    /// The value of `Content-Security-Policy`.
    pub content_security_policy: &'static str,
}

/// The document in one of its forms.
#[derive(Debug)]
pub struct Representation {
    /// Where it is, as in `/openapi.yaml`.
    pub path: &'static str,
    /// The value of `Content-Type`.
    pub media_type: &'static str,
    /// The document, byte for byte.
    pub bytes: &'static [u8],
}

/// The page to which an authorization server redirects: it hands the answer on to the page that asked.
const OAUTH2_REDIRECT: &str = include_str!("../../assets/oauth2-redirect.html");

const OAUTH2_REDIRECT_POLICY: &str =
    "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");

/// To be kept, and asked for again each time with its entity tag.
const NO_CACHE: HeaderValue = HeaderValue::from_static("no-cache");

/// The address of an OAuth 2.0 answer has a code in it.
const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");

/// A document that is served. Its entity tags are worked out when they are first needed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Documentation {
    page: OnceLock<HeaderValue>,
    yaml: OnceLock<HeaderValue>,
    json: OnceLock<HeaderValue>,
}

impl Documentation {
    /// Answers a request for a part of the documentation, which has `GET` and `HEAD`.
    pub(crate) fn answer(&self, resource: Resource, head: &Parts) -> Result<Response, Rejection> {
        if !matches!(head.method, Method::GET | Method::HEAD) {
            return Err(Rejection::MethodNotAllowed("GET, HEAD"));
        }
        Ok(match resource {
            Resource::Page(page) => {
                let tag = self.page.get_or_init(|| tag::of(page.html.as_bytes()));
                let response = response::content(StatusCode::OK, HTML, page.html);
                confined(validated(response, tag, &head.headers), page.content_security_policy)
            }
            Resource::OAuth2Redirect => {
                let response = response::content(StatusCode::OK, HTML, OAUTH2_REDIRECT);
                confined(response::with(response, CACHE_CONTROL, NO_STORE), OAUTH2_REDIRECT_POLICY)
            }
            Resource::Asset(asset) => self::asset(asset, &head.headers),
            Resource::Yaml(form) => representation(form, &self.yaml, &head.headers),
            Resource::Json(form) => representation(form, &self.json, &head.headers),
        })
    }
}

fn representation(form: &Representation, tag: &OnceLock<HeaderValue>, headers: &HeaderMap) -> Response {
    let tag = tag.get_or_init(|| tag::of(form.bytes));
    let response =
        Reply::of(response::json(StatusCode::OK, form.bytes)).header("content-type", form.media_type);
    validated(response.into(), tag, headers)
}

fn asset(asset: &Asset, headers: &HeaderMap) -> Response {
    let media_type = HeaderValue::from_static(asset.media_type);
    let response = match asset.gzip {
        Some(gzip) if accept::gzip(headers) => {
            let response = response::content(StatusCode::OK, media_type, gzip.bytes);
            let response = response::with(response, CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            validated(response, &HeaderValue::from_static(gzip.tag), headers)
        }
        _ => {
            let response = response::content(StatusCode::OK, media_type, asset.identity.bytes);
            validated(response, &HeaderValue::from_static(asset.identity.tag), headers)
        }
    };
    response::with(response, VARY, HeaderValue::from_static("accept-encoding"))
}

/// The response with its entity tag, or 304 where the client has it already ([RFC 9110, 15.4.5]).
///
/// [RFC 9110, 15.4.5]: https://www.rfc-editor.org/rfc/rfc9110#section-15.4.5
fn validated(response: Response, tag: &HeaderValue, headers: &HeaderMap) -> Response {
    let known = is_among(tag, headers);
    let response = if known { response::empty(StatusCode::NOT_MODIFIED) } else { response };
    response::with(response::with(response, ETAG, tag.clone()), CACHE_CONTROL, NO_CACHE)
}

/// A page that may load only what its policy says, and tells nobody where it was.
fn confined(page: Response, policy: &'static str) -> Response {
    Reply::of(page).header("content-security-policy", policy).header("referrer-policy", "no-referrer").into()
}
