//! Servers and credentials in `axum`.

use axum::Router;
use axum::extract::FromRequestParts;
use axum::response::{IntoResponse, Response};
use http::request::Parts;

use crate::contract::Contract;
use crate::rejection::Rejection;
use crate::render::render;
use crate::security::{BearerToken, Refusal};
use crate::server::Server;

/// A router whose every path is the server's, to add layers and handwritten routes to.
///
/// To have the document under a prefix of another router, give the server to `Router::nest_service`.
impl<C: Contract> From<Server<C>> for Router {
    fn from(server: Server<C>) -> Self {
        Self::new().fallback_service(server)
    }
}

/// A handwritten route that asks for a [`BearerToken`] is refused as the document's operations are.
impl<S: Sync> FromRequestParts<S> for BearerToken {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        Self::of_headers(&parts.headers)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        render(Rejection::Refused(self)).into_response()
    }
}
