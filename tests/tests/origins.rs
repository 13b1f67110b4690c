//! Pages of other origins in a real browser: what their scripts may ask, and what they are told.

use axum::Router;
use axum::response::Html;
use axum::routing::get;
use serde_json::Value;
use specwright_runtime::Cors;
use specwright_tests::browser::{self, Session};
use specwright_tests::first_steps::{FirstSteps, Served, Server, stripping};

/// A page of an origin of its own.
fn page() -> Served {
    Served::by_axum(Router::new().route("/", get(|| async { Html("<!doctype html><title>A page</title>") })))
}

fn origin(page: &Served) -> String {
    format!("http://{}", page.address)
}

/// What a script of the page is told of an answer: its status, its challenge and its text; or that it is told nothing.
fn fetch(browser: &Session, page: &Served, address: &str, init: &str) -> Value {
    browser.open(&format!("{}/", origin(page)));
    browser.run(&format!(
        "return fetch('{address}', {init}).then(async answer => [answer.status, answer.headers.get('www-authenticate'), \
         await answer.text()].join(' '), error => error.name)"
    ))
}

const TOKEN: &str = "{ headers: { Authorization: 'Bearer foobar' } }";

#[test]
fn e1_a_page_of_an_origin_that_may_call_reads_answers_and_challenges() {
    let Some(browser) = browser::start() else { return };
    let page = page();
    let cors = || Cors::origins([origin(&page)]).unwrap();
    let servers = [
        ("", Router::from(Server::new(FirstSteps).cors(cors()))),
        ("/api", stripping("/api", Server::new(FirstSteps).cors(cors()).stripped("/api"))),
    ];
    for (prefix, router) in servers {
        let served = Served::by_axum(router);
        let address = format!("http://{}{prefix}/items/", served.address);
        assert_eq!(fetch(&browser, &page, &address, TOKEN), r#"200  {"token":"foobar"}"#);
        assert_eq!(fetch(&browser, &page, &address, "{}"), r#"401 Bearer {"detail":"Not authenticated"}"#);
        // A simple request is redirected, too.
        let other_end = address.trim_end_matches('/');
        assert_eq!(fetch(&browser, &page, other_end, "{}"), r#"401 Bearer {"detail":"Not authenticated"}"#);
        // There is no such method, so its preflight has no permission.
        assert_eq!(fetch(&browser, &page, &address, "{ method: 'DELETE' }"), "TypeError");
        // The configuration knows no such field.
        assert_eq!(fetch(&browser, &page, &address, "{ headers: { 'X-Other': '1' } }"), "TypeError");
    }
}

#[test]
fn e1_a_page_of_another_origin_is_told_nothing() {
    let Some(browser) = browser::start() else { return };
    let (page, other) = (page(), page());
    let cors = Cors::origins([origin(&other)]).unwrap();
    for server in [Server::new(FirstSteps), Server::new(FirstSteps).cors(cors)] {
        let served = Served::by_axum(Router::from(server));
        let address = format!("http://{}/items/", served.address);
        for init in [TOKEN, "{}"] {
            assert_eq!(fetch(&browser, &page, &address, init), "TypeError");
        }
    }
}

#[test]
fn e2_a_page_of_any_origin_may_call_without_credentials_of_the_browser() {
    let Some(browser) = browser::start() else { return };
    let page = page();
    let served = Served::by_axum(Router::from(Server::new(FirstSteps).cors(Cors::any_origin())));
    let address = format!("http://{}/items/", served.address);
    assert_eq!(fetch(&browser, &page, &address, TOKEN), r#"200  {"token":"foobar"}"#);
    assert_eq!(fetch(&browser, &page, &address, "{ credentials: 'include' }"), "TypeError");
}
