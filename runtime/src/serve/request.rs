//! One request on a connection: what HTTP/1.1 asks of it, and its line in the log.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Instant;

use http::header::HOST;
use http::{HeaderMap, Method, Request, Uri, Version};
use hyper::body::Incoming;
use hyper::service::Service;

use crate::answer::Answer;
use crate::contract::Contract;
use crate::rejection::Rejection;
use crate::response::Response;
use crate::security::PeerCertificate;
use crate::server::Server;

/// The requests of a connection.
pub(super) struct Requests<C: Contract> {
    server: Server<C>,
    peer: SocketAddr,
    certificate: Option<PeerCertificate>,
}

impl<C: Contract> Requests<C> {
    pub(super) fn new(server: Server<C>, peer: SocketAddr, certificate: Option<PeerCertificate>) -> Self {
        Self { server, peer, certificate }
    }
}

impl<C: Contract> Service<Request<Incoming>> for Requests<C> {
    type Response = Response;
    type Error = Infallible;
    type Future = Logged;

    fn call(&self, mut request: Request<Incoming>) -> Logged {
        if let Some(certificate) = &self.certificate {
            request.extensions_mut().insert(certificate.clone());
        }
        let line = tracing::enabled!(tracing::Level::INFO).then(|| Line::of(&request));
        let answer = if has_its_host(request.version(), request.headers()) {
            self.server.answer(request, Some(self.peer))
        } else {
            self.server.reject(&request, Some(self.peer), Rejection::BadRequest)
        };
        Logged { answer, line }
    }
}

/// A request of HTTP/1.1 has one `Host`, any other not more ([RFC 9112, 3.2]).
///
/// [RFC 9112, 3.2]: https://www.rfc-editor.org/rfc/rfc9112#section-3.2
fn has_its_host(version: Version, headers: &HeaderMap) -> bool {
    match headers.iter().filter(|(name, _)| **name == HOST).count() {
        0 => version < Version::HTTP_11,
        1 => true,
        _ => false,
    }
}

/// An answer that is logged when it is there.
pub(super) struct Logged {
    answer: Answer,
    line: Option<Line>,
}

/// What the log says of a request. A query may be secret, so it is not kept.
struct Line {
    method: Method,
    uri: Uri,
    since: Instant,
}

impl Line {
    fn of(request: &Request<Incoming>) -> Self {
        Self { method: request.method().clone(), uri: request.uri().clone(), since: Instant::now() }
    }

    fn write(&self, response: &Response) {
        let Self { method, uri, since } = self;
        tracing::info!(%method, path = uri.path(), status = response.status().as_u16(), duration = ?since.elapsed(), "request");
    }
}

impl Future for Logged {
    type Output = Result<Response, Infallible>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let polled = Pin::new(&mut self.answer).poll(context);
        if let (Poll::Ready(Ok(response)), Some(line)) = (&polled, &self.line) {
            line.write(response);
        }
        polled
    }
}
