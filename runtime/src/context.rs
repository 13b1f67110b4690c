//! What an operation knows about its request.

use std::fmt;
use std::net::SocketAddr;

use http::request::Parts;
use http::{Extensions, HeaderMap, Method, Uri};

/// A request, apart from its body, and the operation it is for.
pub struct Context {
    pub(crate) head: Parts,
    pub(crate) operation: &'static str,
    pub(crate) served: Served,
}

/// What the server says about a request.
#[derive(Clone, Copy)]
pub(crate) struct Served {
    /// How many segments of the path are in front of those of the document.
    pub(crate) under: usize,
    /// The bytes that a body may have.
    pub(crate) max_body: usize,
    /// Who is at the other end of the connection.
    pub(crate) peer: Option<SocketAddr>,
}

/// The address at the other end of the connection, as an extension of a request.
///
/// [`Server::serve`](crate::Server::serve) knows the address by itself. Who serves otherwise may put it here for
/// [`Context::peer`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peer(pub SocketAddr);

impl Context {
    /// The operation, by its `operationId`.
    pub fn operation(&self) -> &'static str {
        self.operation
    }

    /// The method; `HEAD` where an operation of `GET` is asked for its head.
    pub fn method(&self) -> &Method {
        &self.head.method
    }

    /// The target of the request, as it was sent.
    pub fn uri(&self) -> &Uri {
        &self.head.uri
    }

    /// The header fields. `Authorization` is marked as sensitive.
    pub fn headers(&self) -> &HeaderMap {
        &self.head.headers
    }

    /// What middleware has put beside the request.
    pub fn extensions(&self) -> &Extensions {
        &self.head.extensions
    }

    /// The address at the other end of the connection, where it is known; with a proxy in front, that of the proxy.
    pub fn peer(&self) -> Option<SocketAddr> {
        self.served.peer.or_else(|| self.extensions().get::<Peer>().map(|peer| peer.0))
    }
}

/// Names the operation and the request line without its query; fields of the head may be secret.
impl fmt::Debug for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Context")
            .field("operation", &self.operation)
            .field("method", self.method())
            .field("path", &self.uri().path())
            .field("peer", &self.peer())
            .finish_non_exhaustive()
    }
}
