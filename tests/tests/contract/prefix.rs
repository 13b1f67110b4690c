//! The same server under a prefix: in a router, by itself, and behind a proxy that strips it.

use std::sync::Arc;

use axum::Router;
use axum::routing::get;
use specwright_runtime::Caller;
use specwright_tests::exchange::{Request, Response};
use specwright_tests::first_steps::{FirstSteps, OAuth2PasswordBearer, Served, Server, stripping};

/// The ways to be under `/api/v1`, by their names.
fn every_way() -> [(&'static str, Served); 3] {
    let nested = Router::new().nest_service("/api/v1", Server::new(FirstSteps));
    let under = Router::from(Server::new(FirstSteps).under("/api/v1"));
    let stripped = stripping("/api/v1", Server::new(FirstSteps).stripped("/api/v1"));
    [("nested", nested), ("under", under), ("stripped", stripped)]
        .map(|(way, router)| (way, Served::by_axum(router)))
}

fn ask(served: &Served, path: &str) -> Response {
    Request::get(path).with("Authorization", "Bearer a").send(served.address).unwrap()
}

#[test]
fn operations_are_under_the_prefix() {
    for (way, served) in every_way() {
        assert_eq!(ask(&served, "/api/v1/items/").text(), r#"{"token":"a"}"#, "{way}");
        let refused = Request::get("/api/v1/items/").send(served.address).unwrap();
        assert_eq!(refused.status, 401, "{way}");
        assert_eq!(refused.header("www-authenticate").as_deref(), Some("Bearer"), "{way}");
    }
}

#[test]
fn nothing_is_beside_the_prefix() {
    for (way, served) in every_way() {
        for path in ["/items/", "/docs", "/openapi.yaml", "/api/items/", "/api/v2/items/", "/api/v1items/"] {
            assert_eq!(ask(&served, path).status, 404, "{way}: {path}");
        }
    }
}

#[test]
fn redirects_have_the_prefix() {
    for (way, served) in every_way() {
        for (path, location) in [
            ("/api/v1/items", "/api/v1/items/"),
            ("/api/v1/items?a=b%20c", "/api/v1/items/?a=b%20c"),
            ("/api/v1/docs/", "/api/v1/docs"),
        ] {
            let response = ask(&served, path);
            assert_eq!(response.status, 307, "{way}: {path}");
            assert_eq!(response.header("location").as_deref(), Some(location), "{way}");
        }
    }
}

#[test]
fn the_page_and_all_that_it_names_are_under_the_prefix() {
    for (way, served) in every_way() {
        let page = ask(&served, "/api/v1/docs");
        assert_eq!(page.status, 200, "{way}");
        let addresses = addresses(&page.text());
        assert!(addresses.len() > 5, "{way}: {addresses:?}");
        for address in addresses {
            assert!(!address.starts_with('/') && !address.contains(':'), "{way}: {address} is not relative");
            let path = format!("/api/v1/{address}");
            assert_eq!(ask(&served, &path).status, 200, "{way}: {path}");
        }
    }
}

/// What a page refers to.
fn addresses(html: &str) -> Vec<String> {
    let names = ["src", "href", "data-document", "data-oauth2-redirect"].map(|name| format!("{name}=\""));
    let after = names.iter().flat_map(|name| html.split(&**name).skip(1));
    after.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

#[test]
fn a_handwritten_route_beside_it_asks_for_the_same_credential() {
    async fn whoami(Caller(token): Caller<OAuth2PasswordBearer, FirstSteps>) -> String {
        token.expose().to_owned()
    }

    let nested = Router::new().nest_service("/api/v1", Server::new(FirstSteps));
    let by_hand = Router::new().route("/whoami", get(whoami)).with_state(Arc::new(FirstSteps));
    let served = Served::by_axum(nested.merge(by_hand));
    assert_eq!(ask(&served, "/whoami").text(), "a");
    let [by_hand, generated] =
        ["/whoami", "/api/v1/items/"].map(|path| Request::get(path).send(served.address).unwrap());
    for response in [&by_hand, &generated] {
        assert_eq!(response.status, 401);
        assert_eq!(response.header("www-authenticate").as_deref(), Some("Bearer"));
        assert_eq!(response.header("content-type").as_deref(), Some("application/json"));
    }
    assert_eq!(by_hand.text(), generated.text());
}
