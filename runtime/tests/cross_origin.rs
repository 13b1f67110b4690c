//! Browsers whose pages come from other origins.

#![allow(clippy::unwrap_used)]

mod shop;
mod told;

use std::time::Duration;

use http::HeaderName;
use shop::wanted::Server;
use shop::{Answered, Shop, ask, request};
use specwright_runtime::{Cors, Server as ServerOf};
use told::Told;

const HOME: &str = "Origin: https://app.example";
const STRANGER: &str = "Origin: https://evil.example";
const TOKEN: &str = "Authorization: Bearer foobar";
const GET: &str = "Access-Control-Request-Method: GET";

fn home() -> Cors {
    Cors::origins(["https://app.example", "http://localhost:5173"]).unwrap()
}

async fn at(cors: Cors, method: &str, target: &str, fields: &[&str]) -> Answered {
    ask(Server::new(Shop).cors(cors), request(method, target, fields)).await
}

async fn told(method: &str, fields: &[&str]) -> Answered {
    ask(ServerOf::<Told>::new(()).cors(home()), request(method, "/told", fields)).await
}

fn permissions(answer: &Answered) -> Vec<&str> {
    let names = answer.headers.keys().map(HeaderName::as_str);
    names.filter(|name| name.starts_with("access-control-")).collect()
}

#[tokio::test]
async fn e1_without_configuration_there_are_no_cross_origin_rules() {
    let server = Server::new(Shop);
    for (method, fields, status) in [("GET", [HOME, TOKEN], 200), ("OPTIONS", [HOME, GET], 405)] {
        let answer = ask(server.clone(), request(method, "/items/", &fields)).await;
        assert_eq!(answer.status, status);
        assert!(permissions(&answer).is_empty() && answer.header("vary").is_none());
    }
}

#[tokio::test]
async fn e1_every_answer_can_be_read_by_an_origin_that_may_call() {
    for (method, target, token, status) in [
        ("GET", "/items/", "foobar", 200),
        ("HEAD", "/items/", "foobar", 200),
        ("GET", "/items/", "a b", 401),
        ("GET", "/items/", "expired", 401),
        ("GET", "/items/", "poor", 403),
        ("GET", "/items/", "trouble", 500),
        ("GET", "/items/", "down", 503),
        ("GET", "/items", "foobar", 307),
        ("GET", "/nothing", "foobar", 404),
        ("POST", "/items/", "foobar", 405),
        ("GET", "/orders/x", "foobar", 422),
        ("POST", "/orders", "foobar", 422),
        ("GET", "/docs", "foobar", 200),
    ] {
        let token = format!("Authorization: Bearer {token}");
        let answer = at(home(), method, target, &[HOME, &token]).await;
        assert_eq!(answer.status, status, "{method} {target}");
        assert_eq!(answer.header("access-control-allow-origin"), Some("https://app.example"), "{target}");
        assert_eq!(answer.header("access-control-expose-headers"), Some("www-authenticate"), "{target}");
        assert_eq!(answer.header("access-control-allow-credentials"), None, "{target}");
        assert_eq!(answer.header("vary"), Some("origin"), "{target}");
    }
}

#[tokio::test]
async fn e1_a_challenge_is_there_to_be_read() {
    let answer = at(home(), "GET", "/items/", &[HOME]).await;
    assert_eq!((answer.status.as_u16(), answer.header("www-authenticate")), (401, Some("Bearer")));
    assert_eq!(answer.header("access-control-allow-origin"), Some("https://app.example"));
}

#[tokio::test]
async fn e1_another_origin_is_answered_without_permission() {
    for origins in
        [&[STRANGER][..], &["Origin: null"], &["Origin: https://app.example:443"], &[HOME, STRANGER], &[]]
    {
        let answer = at(home(), "GET", "/items/", &[origins, &[TOKEN]].concat()).await;
        assert_eq!((answer.status.as_u16(), answer.text()), (200, r#"{"token":"foobar"}"#));
        assert!(permissions(&answer).is_empty(), "{origins:?}");
        assert_eq!(answer.header("vary"), Some("origin"));
    }
}

#[tokio::test]
async fn e1_what_varies_otherwise_goes_on_varying_and_the_configuration_wins() {
    let answer = told("GET", &[HOME]).await;
    let vary: Vec<_> = answer.headers.get_all("vary").iter().collect();
    assert_eq!(vary, ["accept", "origin"]);
    let origins: Vec<_> = answer.headers.get_all("access-control-allow-origin").iter().collect();
    assert_eq!(origins, ["https://app.example"]);
}

#[tokio::test]
async fn e2_any_origin_may_call_without_credentials() {
    for origin in [STRANGER, "Origin: null"] {
        let answer = at(Cors::any_origin(), "GET", "/items/", &[origin]).await;
        assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
        assert_eq!(answer.header("access-control-allow-credentials"), None);
    }
}

#[tokio::test]
async fn e2_credentials_are_for_named_origins() {
    let cors = Cors::origins_with_credentials(["https://app.example"]).unwrap();
    for fields in [&[HOME][..], &[HOME, GET]] {
        let method = if fields.len() == 2 { "OPTIONS" } else { "GET" };
        let answer = at(cors.clone(), method, "/items/", fields).await;
        assert_eq!(answer.header("access-control-allow-origin"), Some("https://app.example"));
        assert_eq!(answer.header("access-control-allow-credentials"), Some("true"));
    }
    assert!(permissions(&at(cors, "GET", "/items/", &[STRANGER]).await).is_empty());
}

#[tokio::test]
async fn q9_a_preflight_is_answered_without_authentication() {
    let fields = [HOME, GET, "Access-Control-Request-Headers: authorization"];
    let answer = at(home(), "OPTIONS", "/items/", &fields).await;
    assert_eq!((answer.status.as_u16(), answer.text()), (204, ""));
    assert_eq!(answer.header("access-control-allow-origin"), Some("https://app.example"));
    assert_eq!(answer.header("access-control-allow-methods"), Some("GET"));
    assert_eq!(answer.header("access-control-allow-headers"), Some("authorization, content-type"));
    assert_eq!(answer.header("access-control-max-age"), None);
    assert_eq!(answer.header("access-control-expose-headers"), None);
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
    let vary = "origin, access-control-request-method, access-control-request-headers";
    assert_eq!(answer.header("vary"), Some(vary));
}

#[tokio::test]
async fn e3_a_preflight_is_for_methods_that_are_there() {
    for (target, method, status) in [
        ("/items/", "GET", 204),
        ("/items/", "HEAD", 204),
        ("/orders", "POST", 204),
        ("/orders/7", "GET", 204),
        ("/docs", "GET", 204),
        ("/openapi.json", "HEAD", 204),
        ("/items/", "POST", 405),
        ("/items/", "get", 405),
        ("/items/", "OPTIONS", 405),
        ("/orders", "DELETE", 405),
        ("/docs", "POST", 405),
        ("/nothing", "GET", 404),
        ("/nothing", "HEAD", 404),
        ("/items", "GET", 307),
    ] {
        let asked_for = format!("Access-Control-Request-Method: {method}");
        let answer = at(home(), "OPTIONS", target, &[HOME, &asked_for]).await;
        assert_eq!(answer.status, status, "{method} {target}");
        assert_eq!(permissions(&answer).is_empty(), status != 204, "{method} {target}");
        assert_eq!(answer.text().is_empty(), status < 400, "{method} {target}");
        assert!(answer.header("vary").unwrap().starts_with("origin"));
    }
}

#[tokio::test]
async fn e3_a_preflight_from_another_origin_is_an_options_like_all() {
    let answer = at(home(), "OPTIONS", "/items/", &[STRANGER, GET]).await;
    assert_eq!((answer.status.as_u16(), answer.header("allow")), (405, Some("GET, HEAD")));
    assert!(permissions(&answer).is_empty());
    let answer = told("OPTIONS", &[STRANGER, GET]).await;
    assert_eq!((answer.status.as_u16(), answer.text()), (200, "\"the document's own\""));
    assert!(permissions(&answer).is_empty());
}

#[tokio::test]
async fn e3_an_options_of_the_document_answers_all_but_preflights() {
    let answer = told("OPTIONS", &[HOME]).await;
    assert_eq!(answer.text(), "\"the document's own\"");
    assert_eq!(answer.header("access-control-allow-origin"), Some("https://app.example"));
    let answer = told("OPTIONS", &[HOME, GET]).await;
    assert_eq!((answer.status.as_u16(), answer.text()), (204, ""));
    let answer = told("OPTIONS", &[HOME, "Access-Control-Request-Method: OPTIONS"]).await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("access-control-allow-methods")),
        (204, Some("OPTIONS"))
    );
    for odd in [&["Access-Control-Request-Method: a b"][..], &[GET, GET], &["Access-Control-Request-Method:"]]
    {
        assert_eq!(told("OPTIONS", &[&[HOME], odd].concat()).await.text(), "\"the document's own\"");
    }
}

#[tokio::test]
async fn more_fields_and_a_time_are_configured() {
    let cors = home()
        .accept([HeaderName::from_static("x-shelf")])
        .expose([HeaderName::from_static("x-count")])
        .max_age(Duration::from_secs(600));
    let answer = at(cors.clone(), "OPTIONS", "/items/", &[HOME, GET]).await;
    assert_eq!(answer.header("access-control-allow-headers"), Some("authorization, content-type, x-shelf"));
    assert_eq!(answer.header("access-control-max-age"), Some("600"));
    let answer = at(cors, "GET", "/items/", &[HOME]).await;
    assert_eq!(answer.header("access-control-expose-headers"), Some("www-authenticate, x-count"));
}
