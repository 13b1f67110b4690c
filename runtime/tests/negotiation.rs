//! Media types that the client chooses.

#![allow(clippy::unwrap_used)]

mod head;

use head::{Answer, answer_of};
use specwright_runtime::{Failure, MediaTypes, Reply};

#[derive(Debug, Clone, Copy)]
enum ReportType {
    Json,
    Csv,
}

impl MediaTypes for ReportType {
    const MEDIA_TYPES: &'static [(&'static str, Self)] =
        &[("application/json", Self::Json), ("text/csv", Self::Csv)];
}

async fn report(fields: &[(&str, &str)]) -> Answer {
    answer_of("GET", fields, |context| {
        Ok(match context.accept().ok_or_else(Failure::not_acceptable)? {
            ReportType::Json => Reply::json(200, &3_i64),
            ReportType::Csv => Reply::text(200, "text/csv; charset=utf-8", "count\r\n3\r\n"),
        }
        .into())
    })
    .await
}

#[tokio::test]
async fn the_client_gets_what_it_likes_best_and_caches_are_told() {
    let answer = report(&[("accept", "text/csv, application/json;q=0.5")]).await;
    assert_eq!((answer.status, answer.text()), (200, "count\r\n3\r\n"));
    assert_eq!(answer.header("content-type"), Some("text/csv; charset=utf-8"));
    assert_eq!(answer.header("vary"), Some("accept"));
}

#[tokio::test]
async fn a_client_that_likes_nothing_is_told_406_where_the_handler_says_so() {
    let answer = report(&[("accept", "image/png")]).await;
    assert_eq!((answer.status, answer.text()), (406, r#"{"detail":"Not Acceptable"}"#));
}

#[tokio::test]
async fn an_answer_that_asked_nobody_does_not_vary() {
    let answer = answer_of("GET", &[], |_| Ok(Reply::json(200, &3_i64).into())).await;
    assert_eq!(answer.header("vary"), None);
}
