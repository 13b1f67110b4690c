//! A request on its way to an operation.

use http::Method;
use http::request::Parts;

use crate::context::{Context, Served};
use crate::security;

/// A request whose path is known: its head, its body, and what the server knows about it.
pub struct Call<B> {
    pub(crate) head: Parts,
    pub(crate) body: B,
    pub(crate) served: Served,
}

impl<B> Call<B> {
    /// The method of the request.
    pub fn method(&self) -> &Method {
        &self.head.method
    }

    /// The context for an operation that reads no body.
    pub fn context(self, operation: &'static str) -> Context {
        self.parts(operation).0
    }

    /// The context for an operation, and the body it reads.
    pub fn parts(mut self, operation: &'static str) -> (Context, B) {
        security::conceal(&mut self.head.headers);
        (Context { head: self.head, operation, served: self.served }, self.body)
    }
}
