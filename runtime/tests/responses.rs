//! What operations answer with.

#![allow(clippy::unwrap_used)]

mod shop;

use shop::{order, send};
use specwright_runtime::{Reply, Response};

#[tokio::test]
async fn a_declared_response_has_its_status_headers_and_content() {
    let answer = order(r#"{"item":"rake","count":2}"#).await;
    assert_eq!(answer.status, 201);
    assert_eq!(answer.header("location"), Some("/orders/rake"));
    assert_eq!(answer.header("x-count"), Some("2"));
    assert_eq!(answer.header("content-type"), Some("application/json"));
}

#[tokio::test]
async fn an_optional_header_without_a_value_is_not_sent() {
    assert_eq!(order(r#"{"item":"rake","count":1}"#).await.header("x-count"), None);
}

#[tokio::test]
async fn an_empty_response_says_nothing_of_content() {
    let answer = order(r#"{"item":"nothing","count":1}"#).await;
    assert_eq!(answer.status, 204);
    assert_eq!(
        (answer.text(), answer.header("content-type"), answer.header("content-length")),
        ("", None, None)
    );
}

#[tokio::test]
async fn another_declared_status_is_sent_as_it_is() {
    let answer = send("GET", "/orders/404", &["X-Shelf: a"]).await;
    assert_eq!(answer.status, 404);
    assert_eq!(answer.text(), r#"{"detail":"No such order"}"#);
}

#[tokio::test]
async fn a_header_that_cannot_be_sent_is_500_and_injects_nothing() {
    let answer = order(r#"{"item":"a\r\nSet-Cookie: b=c","count":1}"#).await;
    assert_eq!(answer.status, 500);
    assert_eq!(answer.text(), r#"{"detail":"Internal Server Error"}"#);
    assert_eq!((answer.header("set-cookie"), answer.header("location")), (None, None));
}

#[tokio::test]
async fn a_failure_is_500_and_tells_nothing() {
    let answer = send("GET", "/items/", &["Authorization: Bearer trouble"]).await;
    assert_eq!(answer.status, 500);
    assert_eq!(answer.text(), r#"{"detail":"Internal Server Error"}"#);
}

#[tokio::test]
async fn a_failure_that_passes_by_itself_is_503_and_tells_nothing() {
    let answer = send("GET", "/items/", &["Authorization: Bearer pause"]).await;
    assert_eq!(answer.status, 503);
    assert_eq!(answer.text(), r#"{"detail":"Service Unavailable"}"#);
}

#[test]
fn a_header_may_be_text_an_integer_a_number_or_a_boolean() {
    let response: Response = Reply::empty(200)
        .header("x-text", "ünï")
        .header("X-Integer", &i64::MIN)
        .header("x-number", &0.1)
        .header("x-great", &1e300)
        .header("x-whole", &2.0_f32)
        .header("x-boolean", &true)
        .into();
    let header =
        |name: &str| String::from_utf8(response.headers().get(name).unwrap().as_bytes().to_vec()).unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(header("x-text"), "ünï");
    assert_eq!(header("x-integer"), "-9223372036854775808");
    assert_eq!(header("x-number"), "0.1");
    assert_eq!(header("x-great"), "1e300");
    assert_eq!(header("x-whole"), "2.0");
    assert_eq!(header("x-boolean"), "true");
}

#[test]
fn a_header_that_is_no_number_or_has_no_name_is_500() {
    let status = |reply: Reply| Response::from(reply).status();
    assert_eq!(status(Reply::empty(200).header("x-number", &f64::NAN)), 500);
    assert_eq!(status(Reply::empty(200).header("x-number", &f32::INFINITY)), 500);
    assert_eq!(status(Reply::empty(200).header("", &1_i64)), 500);
    assert_eq!(status(Reply::empty(200).header("x y", &1_i64)), 500);
}
