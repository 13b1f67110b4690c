//! FastAPI's shape: an error is `{"detail": "…"}`, problems of a request are `{"detail": [{"type", "loc", "msg"}, …]}`.

use http::StatusCode;

use crate::problem;
use crate::rejection::Rejection;
use crate::response::ResponseBody;

/// What is said of a rejection.
pub(super) fn body(rejection: &Rejection) -> ResponseBody {
    match rejection {
        Rejection::Invalid(problems) => problem::detail(problems).into(),
        other => said(other.status()).into(),
    }
}

/// What is said of a status.
pub(super) fn said(status: StatusCode) -> &'static str {
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
