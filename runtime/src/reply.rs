//! A response that is being written.

mod binary;
mod items;

use http::StatusCode;
use http::header::{HeaderName, HeaderValue};

use crate::encode::Encode;
use crate::failure::Failure;
use crate::header::{self, HeaderText, Unsendable};
use crate::held::Held;
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

    /// The same reply, whose JSON is held against a schema where debug assertions are on: what it violates is logged. See
    /// [`held!`](crate::held!).
    #[inline]
    pub fn held(self, held: Option<Held>) -> Self {
        if let Some(held) = held {
            held.tell(self.response.body().bytes().unwrap_or_default());
        }
        self
    }

    /// The same reply with a header, in place of one of the same name.
    pub fn header<T: HeaderText + ?Sized>(self, name: &'static str, value: &T) -> Self {
        self.field(name, value.header_value())
    }

    /// The same reply with a header that is a scalar of any type, in place of one of the same name.
    pub fn scalar_header<T: Encode + ?Sized>(self, name: &'static str, value: &T) -> Self {
        self.field(name, header::scalar(value))
    }

    /// The same reply with a header that is an array, as in `a,b`, in place of one of the same name.
    pub fn list_header<T: Encode>(self, name: &'static str, items: &[T]) -> Self {
        self.field(name, header::list(items))
    }

    /// The same reply with a header for each item. It is how `Set-Cookie`, which has commas in it, is sent more than once
    /// ([RFC 6265, 3](https://www.rfc-editor.org/rfc/rfc6265#section-3)).
    pub fn each_header<T: Encode>(mut self, name: &'static str, items: &[T]) -> Self {
        for item in items {
            match (HeaderName::from_bytes(name.as_bytes()), header::scalar(item)) {
                (Ok(name), Some(value)) => {
                    self.response.headers_mut().append(name, value);
                }
                _ => self.unsendable = Some(Unsendable { name }),
            }
        }
        self
    }

    /// The same reply with a header that is an object, as in `a,1`, or exploded as in `a=1`, in place of one of the same name.
    pub fn object_header<T: Encode + ?Sized>(self, name: &'static str, value: &T, explode: bool) -> Self {
        self.field(name, header::object(value, explode))
    }

    /// The same reply with a header that is JSON, in place of one of the same name.
    pub fn json_header<T: Encode + ?Sized>(self, name: &'static str, value: &T) -> Self {
        self.field(name, header::json(value))
    }

    /// The same reply, with a header where there is a value.
    pub fn optional_header<T: HeaderText>(self, name: &'static str, value: &Option<T>) -> Self {
        self.optional(value, |reply, value| reply.header(name, value))
    }

    /// [`scalar_header`](Self::scalar_header), where there is a value.
    pub fn optional_scalar_header<T: Encode>(self, name: &'static str, value: &Option<T>) -> Self {
        self.optional(value, |reply, value| reply.scalar_header(name, value))
    }

    /// [`list_header`](Self::list_header), where there are items.
    pub fn optional_list_header<T: Encode>(self, name: &'static str, items: &Option<Vec<T>>) -> Self {
        self.optional(items, |reply, items| reply.list_header(name, items))
    }

    /// [`each_header`](Self::each_header), where there are items.
    pub fn optional_each_header<T: Encode>(self, name: &'static str, items: &Option<Vec<T>>) -> Self {
        self.optional(items, |reply, items| reply.each_header(name, items))
    }

    /// [`object_header`](Self::object_header), where there is a value.
    pub fn optional_object_header<T: Encode>(
        self,
        name: &'static str,
        value: &Option<T>,
        explode: bool,
    ) -> Self {
        self.optional(value, |reply, value| reply.object_header(name, value, explode))
    }

    /// [`json_header`](Self::json_header), where there is a value.
    pub fn optional_json_header<T: Encode>(self, name: &'static str, value: &Option<T>) -> Self {
        self.optional(value, |reply, value| reply.json_header(name, value))
    }

    fn optional<T>(self, value: &Option<T>, add: impl FnOnce(Self, &T) -> Self) -> Self {
        match value {
            Some(value) => add(self, value),
            None => self,
        }
    }

    /// The same reply with a field, where it has a name and a value.
    fn field(mut self, name: &'static str, value: Option<HeaderValue>) -> Self {
        match (HeaderName::from_bytes(name.as_bytes()), value) {
            (Ok(name), Some(value)) => {
                self.response.headers_mut().insert(name, value);
            }
            _ => self.unsendable = Some(Unsendable { name }),
        }
        self
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
            Some(unsendable) => unsent(unsendable),
        }
    }
}

/// A logged 500. A server that has another renderer finds in it what to render.
#[cold]
fn unsent(unsendable: Unsendable) -> Response {
    let mut response = render(Rejection::Failed(Failure::from(unsendable.clone())));
    response.extensions_mut().insert(unsendable);
    response
}

/// The generator lets none but the codes of final responses through, 200 to 599 (RFC 9110, 15).
fn code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}
