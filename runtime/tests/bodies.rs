//! The body of a request: its media type, its length, its content.

mod shop;

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::Frame;
use http_body_util::Full;
use shop::wanted::Server;
use shop::{Answered, Shop, ask, order, with_body};

const TOKEN: &str = "Authorization: Bearer t";
const JSON: &str = "Content-Type: application/json";
const RAKE: &str = r#"{"item":"rake","count":2}"#;

/// A body of unknown length, chunk by chunk, which may break off.
struct Chunks(Vec<Result<&'static str, &'static str>>);

impl http_body::Body for Chunks {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, std::io::Error>>> {
        if self.0.is_empty() {
            return Poll::Ready(None);
        }
        let chunk = self.0.remove(0).map(|chunk| Frame::data(chunk.into()));
        Poll::Ready(Some(chunk.map_err(std::io::Error::other)))
    }
}

async fn chunked(chunks: &[&'static str], fields: &[&str]) -> Answered {
    let body = Chunks(chunks.iter().copied().map(Ok).collect());
    ask(Server::new(Shop), with_body("POST", "/orders", fields, body)).await
}

async fn with(fields: &[&str], content: &'static str) -> Answered {
    let body = Full::<Bytes>::from(content);
    ask(Server::new(Shop), with_body("POST", "/orders", fields, body)).await
}

fn assert_missing(answer: &Answered) {
    assert_eq!(answer.status, 422);
    assert!(
        answer.text().starts_with(r#"{"detail":[{"type":"missing","loc":["body"],"#),
        "{}",
        answer.text()
    );
}

#[tokio::test]
async fn a_body_is_read_into_its_type() {
    let answer = order(RAKE).await;
    assert_eq!(answer.status, 201);
    assert_eq!(answer.text(), r#"{"id":1,"item":"rake"}"#);
}

#[tokio::test]
async fn a_body_may_come_in_chunks() {
    let answer = chunked(&["", r#"{"item":"#, "", r#""rake","co"#, r#"unt":2}"#], &[TOKEN, JSON]).await;
    assert_eq!(answer.text(), r#"{"id":1,"item":"rake"}"#);
}

#[tokio::test]
async fn what_is_wrong_with_a_body_is_under_body() {
    let answer = order(r#"{"count":0,"more":1}"#).await;
    assert_eq!(answer.status, 422);
    for problem in [
        r#"{"type":"missing","loc":["body","item"],"#,
        r#"{"type":"greater_than_equal","loc":["body","count"],"#,
        r#"{"type":"extra_forbidden","loc":["body","more"],"#,
    ] {
        assert!(answer.text().contains(problem), "{}", answer.text());
    }
}

#[tokio::test]
async fn malformed_json_is_json_invalid() {
    assert!(order("{").await.text().starts_with(r#"{"detail":[{"type":"json_invalid","loc":["body""#));
}

#[tokio::test]
async fn no_bytes_are_no_body_whatever_the_media_type_says() {
    assert_missing(&order("").await);
    assert_missing(&with(&[TOKEN], "").await);
    assert_missing(&with(&[TOKEN, "Content-Type: text/plain"], "").await);
    assert_missing(&chunked(&[], &[TOKEN, JSON]).await);
    assert_missing(&chunked(&["", ""], &[TOKEN, JSON]).await);
}

#[tokio::test]
async fn another_media_type_is_415() {
    for field in ["Content-Type: text/plain", "Content-Type: application/merge-patch+json", "X-None: 1"] {
        let answer = with(&[TOKEN, field], RAKE).await;
        assert_eq!(answer.status, 415, "{field}");
        assert_eq!(answer.text(), r#"{"detail":"Unsupported Media Type"}"#);
    }
}

#[tokio::test]
async fn parameters_of_the_media_type_mean_nothing() {
    for field in
        ["Content-Type: application/json; charset=utf-8", "content-type: Application/Json;charset=iso-8859-1"]
    {
        assert_eq!(with(&[TOKEN, field], RAKE).await.status, 201, "{field}");
    }
}

#[tokio::test]
async fn a_coded_body_is_415() {
    assert_eq!(with(&[TOKEN, JSON, "Content-Encoding: gzip"], RAKE).await.status, 415);
    assert_eq!(with(&[TOKEN, JSON, "Content-Encoding: identity"], RAKE).await.status, 201);
}

#[tokio::test]
async fn a_body_as_long_as_the_limit_is_read() {
    let server = Server::new(Shop).max_body(RAKE.len());
    let request = with_body("POST", "/orders", &[TOKEN, JSON], Full::<Bytes>::from(RAKE));
    assert_eq!(ask(server.clone(), request).await.status, 201);
    let chunks = Chunks(vec![Ok(&RAKE[..9]), Ok(&RAKE[9..])]);
    assert_eq!(ask(server, with_body("POST", "/orders", &[TOKEN, JSON], chunks)).await.status, 201);
}

#[tokio::test]
async fn a_longer_body_is_413() {
    let server = Server::new(Shop).max_body(RAKE.len() - 1);
    let request = with_body("POST", "/orders", &[TOKEN, JSON], Full::<Bytes>::from(RAKE));
    let answer = ask(server.clone(), request).await;
    assert_eq!(answer.status, 413);
    assert_eq!(answer.text(), r#"{"detail":"Content Too Large"}"#);
    for chunks in
        [vec![Ok(RAKE)], vec![Ok(&RAKE[..9]), Ok(&RAKE[9..])], vec![Ok(&RAKE[..9]), Ok("    "), Ok(RAKE)]]
    {
        let request = with_body("POST", "/orders", &[TOKEN, JSON], Chunks(chunks));
        assert_eq!(ask(server.clone(), request).await.status, 413);
    }
}

#[tokio::test]
async fn a_body_of_two_mebibytes_is_read_and_no_longer_one() {
    const LIMIT: usize = 2 * 1024 * 1024;
    for (length, status) in [(LIMIT, 201), (LIMIT + 1, 413)] {
        let body = Full::<Bytes>::from(RAKE.to_owned() + &" ".repeat(length - RAKE.len()));
        let request = with_body("POST", "/orders", &[TOKEN, JSON], body);
        assert_eq!(ask(Server::new(Shop), request).await.status, status);
    }
}

#[tokio::test]
async fn a_body_that_breaks_off_is_400() {
    let body = Chunks(vec![Ok(&RAKE[..9]), Err("reset")]);
    let answer = ask(Server::new(Shop), with_body("POST", "/orders", &[TOKEN, JSON], body)).await;
    assert_eq!(answer.status, 400);
    assert_eq!(answer.text(), r#"{"detail":"Bad Request"}"#);
}

#[tokio::test]
async fn nothing_of_a_body_is_read_before_the_caller_is_known() {
    struct Untouched;

    impl http_body::Body for Untouched {
        type Data = Bytes;
        type Error = Infallible;

        fn poll_frame(
            self: Pin<&mut Self>,
            _: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
            unreachable!("the body is read")
        }
    }

    assert_eq!(ask(Server::new(Shop), with_body("POST", "/orders", &[JSON], Untouched)).await.status, 401);
    let poor = ["Authorization: Bearer poor", JSON];
    assert_eq!(ask(Server::new(Shop), with_body("POST", "/orders", &poor, Untouched)).await.status, 403);
    assert_eq!(ask(Server::new(Shop), with_body("GET", "/items/", &[TOKEN], Untouched)).await.status, 200);
}
