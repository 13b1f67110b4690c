//! What operations answer with.

#![allow(clippy::unwrap_used)]

mod shop;

use shop::{order, send};
use specwright_runtime::encode::{Encode, Writer};
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

struct Rate {
    limit: i64,
    policy: &'static str,
}

impl Encode for Rate {
    fn encode(&self, writer: &mut Writer) {
        writer.object().field("limit", &self.limit).field("policy", self.policy).end();
    }
}

fn field(reply: Reply, name: &str) -> Option<Vec<String>> {
    let response = Response::from(reply);
    let text = |value: &http::HeaderValue| value.to_str().unwrap().to_owned();
    (response.status() == 200).then(|| response.headers().get_all(name).iter().map(text).collect())
}

#[test]
fn a_header_may_be_an_array_an_object_or_json() {
    let (reply, rate) = (|| Reply::empty(200), Rate { limit: 5, policy: "fair use" });
    let of = |reply| field(reply, "x").unwrap().join("; ");
    assert_eq!(of(reply().list_header("x", &[1_i64, -2])), "1,-2");
    assert_eq!(of(reply().list_header::<i64>("x", &[])), "");
    assert_eq!(of(reply().object_header("x", &rate, false)), "limit,5,policy,fair use");
    assert_eq!(of(reply().object_header("x", &rate, true)), "limit=5,policy=fair use");
    assert_eq!(of(reply().json_header("x", &rate)), r#"{"limit":5,"policy":"fair use"}"#);
}

#[test]
fn a_cookie_is_set_on_a_line_of_its_own() {
    let cookies = ["a=1; Path=/", "b=2; Expires=Sun, 06 Nov 1994 08:49:37 GMT"].map(str::to_owned);
    assert_eq!(field(Reply::empty(200).each_header("set-cookie", &cookies), "set-cookie").unwrap(), cookies);
}

#[test]
fn an_item_or_a_member_that_would_be_two_or_end_the_line_is_500() {
    let reply = || Reply::empty(200);
    let rate = |policy| Rate { limit: 5, policy };
    assert_eq!(field(reply().list_header("x", &["a,b".to_owned()]), "x"), None);
    assert_eq!(field(reply().list_header("x", &["a\r\nb: c".to_owned()]), "x"), None);
    assert_eq!(field(reply().each_header("set-cookie", &["a\r\nb: c".to_owned()]), "x"), None);
    assert_eq!(field(reply().object_header("x", &rate("a,b"), false), "x"), None);
    assert_eq!(field(reply().object_header("x", &rate("a\nb"), true), "x"), None);
}
