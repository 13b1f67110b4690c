//! Responses that are sent item by item.

#![allow(clippy::unwrap_used)]

mod head;

use std::time::Duration;

use head::{Answer, Steps, answer};
use http_body_util::BodyExt;
use specwright_runtime::{Event, Items, Reply, Response};
use tokio::sync::mpsc;
use tokio::time;

async fn sent(reply: Reply) -> Answer {
    answer("GET", &[], reply).await
}

#[tokio::test]
async fn json_lines_are_an_item_on_each_line() {
    let items = Items::from(vec!["a\nb".to_owned(), "c".to_owned()]);
    let answer = sent(Reply::json_lines(200, "application/jsonl", items)).await;
    assert_eq!(answer.text(), "\"a\\nb\"\n\"c\"\n");
    assert_eq!(answer.header("content-type"), Some("application/jsonl"));
}

#[tokio::test]
async fn a_json_sequence_has_a_separator_in_front_of_each_item() {
    let items = Items::new(Steps::of([1_i64, 2]));
    let answer = sent(Reply::json_sequence(200, "application/json-seq", items)).await;
    assert_eq!(answer.text(), "\u{1e}1\n\u{1e}2\n");
}

#[tokio::test]
async fn an_event_has_its_fields_and_its_data_as_json() {
    let event = Event::new(vec!["a\nb".to_owned()]).named("price").id("7").retry(Duration::from_millis(1500));
    let answer = sent(Reply::events(200, vec![event, Event::new(Vec::new())].into())).await;
    assert_eq!(answer.text(), "event: price\nid: 7\nretry: 1500\ndata: [\"a\\nb\"]\n\ndata: []\n\n");
    assert_eq!(answer.header("content-type"), Some("text/event-stream"));
    assert_eq!(answer.header("cache-control"), Some("no-cache"));
}

#[tokio::test]
async fn text_of_several_lines_is_a_field_for_each_of_them() {
    let items = ["a\nb", "c\r\nd\re", ""].map(|text| Event::new(text.to_owned())).into_iter().collect();
    let answer = sent(Reply::text_events(200, items)).await;
    assert_eq!(answer.text(), "data: a\ndata: b\n\ndata: c\ndata: d\ndata: e\n\ndata: \n\n");
}

#[tokio::test]
async fn a_line_end_in_a_name_or_an_id_injects_nothing_and_ends_the_stream() {
    for event in [Event::new(1_i64).named("a\ndata: 2"), Event::new(1).id("a\rb"), Event::new(1).id("a\0b")] {
        let answer = sent(Reply::events(200, vec![Event::new(0), event, Event::new(3)].into())).await;
        assert_eq!((answer.text(), answer.is_whole()), ("data: 0\n\n", false));
    }
}

#[tokio::test]
async fn a_stream_that_fails_breaks_off() {
    let items = Items::fallible(Steps::of([Ok(1_i64), Err("the database is gone"), Ok(2)]));
    let answer = sent(Reply::json_lines(200, "application/jsonl", items)).await;
    assert_eq!((answer.text(), answer.is_whole()), ("1\n", false));
}

#[tokio::test]
async fn items_come_as_they_are_sent_into_a_channel() {
    let (sender, receiver) = mpsc::channel(1);
    let response = Response::from(Reply::json_lines(200, "application/jsonl", Items::<i64>::from(receiver)));
    let mut body = response.into_body();
    for (item, line) in [(1, "1\n"), (2, "2\n")] {
        sender.send(item).await.unwrap();
        assert_eq!(body.frame().await.unwrap().unwrap().into_data().unwrap(), line);
    }
    drop(sender);
    assert!(body.frame().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn in_silence_there_is_a_comment_now_and_then() {
    let (sender, receiver) = mpsc::channel(1);
    let response = Response::from(Reply::events(200, Items::<Event<i64>>::from(receiver)));
    let mut body = response.into_body();
    let since = time::Instant::now();
    for _ in 0..2 {
        assert_eq!(body.frame().await.unwrap().unwrap().into_data().unwrap(), ":\n\n");
    }
    assert_eq!(since.elapsed().as_secs(), 30);
    sender.send(1.into()).await.unwrap();
    assert_eq!(body.frame().await.unwrap().unwrap().into_data().unwrap(), "data: 1\n\n");
}

#[tokio::test]
async fn head_has_no_items() {
    let reply = Reply::json_lines(200, "application/jsonl", Items::from(vec![1_i64]));
    assert_eq!(answer("HEAD", &[], reply).await.text(), "");
}
