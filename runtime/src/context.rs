//! What an operation knows about its request.

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicBool, Ordering};

use http::request::Parts;
use http::{Extensions, HeaderMap, Method, Uri};

use crate::accept::{self, MediaTypes};
use crate::proxy::Forwarded;
use crate::security::Field;
use crate::uploads::Uploads;

/// A request, apart from its body, and the operation it is for.
pub struct Context(Box<Inner>);

struct Inner {
    head: Parts,
    operation: &'static str,
    served: Served,
    authorization: Field,
    /// Whether somebody has looked what the client accepts, so that the answer depends on it.
    negotiated: AtomicBool,
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
    /// `secret_fields` are those that carry credentials, beside `Authorization`.
    #[inline]
    pub(crate) fn new(mut head: Parts, served: Served, secret_fields: &[&str]) -> Self {
        let authorization = Field::conceal(&mut head.headers, secret_fields);
        let negotiated = AtomicBool::new(false);
        Self(Box::new(Inner { head, operation: "", served, authorization, negotiated }))
    }

    /// The context of a request that is no operation's: its name is empty. No document says which of its fields are secret, so
    /// all are.
    #[cfg(feature = "axum")]
    pub(crate) fn of_handwritten(head: &Parts) -> Self {
        let mut head = head.clone();
        head.headers.values_mut().for_each(|value| value.set_sensitive(true));
        Self::new(head, Served { under: 0, max_body: 0, peer: None }, &[])
    }

    #[inline]
    pub(crate) fn of(mut self, operation: &'static str) -> Self {
        self.0.operation = operation;
        self
    }

    #[inline]
    pub(crate) fn served(&self) -> Served {
        self.0.served
    }

    /// The limits of bodies that are streams or carry files.
    pub(crate) fn uploads(&self) -> Uploads {
        self.extensions().get().cloned().unwrap_or_default()
    }

    #[inline]
    pub(crate) fn authorization(&self) -> &Field {
        &self.0.authorization
    }

    /// The operation, by its `operationId`.
    pub fn operation(&self) -> &'static str {
        self.0.operation
    }

    /// The method; `HEAD` where an operation of `GET` is asked for its head.
    #[inline]
    pub fn method(&self) -> &Method {
        &self.0.head.method
    }

    /// The target of the request, as it was sent.
    pub fn uri(&self) -> &Uri {
        &self.0.head.uri
    }

    /// The header fields. Those that carry credentials are marked as sensitive.
    #[inline]
    pub fn headers(&self) -> &HeaderMap {
        &self.0.head.headers
    }

    /// The media type of a response that the client likes best ([RFC 9110, 12.5.1]); the first in the document where it likes
    /// several alike, or does not say. `None` where it likes none of them: answer with a declared 406, with
    /// [`Failure::not_acceptable`](crate::Failure::not_acceptable), or with any of them all the same.
    ///
    /// The response then says in `Vary` that it depends on this.
    ///
    /// [RFC 9110, 12.5.1]: https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1
    pub fn accept<T: MediaTypes>(&self) -> Option<T> {
        self.0.negotiated.store(true, Ordering::Relaxed);
        accept::best(self.headers())
    }

    pub(crate) fn is_negotiated(&self) -> bool {
        self.0.negotiated.load(Ordering::Relaxed)
    }

    /// What middleware has put beside the request.
    pub fn extensions(&self) -> &Extensions {
        &self.0.head.extensions
    }

    /// The address at the other end of the connection, where it is known; with a proxy in front, that of the proxy.
    pub fn peer(&self) -> Option<SocketAddr> {
        self.0.served.peer.or_else(|| self.extensions().get::<Peer>().map(|peer| peer.0))
    }

    /// The address of the client, where it is known: behind proxies that are [trusted](crate::Server::trust) what they
    /// say, else that of the [peer](Self::peer). It is what attempts are counted by.
    pub fn client(&self) -> Option<IpAddr> {
        match self.forwarded() {
            Some(forwarded) => Some(forwarded.client()),
            None => self.peer().map(|peer| peer.ip().to_canonical()),
        }
    }

    /// What proxies that are [trusted](crate::Server::trust) say about the client. `None`: the request does not come from
    /// one.
    pub fn forwarded(&self) -> Option<&Forwarded> {
        self.extensions().get()
    }
}

/// Names the operation and the request line without its query; fields of the head may be secret.
impl fmt::Debug for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Context")
            .field("operation", &self.operation())
            .field("method", self.method())
            .field("path", &self.uri().path())
            .field("peer", &self.peer())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::Request;

    fn context(request: http::request::Builder, peer: Option<SocketAddr>) -> Option<Context> {
        let (head, ()) = request.body(()).ok()?.into_parts();
        Some(Context::new(head, Served { under: 0, max_body: 0, peer }, &[]).of("readItems"))
    }

    #[test]
    fn c11_neither_a_context_nor_its_headers_show_a_credential() {
        let request = Request::get("/items/?token=hush").header("authorization", "Bearer hush");
        let context = context(request.header("authorization", "hush"), None);
        let shown = format!("{context:?} {:?}", context.as_ref().map(Context::headers));
        assert!(shown.contains("readItems") && shown.contains("/items/"), "{shown}");
        assert!(!shown.contains("hush"), "{shown}");
    }

    #[test]
    fn c11_the_fields_of_api_keys_are_concealed_too_however_often_they_are_there() {
        let request =
            Request::get("/").header("x-key", "hush").header("cookie", "a=hush").header("host", "shown");
        let request = request.header("X-KEY", "hush").header("cookie", "b=hush").body(());
        let (head, ()) = request.unwrap_or_default().into_parts();
        let context = Context::new(head, Served { under: 0, max_body: 0, peer: None }, &["cookie", "x-key"]);
        let shown = format!("{:?}", context.headers());
        assert!(shown.contains("shown") && shown.contains("x-key") && !shown.contains("hush"), "{shown}");
    }

    #[test]
    fn a_peer_is_the_servers_or_else_an_extension() {
        let [one, other] = [SocketAddr::from(([127, 0, 0, 1], 1)), SocketAddr::from(([127, 0, 0, 1], 2))];
        let peer = |request, peer| context(request, peer).and_then(|context| context.peer());
        assert_eq!(peer(Request::get("/"), None), None);
        assert_eq!(peer(Request::get("/").extension(Peer(other)), None), Some(other));
        assert_eq!(peer(Request::get("/").extension(Peer(other)), Some(one)), Some(one));
    }
}
