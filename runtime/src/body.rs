//! The body of a request, whatever carries it.

use bytes::Buf;

/// Any error, boxed.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// The body of a request: every [`http_body::Body`] of bytes that a server can own.
///
/// It is implemented for all that qualify: `hyper`'s `Incoming`, `axum`'s `Body`, the bodies of `http-body-util`.
pub trait Body: http_body::Body<Data: Buf, Error: Into<BoxError>> + Send + 'static {}

impl<B> Body for B where B: http_body::Body<Data: Buf, Error: Into<BoxError>> + Send + 'static {}
