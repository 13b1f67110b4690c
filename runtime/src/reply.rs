//! A response that is being written.

use http::StatusCode;
use http::header::HeaderName;

use crate::encode::Encode;
use crate::failure::Failure;
use crate::header::{HeaderText, Unsendable};
use crate::rejection::Rejection;
use crate::render::render;
use crate::response::{self, Response};
use crate::scratch;

/// The response of an operation, header by header.
///
/// A header that cannot be sent makes the whole response a logged 500: it is neither left out nor cut.
#[must_use = "a reply is sent by converting it into a response"]
pub struct Reply {
    response: Response,
    unsendable: Option<Unsendable>,
}

impl Reply {
    /// A reply with a JSON body.
    #[inline]
    pub fn json<T: Encode + ?Sized>(status: u16, body: &T) -> Self {
        Self::of(response::json(code(status), scratch::json(body)))
    }

    /// A reply without a body.
    pub fn empty(status: u16) -> Self {
        Self::of(response::empty(code(status)))
    }

    /// The same reply with a header, in place of one of the same name.
    pub fn header<T: HeaderText + ?Sized>(mut self, name: &'static str, value: &T) -> Self {
        match (HeaderName::from_bytes(name.as_bytes()), value.header_value()) {
            (Ok(name), Some(value)) => {
                self.response.headers_mut().insert(name, value);
            }
            _ => self.unsendable = Some(Unsendable { name }),
        }
        self
    }

    /// The same reply, with a header where there is a value.
    pub fn optional_header<T: HeaderText>(self, name: &'static str, value: &Option<T>) -> Self {
        match value {
            Some(value) => self.header(name, value),
            None => self,
        }
    }

    /// A reply that goes on where a response ends.
    #[inline]
    pub(crate) fn of(response: Response) -> Self {
        Self { response, unsendable: None }
    }
}

impl From<Reply> for Response {
    #[inline]
    fn from(reply: Reply) -> Self {
        match reply.unsendable {
            None => reply.response,
            Some(unsendable) => render(Rejection::Failed(Failure::from(unsendable))),
        }
    }
}

/// The generator lets none but the codes of final responses through, 200 to 599 (RFC 9110, 15).
fn code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}
