//! Responses, and the bodies they carry.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, HeaderValue, X_CONTENT_TYPE_OPTIONS};
use http::{HeaderName, StatusCode};
use http_body::{Frame, SizeHint};

/// What a server sends.
pub type Response = http::Response<ResponseBody>;

/// The media type of all that the server says of itself.
pub(crate) const JSON: HeaderValue = HeaderValue::from_static("application/json");

const NOSNIFF: HeaderValue = HeaderValue::from_static("nosniff");

/// The content of a response.
#[derive(Debug, Clone, Default)]
pub struct ResponseBody(Bytes);

impl ResponseBody {
    /// How many bytes are left to send.
    fn len(&self) -> usize {
        self.0.len()
    }
}

impl From<Bytes> for ResponseBody {
    fn from(bytes: Bytes) -> Self {
        Self(bytes)
    }
}

impl From<Vec<u8>> for ResponseBody {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes.into())
    }
}

impl From<&'static [u8]> for ResponseBody {
    fn from(bytes: &'static [u8]) -> Self {
        Self(Bytes::from_static(bytes))
    }
}

impl From<&'static str> for ResponseBody {
    fn from(text: &'static str) -> Self {
        text.as_bytes().into()
    }
}

impl http_body::Body for ResponseBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let bytes = std::mem::take(&mut self.0);
        Poll::Ready((!bytes.is_empty()).then(|| Ok(Frame::data(bytes))))
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.0.len() as u64)
    }
}

/// A response without content.
pub(crate) fn empty(status: StatusCode) -> Response {
    let mut headers = HeaderMap::with_capacity(3);
    headers.insert(X_CONTENT_TYPE_OPTIONS, NOSNIFF);
    build(status, headers, ResponseBody::default())
}

/// A response with content of the media type.
pub(crate) fn content(
    status: StatusCode,
    media_type: HeaderValue,
    body: impl Into<ResponseBody>,
) -> Response {
    let mut headers = HeaderMap::with_capacity(3);
    headers.insert(CONTENT_TYPE, media_type);
    headers.insert(X_CONTENT_TYPE_OPTIONS, NOSNIFF);
    build(status, headers, body.into())
}

fn build(status: StatusCode, headers: HeaderMap, body: ResponseBody) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}

/// The response with a header more, in place of one of the same name.
pub(crate) fn with(mut response: Response, name: HeaderName, value: HeaderValue) -> Response {
    response.headers_mut().insert(name, value);
    response
}

/// The response as `HEAD` has it: without content, but with its length ([RFC 9110, 9.3.2]).
///
/// [RFC 9110, 9.3.2]: https://www.rfc-editor.org/rfc/rfc9110#section-9.3.2
pub(crate) fn without_content(response: Response) -> Response {
    let (mut head, body) = response.into_parts();
    if body.len() > 0 {
        head.headers.insert(CONTENT_LENGTH, HeaderValue::from(body.len()));
    }
    Response::from_parts(head, ResponseBody::default())
}
