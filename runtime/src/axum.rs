//! Servers and credentials in `axum`.

use std::convert::Infallible;
use std::sync::Arc;

use axum::Router;
use axum::extract::{FromRef, FromRequestParts, OptionalFromRequestParts};
use axum::response::{IntoResponse, Response};
use http::request::Parts;

use crate::context::Context;
use crate::contract::Contract;
use crate::rejection::Rejection;
use crate::render::render;
use crate::security::{Refusal, Requirement};
use crate::server::Server;

/// A router whose every path is the server's, to add layers and handwritten routes to.
///
/// To have the document under a prefix of another router, give the server to `Router::nest_service`.
impl<C: Contract> From<Server<C>> for Router {
    fn from(server: Server<C>) -> Self {
        Self::new().fallback_service(server)
    }
}

/// The caller of a handwritten route, who meets a requirement of the document: a scheme (`security::HttpBearer`), or a
/// combination of schemes, without scopes. A route that asks for a `Caller` answers who does not meet it as the document's
/// operations do; `Option<Caller>` is optional security. The state of the router, or a part of it, is the implementation of the
/// API, in an `Arc`.
///
/// A route that needs scopes calls [`Requirement::required`] and answers with the [`Refusal`].
pub struct Caller<R: Requirement<A>, A: Sync>(pub R::Caller);

impl<R, A, S> FromRequestParts<S> for Caller<R, A>
where
    R: Requirement<A>,
    A: Send + Sync + 'static,
    Arc<A>: FromRef<S>,
    S: Sync,
{
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let api = Arc::from_ref(state);
        R::required(&*api, &Context::of_handwritten(parts), R::Scopes::default()).await.map(Self)
    }
}

impl<R, A, S> OptionalFromRequestParts<S> for Caller<R, A>
where
    R: Requirement<A>,
    A: Send + Sync + 'static,
    Arc<A>: FromRef<S>,
    S: Sync,
{
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Option<Self>, Refusal> {
        let api = Arc::from_ref(state);
        let caller = R::optional(&*api, &Context::of_handwritten(parts), R::Scopes::default()).await?;
        Ok(caller.map(Self))
    }
}

/// The head of a request, for a route that calls [`Requirement::required`] itself.
impl<S: Sync> FromRequestParts<S> for Context {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of_handwritten(parts))
    }
}

/// In FastAPI's shape: a handwritten route is no server's, and has none of its settings.
impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        render(Rejection::Refused(self)).into_response()
    }
}
