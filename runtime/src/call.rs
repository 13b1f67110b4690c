//! A request on its way to an operation.

use http::{Method, Request};

use crate::context::{Context, Served};

/// A request whose path is known: its head, its body, and what the server knows about it.
pub struct Call<B> {
    context: Context,
    body: B,
}

impl<B> Call<B> {
    #[inline]
    pub(crate) fn new(request: Request<B>, served: Served, secret_fields: &[&str]) -> Self {
        let (head, body) = request.into_parts();
        Self { context: Context::new(head, served, secret_fields), body }
    }

    /// The method of the request.
    #[inline]
    pub fn method(&self) -> &Method {
        self.context.method()
    }

    /// The context for an operation that reads no body.
    #[inline]
    pub fn context(self, operation: &'static str) -> Context {
        self.context.of(operation)
    }

    /// The context for an operation, and the body it reads.
    #[inline]
    pub fn parts(self, operation: &'static str) -> (Context, B) {
        (self.context.of(operation), self.body)
    }
}
