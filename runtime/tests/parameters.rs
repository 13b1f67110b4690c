//! Parameters in path, query and header, and what is said of them where they are wrong.

mod head;
mod shop;

use std::sync::mpsc;

use shop::{Answered, send};
use specwright_runtime::decode::{INTEGER, list};
use specwright_runtime::parameter::Parameter;
use specwright_runtime::{Failure, Input};

const SHELF: &str = "X-Shelf: a";

/// The problems of an answer, as `place.name type`.
fn problems(answer: &Answered) -> Vec<String> {
    assert_eq!(answer.status, 422, "{}", answer.text());
    let entries = answer.text().split("{\"type\":\"").skip(1);
    let mut problems: Vec<String> = entries
        .map(|entry| {
            let (kind, rest) = entry.split_once("\",\"loc\":[").unwrap_or_default();
            let (loc, _) = rest.split_once(']').unwrap_or_default();
            format!("{} {kind}", loc.replace('"', "").replace(',', "."))
        })
        .collect();
    problems.sort();
    problems
}

async fn wrong(target: &str, fields: &[&str]) -> Vec<String> {
    problems(&send("GET", target, fields).await)
}

#[tokio::test]
async fn parameters_are_read_from_their_places() {
    let answer = send("GET", "/orders/7?verbose=false&unknown=1", &["x-shelf:  top left "]).await;
    assert_eq!(answer.text(), r#"{"id":7,"item":"top left","note":"quiet"}"#);
}

#[tokio::test]
async fn an_optional_parameter_may_be_left_out() {
    assert_eq!(send("GET", "/orders/7", &[SHELF]).await.text(), r#"{"id":7,"item":"a"}"#);
}

#[tokio::test]
async fn an_empty_header_is_an_empty_string() {
    assert_eq!(send("GET", "/orders/7", &["X-Shelf:"]).await.text(), r#"{"id":7,"item":""}"#);
}

#[tokio::test]
async fn a_path_parameter_is_decoded() {
    assert_eq!(send("GET", "/orders/%37", &[SHELF]).await.text(), r#"{"id":7,"item":"a"}"#);
    assert_eq!(wrong("/orders/7%2F8", &[SHELF]).await, ["path.orderId int_parsing"]);
}

#[tokio::test]
async fn all_that_is_wrong_is_said_at_once() {
    let expected = ["header.X-Shelf missing", "path.orderId int_parsing", "query.verbose bool_parsing"];
    assert_eq!(wrong("/orders/seven?verbose=1", &[]).await, expected);
}

#[tokio::test]
async fn what_is_wrong_is_said_in_fastapis_shape_and_not_repeated() {
    let answer = send("GET", "/orders/%3Cscript%3E", &[SHELF]).await;
    assert_eq!(answer.header("content-type"), Some("application/json"));
    assert!(
        answer.text().starts_with(r#"{"detail":[{"type":"int_parsing","loc":["path","orderId"],"msg":""#)
    );
    assert!(!answer.text().contains("script"));
}

#[tokio::test]
async fn a_parameter_may_be_there_once() {
    let fields = [SHELF, "X-Shelf: b"];
    let expected = ["header.X-Shelf repeated", "query.verbose repeated"];
    assert_eq!(wrong("/orders/7?verbose=true&a=b&verbose=true", &fields).await, expected);
}

#[tokio::test]
async fn a_parameter_is_utf_8() {
    let expected = ["header.X-Shelf string_unicode", "query.verbose string_unicode"];
    let mut request = shop::request("GET", "/orders/7?verbose=%ff", &[]);
    if let Ok(value) = http::HeaderValue::from_bytes(b"\xff") {
        request.headers_mut().insert("x-shelf", value);
    }
    assert_eq!(problems(&shop::ask(shop::wanted::Server::new(shop::Shop), request).await), expected);
}

#[tokio::test]
async fn a_parameter_without_a_value_is_empty_and_not_absent() {
    assert_eq!(wrong("/orders/7?verbose", &[SHELF]).await, ["query.verbose bool_parsing"]);
    assert_eq!(wrong("/orders/7?verbose=", &[SHELF]).await, ["query.verbose bool_parsing"]);
}

#[tokio::test]
async fn a_parameter_in_another_place_or_case_is_another() {
    assert_eq!(wrong("/orders/7?X-Shelf=a", &[]).await, ["header.X-Shelf missing"]);
    assert_eq!(send("GET", "/orders/7?Verbose=x", &[SHELF]).await.status, 200);
}

#[tokio::test]
async fn no_more_than_a_hundred_problems_of_all_places_are_told() {
    let (tell, told) = mpsc::channel();
    let letters = vec!["x"; 60].join(",");
    let fields = [("x-one", letters.as_str()), ("x-other", letters.as_str())];
    head::answer_of("GET", &fields, move |context| {
        let mut input = Input::of(context);
        input.required(Parameter::header("X-One"), list(INTEGER));
        input.required(Parameter::header("X-Other"), list(INTEGER));
        let _ = tell.send(input.rejected().problems().len());
        Err(Failure::new("read"))
    })
    .await;
    assert_eq!(told.recv(), Ok(100));
}
