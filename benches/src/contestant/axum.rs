//! The same contract by hand, with axum: a route, an extractor, a rejection.

use axum::extract::FromRequestParts;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use http::header::WWW_AUTHENTICATE;
use http::request::Parts;
use http::{HeaderValue, StatusCode};
use serde::Serialize;

use super::bearer;

const BEARER: HeaderValue = HeaderValue::from_static("Bearer");

#[derive(Serialize)]
struct Items {
    token: String,
}

#[derive(Serialize)]
struct Problem {
    detail: &'static str,
}

/// A bearer token.
struct Bearer(String);

impl<S: Sync> FromRequestParts<S> for Bearer {
    type Rejection = Unauthorized;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Unauthorized> {
        bearer::token(&parts.headers).map(|token| Self(token.to_owned())).ok_or(Unauthorized)
    }
}

/// There is no bearer token.
struct Unauthorized;

impl IntoResponse for Unauthorized {
    fn into_response(self) -> Response {
        let problem = Json(Problem { detail: "Not authenticated" });
        (StatusCode::UNAUTHORIZED, [(WWW_AUTHENTICATE, BEARER)], problem).into_response()
    }
}

async fn read_items(Bearer(token): Bearer) -> Json<Items> {
    Json(Items { token })
}

/// A router that is ready to be called: `with_state` is axum's advice to who does not serve it through `axum::serve`.
pub(crate) fn router() -> Router {
    Router::new().route("/items/", get(read_items)).with_state(())
}
