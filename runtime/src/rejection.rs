//! Why the server answers by itself.

use http::StatusCode;
use http::header::{HeaderValue, VARY};

use crate::binary::selected;
use crate::context::Context;
use crate::failure::Failure;
use crate::problem::Problem;
use crate::response::Response;
use crate::security::Refusal;

/// Why a request has its answer from the server and not from the implementation of its operation.
#[derive(Debug)]
#[non_exhaustive]
pub enum Rejection {
    /// 401, 403, or what else became of the credentials.
    Refused(Refusal),
    /// 400: the request cannot be read.
    BadRequest,
    /// 404: there is no such path.
    NotFound,
    /// 405: the path has no such method, but these.
    MethodNotAllowed(&'static str),
    /// 412: what is there is not what the client has it for.
    PreconditionFailed,
    /// 413: the body has more bytes than [`Server::max_body`](crate::Server::max_body) lets it have.
    ContentTooLarge,
    /// 415: the body is of another media type or coding than the operation reads.
    UnsupportedMediaType,
    /// 416: the content has no such part; it has this many bytes.
    RangeNotSatisfiable(u64),
    /// 422: everything that is wrong with parameters and body, or the first hundred problems of them.
    Invalid(Vec<Problem>),
    /// 500 or 503, or another [status](Failure::status): the operation failed. Why is for the log.
    Failed(Failure),
}

impl Rejection {
    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Refused(refusal) => refusal.status(),
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed(_) => StatusCode::METHOD_NOT_ALLOWED,
            Self::PreconditionFailed => StatusCode::PRECONDITION_FAILED,
            Self::ContentTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::RangeNotSatisfiable(_) => StatusCode::RANGE_NOT_SATISFIABLE,
            Self::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Failed(failure) => failure.status(),
        }
    }

    /// What is wrong with parameters and body; nothing where it is not that.
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::Invalid(problems) => problems,
            _ => &[],
        }
    }

    /// Logs what is no client's fault.
    pub(crate) fn log(&self) {
        match self {
            Self::Refused(refusal) => refusal.log(),
            Self::Failed(failure) => failure.log(),
            _ => {}
        }
    }
}

impl From<Refusal> for Rejection {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// What an operation answers: its response, or the failure that the server renders.
///
/// # Errors
///
/// [`Rejection::Failed`] where the operation failed.
pub fn respond<R: Into<Response>, F: Into<Failure>>(result: Result<R, F>) -> Result<Response, Rejection> {
    match result {
        Ok(response) => Ok(response.into()),
        Err(failure) => Err(Rejection::Failed(failure.into())),
    }
}

/// What an operation answers whose response depends on the head of the request: on the media types that it accepts, on its conditions,
/// and on the part that it asks for.
///
/// # Errors
///
/// [`Rejection::Failed`] where the operation failed; 412 and 416 where the client asks for what is not there.
pub fn respond_to<R: Into<Response>, F: Into<Failure>>(
    context: &Context,
    result: Result<R, F>,
) -> Result<Response, Rejection> {
    let mut response = respond(result)?;
    if context.is_negotiated() {
        response.headers_mut().append(VARY, HeaderValue::from_static("accept"));
    }
    selected(context.method(), context.headers(), response)
}
