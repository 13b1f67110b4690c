//! Webhooks: the requests that they make.

#[path = "../../driven/webhooks/mod.rs"]
#[rustfmt::skip]
mod generated;

use generated::*;
use specwright_runtime::http::Uri;

fn url() -> Uri {
    Uri::from_static("https://receiver.example/hook")
}

#[test]
fn a_webhook_is_a_request_with_its_headers_and_content() {
    let body = Pet { name: "Rex".to_owned(), tag: None };
    let request = NewPet { x_delivery: 7, x_reason: Some(Reason::Born), body }.request(url()).unwrap();
    let (head, body) = request.into_parts();
    assert_eq!((head.method.as_str(), head.uri), ("POST", url()));
    let header = |name: &str| head.headers.get(name).map(|value| value.to_str().unwrap());
    assert_eq!((header("x-delivery"), header("x-reason")), (Some("7"), Some("born")));
    assert_eq!(header("content-type"), Some("application/json"));
    assert_eq!(body, br#"{"name":"Rex"}"#);
}

#[test]
fn content_that_is_not_there_has_no_media_type() {
    let request = GonePost { body: None }.request(url()).unwrap();
    assert!(request.headers().is_empty() && request.body().is_empty());
    let request = GonePost { body: Some(GonePostBody { id: 1 }) }.request(url()).unwrap();
    assert_eq!(request.headers().get("content-type").unwrap(), "application/cloudevents+json");
    assert_eq!(request.body(), br#"{"id":1}"#);
}

#[test]
fn a_webhook_may_have_nothing_but_a_method() {
    let request = PetIsGone.request(url()).unwrap();
    assert_eq!((request.method().as_str(), request.body().len()), ("DELETE", 0));
}
