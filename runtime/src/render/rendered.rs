//! What a renderer makes of a rejection.

use bytes::Bytes;
use http::header::HeaderValue;

use super::detail;
use super::problem_details::ProblemDetails;
use crate::encode::Encode;
use crate::rejection::Rejection;
use crate::scratch;

const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// The content of an answer that the server gives by itself: bytes, and their media type.
///
/// The status and the header fields that belong to it (challenges, `Allow`, `Cache-Control`) are not a renderer's to change.
#[derive(Debug, Clone)]
pub struct Rendered {
    pub(super) media_type: HeaderValue,
    pub(super) content: Bytes,
}

impl Rendered {
    /// Content of any media type.
    pub fn new(media_type: HeaderValue, content: impl Into<Bytes>) -> Self {
        Self { media_type, content: content.into() }
    }

    /// JSON; each type that the document's responses have can be written.
    pub fn json<T: Encode + ?Sized>(value: &T) -> Self {
        Self::new(JSON, scratch::json(value))
    }

    /// FastAPI's shape, as a server has it that was told nothing else: `{"detail": "…"}`, or `{"detail": [{"type", "loc",
    /// "msg"}, …]}` where there are problems, of which no more than the first hundred are told.
    pub fn detail(rejection: &Rejection) -> Self {
        match rejection {
            Rejection::Invalid(problems) => Self::new(JSON, crate::problem::detail(problems)),
            other => Self::new(JSON, detail::said(other.status())),
        }
    }

    /// Problem details ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)); see
    /// [`Server::problem_details`](crate::Server::problem_details).
    pub fn problem_details(rejection: &Rejection) -> Self {
        let media_type = HeaderValue::from_static("application/problem+json");
        Self::new(media_type, scratch::json(&ProblemDetails(rejection)))
    }
}
