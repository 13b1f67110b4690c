//! Serving on a socket.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod shop;
#[path = "shop/socket.rs"]
mod socket;

use std::time::Duration;

use socket::{Client, exchange, serve};
use specwright_runtime::Limits;

#[tokio::test]
async fn a_connection_is_kept_for_the_next_request() {
    let (address, _) = serve(Limits::default()).await;
    let mut client = Client::connect(address).await;
    for token in ["a", "b"] {
        client
            .send(&format!("GET /items/ HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\r\n"))
            .await;
        let response = client.response().await;
        assert!(response.starts_with("HTTP/1.1 200 OK\r\n"), "{response}");
        assert!(response.ends_with(&format!("\r\n\r\n{{\"token\":\"{token}\"}}")), "{response}");
    }
}

#[tokio::test]
async fn http_1_0_is_served_and_needs_no_host() {
    let (address, _) = serve(Limits::default()).await;
    let response = exchange(address, "GET /items/ HTTP/1.0\r\n\r\n").await;
    assert!(response.starts_with("HTTP/1.0 401 Unauthorized\r\n"), "{response}");
}

#[tokio::test]
async fn http_1_1_needs_one_host() {
    let (address, _) = serve(Limits::default()).await;
    for hosts in ["", "Host: a\r\nHost: b\r\n", "Host: a\r\nHost: a\r\n"] {
        let response = exchange(address, &format!("GET /items/ HTTP/1.1\r\n{hosts}\r\n")).await;
        assert!(response.starts_with("HTTP/1.1 400 Bad Request\r\n"), "{response}");
        assert!(response.ends_with("{\"detail\":\"Bad Request\"}"), "{response}");
    }
}

#[tokio::test]
async fn head_has_a_length_and_no_content() {
    let (address, _) = serve(Limits::default()).await;
    let request = "HEAD /items/ HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer t\r\nConnection: close\r\n\r\n";
    let response = exchange(address, request).await;
    assert!(response.contains("content-length: 13\r\n"), "{response}");
    assert!(response.ends_with("\r\n\r\n"), "{response}");
}

#[tokio::test]
async fn a_head_that_is_too_long_is_431() {
    let (address, _) = serve(Limits { max_head: 1024, ..Limits::default() }).await;
    for (length, status) in [(800, "200 OK"), (1024, "431 Request Header Fields Too Large")] {
        let token = "a".repeat(length);
        let request = format!("GET /items/ HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\r\n");
        let response = exchange(address, &request).await;
        assert!(response.starts_with(&format!("HTTP/1.1 {status}\r\n")), "{response}");
    }
}

#[tokio::test]
async fn c9_a_field_of_64_kib_is_handled_by_default() {
    let (address, _) = serve(Limits::default()).await;
    let token = "a".repeat(64 * 1024);
    let request = format!("GET /items/ HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\r\n");
    assert!(exchange(address, &request).await.starts_with("HTTP/1.1 200 OK\r\n"));
}

#[tokio::test]
async fn who_does_not_send_a_head_in_time_is_cut_off() {
    let (address, _) = serve(Limits { head_timeout: Duration::from_millis(50), ..Limits::default() }).await;
    let mut client = Client::connect(address).await;
    client.send("GET /items/ HTTP/1.1\r\nHost:").await;
    assert!(!client.rest().await.contains("200 OK"));
}

#[tokio::test]
async fn who_says_nothing_after_a_response_is_cut_off_too() {
    let (address, _) = serve(Limits { head_timeout: Duration::from_millis(50), ..Limits::default() }).await;
    let mut client = Client::connect(address).await;
    for _ in 0..2 {
        client.send("GET /items/ HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer t\r\n\r\n").await;
        assert!(client.response().await.starts_with("HTTP/1.1 200 OK\r\n"));
    }
    assert_eq!(client.rest().await, "");
}

#[tokio::test]
async fn who_sends_heads_in_time_is_not_cut_off() {
    let (address, _) = serve(Limits { head_timeout: Duration::from_millis(1500), ..Limits::default() }).await;
    let mut client = Client::connect(address).await;
    // More time in all than one head may take.
    for _ in 0..3 {
        tokio::time::sleep(Duration::from_millis(600)).await;
        client.send("GET /items/ HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer t\r\n\r\n").await;
        assert!(client.response().await.starts_with("HTTP/1.1 200 OK\r\n"));
    }
}

#[tokio::test]
async fn a_connection_too_many_waits_for_another_to_end() {
    let (address, _) = serve(Limits { max_connections: 1, ..Limits::default() }).await;
    let request = "GET /items/ HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer t\r\n\r\n";
    let mut first = Client::connect(address).await;
    first.send(request).await;
    first.response().await;
    let mut second = Client::connect(address).await;
    second.send(request).await;
    first.send(request).await;
    first.response().await;
    assert!(second.0.try_read(&mut [0]).is_err(), "the second is served beside the first");
    drop(first);
    assert!(second.response().await.starts_with("HTTP/1.1 200 OK\r\n"));
}

#[tokio::test]
async fn a_body_that_says_it_is_too_long_is_refused_before_it_is_sent() {
    let (address, _) = serve(Limits::default()).await;
    let mut client = Client::connect(address).await;
    let head =
        "POST /orders HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer t\r\nContent-Type: application/json\r\n";
    client.send(&format!("{head}Content-Length: 99999999999\r\n\r\n")).await;
    assert!(client.response().await.starts_with("HTTP/1.1 413 "));
}

#[tokio::test]
async fn nobody_is_asked_for_a_body_before_they_are_known() {
    let (address, _) = serve(Limits::default()).await;
    let mut client = Client::connect(address).await;
    let head =
        "POST /orders HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nExpect: 100-continue\r\n";
    client.send(&format!("{head}Content-Length: 25\r\n\r\n")).await;
    assert!(client.response().await.starts_with("HTTP/1.1 401 Unauthorized\r\n"));
    let mut client = Client::connect(address).await;
    client.send(&format!("{head}Authorization: Bearer t\r\nContent-Length: 25\r\n\r\n")).await;
    assert_eq!(client.response().await, "HTTP/1.1 100 Continue\r\n\r\n");
    client.send(r#"{"item":"rake","count":2}"#).await;
    assert!(client.response().await.starts_with("HTTP/1.1 201 Created\r\n"));
}
