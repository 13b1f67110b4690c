//! Requests that an API sends of itself: the webhooks of its document ([OpenAPI Object, `webhooks`]).
//!
//! A [`Webhook`] makes the request and sends nothing: that is for the HTTP client of the user's choice, and so are retries,
//! signatures and credentials.
//!
//! [OpenAPI Object, `webhooks`]: https://spec.openapis.org/oas/v3.2.0.html#oas-webhooks

use http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use http::{Method, Request, Uri};

use crate::encode::{self, Encode};
use crate::header::HeaderText;
pub use crate::header::Unsendable;

/// A request that is being made, header by header.
#[derive(Debug)]
#[must_use = "a webhook is a request once its content is known"]
pub struct Webhook {
    request: Request<Vec<u8>>,
    unsendable: Option<Unsendable>,
}

impl Webhook {
    /// A request to `url`. The generator lets none but tokens through as `method` (RFC 9110, 9.1).
    pub fn new(method: &'static str, url: Uri) -> Self {
        let mut request = Request::new(Vec::new());
        *request.method_mut() = Method::from_bytes(method.as_bytes()).unwrap_or(Method::POST);
        *request.uri_mut() = url;
        Self { request, unsendable: None }
    }

    /// The same request with a header, in place of one of the same name.
    pub fn header<T: HeaderText + ?Sized>(mut self, name: &'static str, value: &T) -> Self {
        match (HeaderName::from_bytes(name.as_bytes()), value.header_value()) {
            (Ok(name), Some(value)) => {
                self.request.headers_mut().insert(name, value);
            }
            _ => self.unsendable = Some(Unsendable { name }),
        }
        self
    }

    /// The same request, with a header where there is a value.
    pub fn optional_header<T: HeaderText>(self, name: &'static str, value: &Option<T>) -> Self {
        match value {
            Some(value) => self.header(name, value),
            None => self,
        }
    }

    /// The same request with JSON of the media type `media_type`.
    pub fn json<T: Encode + ?Sized>(mut self, media_type: &'static str, body: &T) -> Self {
        *self.request.body_mut() = encode::to_vec(body);
        match HeaderValue::from_str(media_type) {
            Ok(value) => {
                self.request.headers_mut().insert(CONTENT_TYPE, value);
            }
            Err(_) => self.unsendable = Some(Unsendable { name: "content-type" }),
        }
        self
    }

    /// The same request, with JSON where there is a value.
    pub fn optional_json<T: Encode>(self, media_type: &'static str, body: &Option<T>) -> Self {
        match body {
            Some(body) => self.json(media_type, body),
            None => self,
        }
    }

    /// The request.
    ///
    /// # Errors
    ///
    /// A header has a value that no field can carry.
    pub fn finish(self) -> Result<Request<Vec<u8>>, Unsendable> {
        match self.unsendable {
            None => Ok(self.request),
            Some(unsendable) => Err(unsendable),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use super::*;

    fn webhook() -> Webhook {
        Webhook::new("COPY", Uri::from_static("https://receiver.example/hook?a=b"))
    }

    #[test]
    fn a_request_has_its_method_address_headers_and_content() {
        let ids: &[i64] = &[1, 2];
        let webhook = webhook().header("x-id", &7_i64).optional_header("x-no", &None::<String>);
        let request = webhook.json("application/json", ids).finish().unwrap();
        assert_eq!((request.method().as_str(), request.uri().query()), ("COPY", Some("a=b")));
        assert_eq!(request.headers()["x-id"], "7");
        assert_eq!(request.headers()["content-type"], "application/json");
        assert_eq!((request.headers().len(), request.body().as_slice()), (2, &b"[1,2]"[..]));
    }

    #[test]
    fn a_request_without_content_has_no_media_type() {
        let request = webhook().optional_json("application/json", &None::<String>).finish().unwrap();
        assert!(request.body().is_empty() && request.headers().is_empty());
    }

    #[test]
    fn a_value_that_no_field_can_carry_makes_no_request() {
        let unsendable = webhook().header("x-text", "a\r\nb: c").finish().unwrap_err();
        assert_eq!(unsendable.to_string(), "the value of the header `x-text` cannot be sent");
    }
}
