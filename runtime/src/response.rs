//! Responses, and the bodies they carry.

mod body;

use std::sync::LazyLock;

use http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, HeaderValue, X_CONTENT_TYPE_OPTIONS};
use http::response::Parts;
use http::{HeaderName, StatusCode};

pub use body::ResponseBody;
pub(crate) use body::{Chunks, Source};

/// What a server sends.
pub type Response = http::Response<ResponseBody>;

/// The media type of all that the server says of itself.
const JSON: HeaderValue = HeaderValue::from_static("application/json");

const NOSNIFF: HeaderValue = HeaderValue::from_static("nosniff");

/// The head of a response with JSON, made once: copying it costs half of what writing it does.
static JSON_HEAD: LazyLock<Parts> = LazyLock::new(|| content(StatusCode::OK, JSON, "").into_parts().0);

/// A response without content.
pub(crate) fn empty(status: StatusCode) -> Response {
    let mut response = Response::new(ResponseBody::default());
    *response.status_mut() = status;
    // Room for some more, so that the map need not grow for them.
    *response.headers_mut() = HeaderMap::with_capacity(6);
    with(response, X_CONTENT_TYPE_OPTIONS, NOSNIFF)
}

/// A response with JSON.
#[inline]
pub(crate) fn json(status: StatusCode, body: impl Into<ResponseBody>) -> Response {
    let mut head = JSON_HEAD.clone();
    head.status = status;
    Response::from_parts(head, body.into())
}

/// A response with content of another media type.
pub(crate) fn content(
    status: StatusCode,
    media_type: HeaderValue,
    body: impl Into<ResponseBody>,
) -> Response {
    let mut response = with(empty(status), CONTENT_TYPE, media_type);
    *response.body_mut() = body.into();
    response
}

/// The response with a header more, in place of one of the same name.
pub(crate) fn with(mut response: Response, name: HeaderName, value: HeaderValue) -> Response {
    response.headers_mut().insert(name, value);
    response
}

/// The response as `HEAD` has it: without content, but with its length where that is known ([RFC 9110, 9.3.2]).
///
/// [RFC 9110, 9.3.2]: https://www.rfc-editor.org/rfc/rfc9110#section-9.3.2
pub(crate) fn without_content(response: Response) -> Response {
    let (mut head, body) = response.into_parts();
    if let Some(length) = body.len().filter(|length| *length > 0) {
        head.headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
    }
    Response::from_parts(head, ResponseBody::default())
}
