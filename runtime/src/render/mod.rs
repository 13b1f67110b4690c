//! What a rejection looks like on the wire.
//!
//! Status, challenges and the other fields of the head are the server's, whatever renders the content. There are two
//! renderers, FastAPI's shape and problem details, and those that users write. Nothing that was sent is sent back.

mod detail;
mod problem_details;
mod rendered;
mod renderer;

use std::sync::LazyLock;

use http::StatusCode;
use http::header::{ALLOW, CACHE_CONTROL, CONTENT_RANGE, HeaderMap, HeaderValue, WWW_AUTHENTICATE};
use http::response::Parts;

use crate::rejection::Rejection;
use crate::response::{self, Response};
use crate::security::Refusal;
pub use rendered::Rendered;
pub(crate) use renderer::{Renderer, Rendering};

const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");

/// The head of the answer to who shows no bearer token, made once, because it is the most frequent of all.
static NO_BEARER_TOKEN: LazyLock<Parts> =
    LazyLock::new(|| plain(&Rejection::Refused(Refusal::no_bearer_token())).into_parts().0);

/// The response to a request that is rejected, in FastAPI's shape; a failure is logged.
pub(crate) fn render(rejection: Rejection) -> Response {
    match rejection {
        Rejection::Refused(refusal) if refusal.is_no_bearer_token() => {
            Response::from_parts(NO_BEARER_TOKEN.clone(), detail::said(StatusCode::UNAUTHORIZED).into())
        }
        rejection => plain(&rejection),
    }
}

fn plain(rejection: &Rejection) -> Response {
    framed(rejection, response::json(rejection.status(), detail::body(rejection)))
}

/// The response with the fields that the rejection needs, whatever its content is.
fn framed(rejection: &Rejection, mut response: Response) -> Response {
    rejection.log();
    let fields = response.headers_mut();
    match rejection {
        Rejection::Refused(refusal) => {
            fields.insert(CACHE_CONTROL, NO_STORE);
            for challenge in refusal.challenges() {
                fields.append(WWW_AUTHENTICATE, challenge);
            }
        }
        Rejection::MethodNotAllowed(allow) => field(fields, ALLOW, HeaderValue::from_str(allow)),
        Rejection::RangeNotSatisfiable(whole) => {
            field(fields, CONTENT_RANGE, HeaderValue::try_from(format!("bytes */{whole}")));
        }
        Rejection::BadRequest
        | Rejection::NotFound
        | Rejection::PreconditionFailed
        | Rejection::ContentTooLarge
        | Rejection::UnsupportedMediaType
        | Rejection::Invalid(_)
        | Rejection::Failed(_) => {}
    }
    response
}

/// Inserts a field, of which the server makes none that cannot be sent.
fn field<E>(fields: &mut HeaderMap, name: http::HeaderName, value: Result<HeaderValue, E>) {
    if let Ok(value) = value {
        fields.insert(name, value);
    }
}
