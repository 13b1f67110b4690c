//! The server: from a request to an answer.

mod settings;

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::task::{self, Poll};

use http::request::Parts;
use http::{Method, Request};
use tower_service::Service;

use crate::answer::Answer;
use crate::body::Body;
use crate::call::Call;
use crate::context::{Context, Served};
use crate::contract::Contract;
use crate::documentation::Resource;
use crate::path;
use crate::redirect;
use crate::rejection::Rejection;
use crate::render::Rendering;
use crate::response::Response;
use settings::Settings;

/// Serves a document: its operations, its page, and the document itself.
///
/// It is a [`tower_service::Service`] for requests with any [`Body`], it is cheap to clone, and it never fails. It takes
/// every tower layer, converts into an `axum::Router` (feature `axum`), nests in one, and [serves itself](Self::serve).
pub struct Server<C: Contract> {
    api: Arc<C::Api>,
    settings: Arc<Settings>,
}

/// Where a path leads.
enum Route<P> {
    Operation(P),
    Documentation(Resource),
    OtherEnd,
    Nowhere,
}

impl<C: Contract> Server<C> {
    /// A server whose operations are implemented by `api`.
    pub fn new(api: C::Api) -> Self {
        Self { api: Arc::new(api), settings: Arc::default() }
    }

    /// Answers a request that came from `peer`.
    pub(crate) fn answer<B: Body>(&self, request: Request<B>, peer: Option<SocketAddr>) -> Answer {
        if self.settings.edge.is_some() {
            return self.at_edge(request, peer);
        }
        self.inside(request, peer)
    }

    #[cold]
    #[inline(never)]
    fn at_edge<B: Body>(&self, mut request: Request<B>, peer: Option<SocketAddr>) -> Answer {
        let crossing = self.settings.edge.as_ref().and_then(|edge| edge.begin(&mut request, peer));
        let rendering = self.rendering(&request, peer);
        let mut answer = self.inside(request, peer);
        if let Some(rendering) = rendering {
            answer = answer.rendered(rendering);
        }
        match crossing {
            None => answer,
            Some(crossing) => crossing.end(answer),
        }
    }

    /// Answers a request about which nothing is left to be found out or added outside of the document.
    // Called in one place, so that a request, which is large, need not be handed on.
    #[inline(always)]
    fn inside<B: Body>(&self, request: Request<B>, peer: Option<SocketAddr>) -> Answer {
        let content = request.method() != Method::HEAD;
        let answer = match self.route(request.uri().path()) {
            Route::Operation(path) => {
                let call = Call::new(request, self.served(peer), C::SECRET_FIELDS);
                C::call(Arc::clone(&self.api), path, call)
            }
            other => Answer::outcome(self.without_operation(other, &request.into_parts().0)),
        };
        if content { answer } else { answer.without_content() }
    }

    fn route(&self, path: &str) -> Route<C::Path> {
        if self.settings.under.is_empty()
            && let Some(path) = C::literal(path)
        {
            return Route::Operation(path);
        }
        path::read(path, |segments, end| self.find(segments, end)).unwrap_or(Route::Nowhere)
    }

    /// The document's paths come first, then those with the other end, then the documentation's.
    fn find(&self, segments: &[&str], end: &str) -> Route<C::Path> {
        let Some(segments) = self.after_prefix(segments) else { return Route::Nowhere };
        if let Some(path) = C::path(segments, end) {
            return Route::Operation(path);
        }
        let other = if end.is_empty() { "/" } else { "" };
        if C::path(segments, other).is_some() {
            return Route::OtherEnd;
        }
        if let Some(resource) = Resource::find(C::DOCUMENT, segments, end) {
            return Route::Documentation(resource);
        }
        match Resource::find(C::DOCUMENT, segments, other) {
            Some(_) => Route::OtherEnd,
            None => Route::Nowhere,
        }
    }

    /// The segments after those of the prefix.
    fn after_prefix<'s, 'r>(&self, segments: &'s [&'r str]) -> Option<&'s [&'r str]> {
        let under = &self.settings.under;
        let (prefix, inside) = segments.split_at_checked(under.len())?;
        (prefix == under.as_slice()).then_some(inside)
    }

    #[cold]
    fn without_operation(&self, route: Route<C::Path>, head: &Parts) -> Result<Response, Rejection> {
        let response = match route {
            Route::Documentation(resource) => Some(self.settings.documentation.answer(resource, head)?),
            Route::OtherEnd => redirect::other_end(head, &self.settings.stripped),
            Route::Operation(_) | Route::Nowhere => None,
        };
        response.ok_or(Rejection::NotFound)
    }

    /// Answers a request that cannot be routed.
    #[cold]
    pub(crate) fn reject<B>(
        &self,
        request: &Request<B>,
        peer: Option<SocketAddr>,
        rejection: Rejection,
    ) -> Answer {
        let answer = Answer::rejected(rejection);
        match self.rendering(request, peer) {
            None => answer,
            Some(rendering) => answer.rendered(rendering),
        }
    }

    /// What renders the rejection of a request, if it is not what renders those of most servers.
    fn rendering<B>(&self, request: &Request<B>, peer: Option<SocketAddr>) -> Option<Rendering> {
        let renderer = self.settings.edge.as_ref()?.renderer.as_ref()?;
        Some(renderer.rendering(|| Context::new(head(request), self.served(peer), C::SECRET_FIELDS)))
    }

    fn served(&self, peer: Option<SocketAddr>) -> Served {
        Served { under: self.settings.under.len(), max_body: self.settings.max_body, peer }
    }
}

/// The head of a request, which goes on.
fn head<B>(request: &Request<B>) -> Parts {
    let (mut head, ()) = Request::new(()).into_parts();
    head.method = request.method().clone();
    head.uri = request.uri().clone();
    head.version = request.version();
    head.headers = request.headers().clone();
    head.extensions = request.extensions().clone();
    head
}

impl<C: Contract> Clone for Server<C> {
    fn clone(&self) -> Self {
        Self { api: Arc::clone(&self.api), settings: Arc::clone(&self.settings) }
    }
}

impl<C: Contract, B: Body> Service<Request<B>> for Server<C> {
    type Response = Response;
    type Error = Infallible;
    type Future = Answer;

    fn poll_ready(&mut self, _: &mut task::Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Answer {
        self.answer(request, None)
    }
}
