//! Servers and credentials in axum.

#![cfg(feature = "axum")]

mod shop;

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::routing::get;
use http::Request;
use http_body_util::BodyExt;
use shop::wanted::Server;
use shop::wanted::security::OAuth2PasswordBearer;
use shop::{Answered, Shop, ask, request};
use specwright_runtime::Caller;

const TOKEN: &str = "Authorization: Bearer foobar";

async fn at(router: &Router, method: &str, target: &str, fields: &[&str]) -> Answered {
    let request: Request<Body> =
        request(method, target, fields).map(|body| Body::new(body.map_err(|never| match never {})));
    ask(router.clone(), request).await
}

#[tokio::test]
async fn a_server_converts_into_a_router() {
    let router = Router::from(Server::new(Shop));
    assert_eq!(at(&router, "GET", "/items/", &[TOKEN]).await.text(), r#"{"token":"foobar"}"#);
    assert_eq!(at(&router, "GET", "/items/", &[]).await.status, 401);
    assert_eq!(at(&router, "GET", "/items", &[]).await.header("location"), Some("/items/"));
    assert_eq!(at(&router, "PUT", "/items/", &[]).await.header("allow"), Some("GET, HEAD"));
}

#[tokio::test]
async fn a_router_may_have_routes_of_its_own() {
    let router = Router::from(Server::new(Shop)).route("/health", get(|| async { "good" }));
    assert_eq!(at(&router, "GET", "/health", &[]).await.text(), "good");
    assert_eq!(at(&router, "GET", "/items/", &[TOKEN]).await.status, 200);
    assert_eq!(at(&router, "GET", "/nothing", &[]).await.text(), r#"{"detail":"Not Found"}"#);
}

#[tokio::test]
async fn a_nested_server_redirects_to_where_it_is_nested() {
    let router = Router::new().nest_service("/api/v1", Server::new(Shop));
    assert_eq!(at(&router, "GET", "/api/v1/items/", &[TOKEN]).await.status, 200);
    assert_eq!(at(&router, "GET", "/api/v1/docs", &[]).await.status, 200);
    assert_eq!(at(&router, "GET", "/api/v1/items?a", &[]).await.header("location"), Some("/api/v1/items/?a"));
    assert_eq!(at(&router, "GET", "/api/v1/orders/x", &["X-Shelf: a"]).await.status, 422);
}

#[tokio::test]
async fn a_handwritten_route_asks_for_a_caller_with_the_same_answers() {
    async fn whoami(Caller(token): Caller<OAuth2PasswordBearer, Shop>) -> String {
        token.expose().to_owned()
    }

    let by_hand = Router::new().route("/whoami", get(whoami)).with_state(Arc::new(Shop));
    let router = Router::from(Server::new(Shop)).merge(by_hand);
    assert_eq!(at(&router, "GET", "/whoami", &[TOKEN]).await.text(), "foobar");
    for fields in
        [&[][..], &["Authorization: Bearer a b"], &["Authorization: Bearer a", "Authorization: Bearer b"]]
    {
        let by_hand = at(&router, "GET", "/whoami", fields).await;
        let generated = at(&router, "GET", "/items/", fields).await;
        assert_eq!(by_hand.status, generated.status);
        assert_eq!(by_hand.body, generated.body);
        for name in ["www-authenticate", "cache-control", "content-type", "x-content-type-options"] {
            assert_eq!(by_hand.header(name), generated.header(name), "{name}");
        }
    }
}
