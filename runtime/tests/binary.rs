//! Content that is neither JSON nor text: its conditions, its parts, its head.

#![allow(clippy::unwrap_used)]

mod head;

use std::convert::Infallible;
use std::io::Cursor;
use std::time::{Duration, SystemTime};

use head::{Answer, answer};
use specwright_runtime::{Binary, Reply};

fn ten() -> Binary {
    Binary::from("0123456789")
}

async fn get(content: Binary, fields: &[(&'static str, &'static str)]) -> Answer {
    answer("GET", fields, Reply::binary(200, "image/png", content)).await
}

fn a_day_of_1994() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777)
}

const THAT_DAY: &str = "Sun, 06 Nov 1994 08:49:37 GMT";
const THE_DAY_BEFORE: &str = "Sat, 05 Nov 1994 08:49:37 GMT";

#[tokio::test]
async fn content_is_sent_with_its_media_type_and_offers_its_parts() {
    let answer = get(ten().entity_tag("v1").last_modified(a_day_of_1994()), &[]).await;
    assert_eq!((answer.status, answer.text()), (200, "0123456789"));
    assert_eq!(answer.header("content-type"), Some("image/png"));
    assert_eq!(answer.header("accept-ranges"), Some("bytes"));
    assert_eq!(answer.header("etag"), Some("\"v1\""));
    assert_eq!(answer.header("last-modified"), Some(THAT_DAY));
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
}

#[tokio::test]
async fn a_part_of_bytes_is_206_and_says_which_part_it_is() {
    let answer = get(ten(), &[("range", "bytes=2-4")]).await;
    assert_eq!((answer.status, answer.text()), (206, "234"));
    assert_eq!(answer.header("content-range"), Some("bytes 2-4/10"));
    assert_eq!(answer.header("content-type"), Some("image/png"));
}

#[tokio::test]
async fn a_part_of_a_file_is_read_from_its_place() {
    let file = || Binary::reader(10, Cursor::new("0123456789"));
    assert_eq!(get(file(), &[]).await.text(), "0123456789");
    let answer = get(file(), &[("range", "bytes=-3")]).await;
    assert_eq!((answer.status, answer.text()), (206, "789"));
    assert_eq!(answer.header("content-range"), Some("bytes 7-9/10"));
}

#[tokio::test]
async fn a_part_beyond_the_end_is_416_and_says_how_long_it_is() {
    let answer = get(ten(), &[("range", "bytes=10-")]).await;
    assert_eq!((answer.status, answer.text()), (416, r#"{"detail":"Range Not Satisfiable"}"#));
    assert_eq!(answer.header("content-range"), Some("bytes */10"));
}

#[tokio::test]
async fn several_parts_are_the_whole() {
    assert_eq!(get(ten(), &[("range", "bytes=0-1,4-5")]).await.status, 200);
}

#[tokio::test]
async fn a_part_is_of_get_alone_and_head_tells_the_length() {
    let reply = Reply::binary(200, "image/png", ten());
    let answer = answer("HEAD", &[("range", "bytes=2-4")], reply).await;
    assert_eq!((answer.status, answer.text()), (200, ""));
    assert_eq!(answer.header("content-length"), Some("10"));
}

#[tokio::test]
async fn a_part_is_of_the_same_version_or_there_is_the_whole() {
    let content = || ten().entity_tag("v1").last_modified(a_day_of_1994());
    for (version, status) in
        [("\"v1\"", 206), (THAT_DAY, 206), ("\"v2\"", 200), ("W/\"v1\"", 200), (THE_DAY_BEFORE, 200)]
    {
        let answer = get(content(), &[("range", "bytes=2-4"), ("if-range", version)]).await;
        assert_eq!(answer.status, status, "{version}");
    }
}

#[tokio::test]
async fn what_the_client_has_already_is_304_without_content() {
    let content = || ten().entity_tag("v1").last_modified(a_day_of_1994());
    let known = get(content(), &[("if-none-match", "\"v0\", W/\"v1\"")]).await;
    assert_eq!((known.status, known.text()), (304, ""));
    assert_eq!((known.header("etag"), known.header("content-type")), (Some("\"v1\""), None));
    assert_eq!(get(content(), &[("if-modified-since", THAT_DAY)]).await.status, 304);
    assert_eq!(get(content(), &[("if-modified-since", THE_DAY_BEFORE)]).await.status, 200);
    // The tag is the better witness (RFC 9110, 13.1.3).
    let fields = [("if-none-match", "\"v0\""), ("if-modified-since", THAT_DAY)];
    assert_eq!(get(content(), &fields).await.status, 200);
}

#[tokio::test]
async fn what_is_another_version_than_the_one_asked_for_is_412() {
    let content = || ten().entity_tag("v1").last_modified(a_day_of_1994());
    let other = get(content(), &[("if-match", "\"v0\", W/\"v1\"")]).await;
    assert_eq!((other.status, other.text()), (412, r#"{"detail":"Precondition Failed"}"#));
    assert_eq!(get(content(), &[("if-match", "\"v0\", \"v1\"")]).await.status, 200);
    assert_eq!(get(content(), &[("if-match", "*")]).await.status, 200);
    assert_eq!(get(content(), &[("if-unmodified-since", THE_DAY_BEFORE)]).await.status, 412);
}

#[tokio::test]
async fn conditions_are_of_reading_alone() {
    let reply = Reply::binary(200, "image/png", ten().entity_tag("v1"));
    assert_eq!(answer("POST", &[("if-none-match", "\"v1\"")], reply).await.status, 200);
    let reply = Reply::binary(201, "image/png", ten().entity_tag("v1"));
    assert_eq!(answer("GET", &[("if-none-match", "\"v1\"")], reply).await.status, 201);
}

#[tokio::test]
async fn a_stream_is_whole_and_has_a_length_where_it_says_so() {
    let stream = || head::Steps::of([Ok::<_, Infallible>("01234"), Ok("56789")]);
    let answer = get(Binary::stream(stream()), &[("range", "bytes=2-4")]).await;
    assert_eq!((answer.status, answer.text()), (200, "0123456789"));
    assert_eq!(answer.header("accept-ranges"), None);
    let reply = Reply::binary(200, "image/png", Binary::stream_of(10, stream()));
    assert_eq!(head::answer("HEAD", &[], reply).await.header("content-length"), Some("10"));
    let reply = Reply::binary(200, "image/png", Binary::stream(stream()));
    assert_eq!(head::answer("HEAD", &[], reply).await.header("content-length"), None);
}

#[tokio::test]
async fn a_stream_that_fails_or_is_not_as_long_as_it_said_breaks_off() {
    let stream = || head::Steps::of([Ok::<_, Infallible>("01234"), Ok("56789")]);
    assert!(get(Binary::stream_of(10, stream()), &[]).await.is_whole());
    assert!(!get(Binary::stream_of(9, stream()), &[]).await.is_whole());
    assert!(!get(Binary::stream_of(11, stream()), &[]).await.is_whole());
    assert!(!get(Binary::reader(11, Cursor::new("0123456789")), &[]).await.is_whole());
    let failing = head::Steps::of([Ok("01234"), Err("the disk is gone")]);
    let answer = get(Binary::stream(failing), &[]).await;
    assert_eq!((answer.is_whole(), answer.text()), (false, "01234"));
}

#[tokio::test]
async fn a_range_of_media_types_takes_one_that_is_within_it() {
    let reply = |content: Binary| Reply::binary(200, "image/*", content);
    let svg = answer("GET", &[], reply(ten().media_type("image/svg+xml"))).await;
    assert_eq!((svg.status, svg.header("content-type")), (200, Some("image/svg+xml")));
    for media_type in ["text/html", "image/*", "image/png\r\nx: y", ""] {
        assert_eq!(
            answer("GET", &[], reply(ten().media_type(media_type))).await.status,
            500,
            "{media_type:?}"
        );
    }
    assert_eq!(answer("GET", &[], reply(ten())).await.status, 500);
}

#[tokio::test]
async fn an_entity_tag_that_is_none_is_500() {
    assert_eq!(get(ten().entity_tag("a\"b"), &[]).await.status, 500);
}

#[cfg(feature = "fs")]
#[tokio::test]
async fn a_file_has_its_length_its_date_and_a_tag() {
    let file = Binary::open(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")).await.unwrap();
    let answer = get(file, &[("range", "bytes=0-8")]).await;
    assert_eq!((answer.status, answer.text()), (206, "[package]"));
    assert!(answer.header("etag").is_some() && answer.header("last-modified").is_some());
    assert!(Binary::open(env!("CARGO_MANIFEST_DIR")).await.is_err());
}
