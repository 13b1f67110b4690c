//! The document and its page, as they are served.

use std::fs;

use serde_json::Value;
use specwright_tests::exchange::{Request, Response};
use specwright_tests::reference::{self, root};
use specwright_tests::serving::Serving;

fn spec() -> Vec<u8> {
    fs::read(root().join("spec/spec.yaml")).unwrap()
}

fn get(server: &Serving, path: &str) -> Response {
    Request::get(path).send(server.address).unwrap()
}

#[test]
fn openapi_yaml_is_the_document_byte_for_byte() {
    let response = get(&reference::start(), "/openapi.yaml");
    assert_eq!(response.status, 200);
    assert_eq!(response.header("content-type").as_deref(), Some("application/yaml"));
    assert!(response.body == spec(), "{}", response.text());
}

#[test]
fn openapi_json_is_the_document_in_the_same_order() {
    let response = get(&reference::start(), "/openapi.json");
    assert_eq!(response.status, 200);
    assert_eq!(response.header("content-type").as_deref(), Some("application/json"));
    let document: Value = serde_yaml::from_slice(&spec()).unwrap();
    let served: Value = serde_json::from_slice(&response.body).unwrap();
    // As text, because objects are equal in any order.
    assert_eq!(served.to_string(), document.to_string());
}

#[test]
fn who_has_the_document_is_told_so() {
    let server = reference::start();
    for path in ["/openapi.yaml", "/openapi.json", "/docs", "/docs/swagger-ui.css"] {
        let tag = get(&server, path).header("etag").unwrap_or_else(|| panic!("{path} has no tag"));
        let again = Request::get(path).with("If-None-Match", &tag).send(server.address).unwrap();
        assert_eq!((again.status, again.body.len()), (304, 0), "{path}");
        assert_eq!(again.header("etag").as_deref(), Some(&*tag), "{path}");
        let other = Request::get(path).with("If-None-Match", "\"other\"").send(server.address).unwrap();
        assert_eq!(other.status, 200, "{path}");
    }
}

#[test]
fn what_the_page_loads_is_compressed_for_who_takes_that() {
    let server = reference::start();
    for path in ["/docs/swagger-ui-bundle.js", "/docs/swagger-ui.css"] {
        let plain = get(&server, path);
        let packed = Request::get(path).with("Accept-Encoding", "br, gzip").send(server.address).unwrap();
        assert_eq!(plain.header("content-encoding"), None, "{path}");
        assert_eq!(packed.header("content-encoding").as_deref(), Some("gzip"), "{path}");
        assert_ne!(plain.header("etag"), packed.header("etag"), "{path}");
        for response in [&plain, &packed] {
            assert_eq!(response.header("vary").as_deref(), Some("accept-encoding"), "{path}");
        }
        // RFC 1952, 2.3.1: the last four bytes are the length of what is packed.
        let length = packed.body.last_chunk().map(|bytes| u32::from_le_bytes(*bytes));
        assert_eq!(length, u32::try_from(plain.body.len()).ok(), "{path}");
        assert!(packed.body.len() * 2 < plain.body.len(), "{path}");
    }
}

#[test]
fn what_is_served_for_browsers_is_not_sniffed() {
    let server = reference::start();
    for path in
        ["/docs", "/docs/swagger-ui-bundle.js", "/openapi.yaml", "/openapi.json", "/items/", "/nothing"]
    {
        let response = get(&server, path);
        assert_eq!(response.header("x-content-type-options").as_deref(), Some("nosniff"), "{path}");
    }
}

#[test]
fn the_page_may_load_only_from_its_own_server_and_nothing_inline() {
    let policy = get(&reference::start(), "/docs").header("content-security-policy").unwrap();
    assert!(policy.starts_with("default-src 'none'; "), "{policy}");
    for directive in
        ["script-src 'self';", "connect-src 'self';", "base-uri 'none';", "frame-ancestors 'none'"]
    {
        assert!(policy.contains(directive), "{directive} not in {policy}");
    }
    for unsafe_source in ["unsafe", "http", "*"] {
        assert!(!policy.contains(unsafe_source), "{unsafe_source} in {policy}");
    }
}
