//! From a method and a path to an operation, or to an answer without one.

#![allow(clippy::unwrap_used)]

mod shop;

use shop::wanted::Server;
use shop::{Shop, ask, request, send};

const TOKEN: &str = "Authorization: Bearer foobar";

#[tokio::test]
async fn an_operation_is_found_by_method_and_path() {
    let answer = send("GET", "/items/", &[TOKEN]).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.text(), r#"{"token":"foobar"}"#);
    assert_eq!(answer.header("content-type"), Some("application/json"));
}

#[tokio::test]
async fn head_is_answered_as_get_without_the_content_but_with_its_length() {
    let answer = send("HEAD", "/items/", &[TOKEN]).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.text(), "");
    assert_eq!(answer.header("content-length"), Some("18"));
    assert_eq!(answer.header("content-type"), Some("application/json"));
}

#[tokio::test]
async fn head_of_what_is_not_there_has_no_content_either() {
    let answer = send("HEAD", "/nothing", &[]).await;
    assert_eq!(answer.status, 404);
    assert_eq!((answer.text(), answer.header("content-length")), ("", Some("22")));
}

#[tokio::test]
async fn an_unknown_path_is_404() {
    for path in [
        "/nothing",
        "/items//",
        "//items/",
        "/ITEMS/",
        "/items/1",
        "/items/.",
        "/items/../items/",
        "/items;x=1",
    ] {
        let answer = send("GET", path, &[TOKEN]).await;
        assert_eq!(answer.status, 404, "{path}");
        assert_eq!(answer.text(), r#"{"detail":"Not Found"}"#);
        assert_eq!(answer.header("content-type"), Some("application/json"));
    }
}

#[tokio::test]
async fn another_method_is_405_and_names_those_that_are_there() {
    for method in ["POST", "OPTIONS", "TRACE", "get"] {
        let answer = send(method, "/items/", &[]).await;
        assert_eq!(answer.status, 405, "{method}");
        assert_eq!(answer.text(), r#"{"detail":"Method Not Allowed"}"#);
        assert_eq!(answer.header("allow"), Some("GET, HEAD"));
    }
    assert_eq!(send("HEAD", "/orders", &[]).await.header("allow"), Some("POST"));
}

#[tokio::test]
async fn a_slash_too_few_redirects_and_keeps_the_query() {
    for (target, location) in [
        ("/items", "/items/"),
        ("/items?x=1&y=a%20b&y=%2F", "/items/?x=1&y=a%20b&y=%2F"),
        ("/items?next=//evil.example/", "/items/?next=//evil.example/"),
        ("/%69tems", "/%69tems/"),
    ] {
        for method in ["GET", "HEAD", "POST", "DELETE"] {
            let answer = send(method, target, &["Host: evil.example"]).await;
            assert_eq!(answer.status, 307, "{method} {target}");
            assert_eq!(answer.header("location"), Some(location));
            assert_eq!(answer.text(), "");
        }
    }
}

#[tokio::test]
async fn a_slash_too_many_redirects_too() {
    let answer = send("GET", "/orders/?a=b", &[]).await;
    assert_eq!(answer.status, 307);
    assert_eq!(answer.header("location"), Some("/orders?a=b"));
}

#[tokio::test]
async fn a_redirect_never_leaves_the_server() {
    // A browser reads `\` as `/`, and `//evil.example/` as another host.
    let answer = send("GET", "/orders/\\evil.example/", &[]).await;
    assert_eq!(answer.header("location"), Some("/orders/%5Cevil.example"));
}

#[tokio::test]
async fn a_segment_is_decoded_after_splitting() {
    for path in ["/%69tems/", "/ite%6ds/"] {
        assert_eq!(send("GET", path, &[TOKEN]).await.status, 200, "{path}");
    }
    for path in ["/items%2F", "/%2569tems/", "/items/%2F", "/items/%00"] {
        assert_eq!(send("GET", path, &[TOKEN]).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn a_path_that_cannot_be_decoded_is_404() {
    for path in ["/orders/%zz", "/orders/%", "/orders/%ff", "/orders/%c3%28"] {
        assert_eq!(send("GET", path, &[]).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn a_target_that_is_no_path_is_404() {
    assert_eq!(send("OPTIONS", "*", &[]).await.status, 404);
    assert_eq!(send("CONNECT", "items:80", &[]).await.status, 404);
}

#[tokio::test]
async fn a_target_in_absolute_form_is_its_path() {
    assert_eq!(send("GET", "http://elsewhere.example/items/", &[TOKEN]).await.status, 200);
    assert_eq!(send("GET", "http://elsewhere.example/items", &[]).await.header("location"), Some("/items/"));
}

#[tokio::test]
async fn everything_can_be_under_a_prefix() {
    for prefix in ["/api/v1", "api/v1/"] {
        let server = Server::new(Shop).under(prefix);
        let answer = ask(server.clone(), request("GET", "/api/v1/items/", &[TOKEN])).await;
        assert_eq!(answer.status, 200);
        let answer = ask(server.clone(), request("GET", "/api/v1/docs", &[])).await;
        assert_eq!(answer.status, 200);
        let answer =
            ask(server.clone(), request("GET", "/api/v1/orders/7?verbose=true", &["X-Shelf: a"])).await;
        assert_eq!(answer.text(), r#"{"id":7,"item":"a","note":"loud"}"#);
    }
}

#[tokio::test]
async fn nothing_is_beside_the_prefix() {
    let server = Server::new(Shop).under("/api/v1");
    for path in
        ["/items/", "/api/items/", "/api/v2/items/", "/api", "/docs", "/api/v1", "/api/v1/api/v1/items/"]
    {
        assert_eq!(ask(server.clone(), request("GET", path, &[TOKEN])).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn a_redirect_keeps_the_prefix() {
    let server = Server::new(Shop).under("/api/v1");
    let answer = ask(server, request("GET", "/api/v1/items?a", &[])).await;
    assert_eq!(answer.header("location"), Some("/api/v1/items/?a"));
}

#[tokio::test]
async fn no_answer_may_be_sniffed() {
    for (method, path) in [
        ("GET", "/items/"),
        ("GET", "/items"),
        ("GET", "/nothing"),
        ("POST", "/items/"),
        ("GET", "/docs"),
        ("GET", "/docs/swagger-ui.css"),
        ("GET", "/openapi.json"),
        ("GET", "/orders/x"),
    ] {
        let answer = send(method, path, &[]).await;
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "d4 {method} {path}");
    }
}
