//! What a rejection looks like on the wire: FastAPI's shape.
//!
//! An error is `{"detail": "…"}`; problems of a request are `{"detail": [{"type", "loc", "msg"}, …]}`. Nothing that was
//! sent is sent back.

use std::sync::LazyLock;

use http::StatusCode;
use http::header::{CACHE_CONTROL, HeaderValue, WWW_AUTHENTICATE};
use http::response::Parts;

use crate::problem;
use crate::rejection::Rejection;
use crate::reply::Reply;
use crate::response::{self, Response};
use crate::security::Refusal;

const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");

/// The head of the answer to who shows no bearer token, made once, because it is the most frequent of all.
static NO_BEARER_TOKEN: LazyLock<Parts> =
    LazyLock::new(|| refused(&Refusal::no_bearer_token()).into_parts().0);

/// The response to a request that is rejected; a failure is logged.
pub(crate) fn render(rejection: Rejection) -> Response {
    match rejection {
        Rejection::Refused(refusal) if refusal.is_no_bearer_token() => {
            Response::from_parts(NO_BEARER_TOKEN.clone(), said(StatusCode::UNAUTHORIZED).into())
        }
        Rejection::Refused(refusal) => refused(&refusal),
        Rejection::BadRequest => detail(StatusCode::BAD_REQUEST),
        Rejection::NotFound => detail(StatusCode::NOT_FOUND),
        Rejection::MethodNotAllowed(allow) => {
            Reply::of(detail(StatusCode::METHOD_NOT_ALLOWED)).header("allow", allow).into()
        }
        Rejection::ContentTooLarge => detail(StatusCode::PAYLOAD_TOO_LARGE),
        Rejection::UnsupportedMediaType => detail(StatusCode::UNSUPPORTED_MEDIA_TYPE),
        Rejection::Invalid(problems) => {
            response::json(StatusCode::UNPROCESSABLE_ENTITY, problem::detail(&problems))
        }
        Rejection::Failed(failure) => {
            failure.log();
            detail(failure.status())
        }
    }
}

fn refused(refusal: &Refusal) -> Response {
    refusal.log();
    let mut response = response::with(detail(refusal.status()), CACHE_CONTROL, NO_STORE);
    for challenge in refusal.challenges() {
        response.headers_mut().append(WWW_AUTHENTICATE, challenge);
    }
    response
}

/// What the server says of a status.
pub(crate) fn detail(status: StatusCode) -> Response {
    response::json(status, said(status))
}

fn said(status: StatusCode) -> &'static str {
    match status {
        StatusCode::BAD_REQUEST => r#"{"detail":"Bad Request"}"#,
        StatusCode::UNAUTHORIZED => r#"{"detail":"Not authenticated"}"#,
        StatusCode::FORBIDDEN => r#"{"detail":"Not enough permissions"}"#,
        StatusCode::NOT_FOUND => r#"{"detail":"Not Found"}"#,
        StatusCode::METHOD_NOT_ALLOWED => r#"{"detail":"Method Not Allowed"}"#,
        StatusCode::NOT_ACCEPTABLE => r#"{"detail":"Not Acceptable"}"#,
        StatusCode::PRECONDITION_FAILED => r#"{"detail":"Precondition Failed"}"#,
        StatusCode::PAYLOAD_TOO_LARGE => r#"{"detail":"Content Too Large"}"#,
        StatusCode::UNSUPPORTED_MEDIA_TYPE => r#"{"detail":"Unsupported Media Type"}"#,
        StatusCode::RANGE_NOT_SATISFIABLE => r#"{"detail":"Range Not Satisfiable"}"#,
        StatusCode::SERVICE_UNAVAILABLE => r#"{"detail":"Service Unavailable"}"#,
        _ => r#"{"detail":"Internal Server Error"}"#,
    }
}
