//! Pages of other origins in a real browser: what their scripts may ask, and what they are told.

use axum::Router;
use specwright_runtime::Cors;
use specwright_tests::browser;
use specwright_tests::first_steps::{FirstSteps, Served, Server, stripping};
use specwright_tests::frontend::Frontend;

const TOKEN: &str = "{ headers: { Authorization: 'Bearer foobar' } }";

#[test]
fn e1_a_page_of_an_origin_that_may_call_reads_answers_and_challenges() {
    let Some(browser) = browser::start() else { return };
    let page = Frontend::start();
    let cors = || Cors::origins([page.origin()]).unwrap();
    let servers = [
        ("", Router::from(Server::new(FirstSteps).cors(cors()))),
        ("/api", stripping("/api", Server::new(FirstSteps).cors(cors()).stripped("/api"))),
    ];
    for (prefix, router) in servers {
        let served = Served::by_axum(router);
        let address = format!("http://{}{prefix}/items/", served.address);
        assert_eq!(page.fetch(&browser, &address, TOKEN), r#"200  {"token":"foobar"}"#);
        assert_eq!(page.fetch(&browser, &address, "{}"), r#"401 Bearer {"detail":"Not authenticated"}"#);
        // A simple request is redirected, too.
        let other_end = address.trim_end_matches('/');
        assert_eq!(page.fetch(&browser, other_end, "{}"), r#"401 Bearer {"detail":"Not authenticated"}"#);
        // There is no such method, so its preflight has no permission.
        assert_eq!(page.fetch(&browser, &address, "{ method: 'DELETE' }"), "TypeError");
        // The configuration knows no such field.
        assert_eq!(page.fetch(&browser, &address, "{ headers: { 'X-Other': '1' } }"), "TypeError");
    }
}

#[test]
fn e1_a_page_of_another_origin_is_told_nothing() {
    let Some(browser) = browser::start() else { return };
    let (page, other) = (Frontend::start(), Frontend::start());
    let cors = Cors::origins([other.origin()]).unwrap();
    let server = || Server::new(FirstSteps);
    let servers = [
        ("", Router::from(server())),
        ("", Router::from(server().cors(cors.clone()))),
        ("/api", stripping("/api", server().cors(cors).stripped("/api"))),
    ];
    for (prefix, router) in servers {
        let served = Served::by_axum(router);
        let address = format!("http://{}{prefix}/items/", served.address);
        for init in [TOKEN, "{}"] {
            assert_eq!(page.fetch(&browser, &address, init), "TypeError");
        }
    }
}

#[test]
fn e2_a_page_of_any_origin_may_call_without_credentials_of_the_browser() {
    let Some(browser) = browser::start() else { return };
    let page = Frontend::start();
    let served = Served::by_axum(Router::from(Server::new(FirstSteps).cors(Cors::any_origin())));
    let address = format!("http://{}/items/", served.address);
    assert_eq!(page.fetch(&browser, &address, TOKEN), r#"200  {"token":"foobar"}"#);
    assert_eq!(page.fetch(&browser, &address, "{ credentials: 'include' }"), "TypeError");
}
