//! Stopping at a signal. The tests signal their own process, so they take turns.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

#[cfg(feature = "tls")]
mod certificates;
mod shop;
#[path = "shop/socket.rs"]
mod socket;

use std::process::{self, Command};
use std::time::Duration;

use socket::{Client, serve};
use specwright_runtime::Limits;
use tokio::net::TcpStream;
use tokio::sync::Mutex;

static TURN: Mutex<()> = Mutex::const_new(());

const RAKE: &str = r#"{"item":"rake","count":2}"#;

fn signal(name: &str) {
    assert!(Command::new("kill").args(["-s", name, &process::id().to_string()]).status().unwrap().success());
}

/// A client whose request is in hand: the head is sent, and the server has asked for the body.
async fn ordering(address: std::net::SocketAddr) -> Client {
    let mut client = Client::connect(address).await;
    let head =
        "POST /orders HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer t\r\nContent-Type: application/json\r\n";
    client.send(&format!("{head}Expect: 100-continue\r\nContent-Length: {}\r\n\r\n", RAKE.len())).await;
    assert_eq!(client.response().await, "HTTP/1.1 100 Continue\r\n\r\n");
    client
}

#[tokio::test]
async fn a_signal_lets_requests_finish_and_closes_what_is_idle() {
    let _turn = TURN.lock().await;
    for name in ["TERM", "INT"] {
        let (address, served) = serve(Limits::default()).await;
        let mut idle = Client::connect(address).await;
        let mut busy = ordering(address).await;
        signal(name);
        assert_eq!(idle.rest().await, "", "{name}");
        busy.send(RAKE).await;
        let response = busy.rest().await;
        assert!(response.starts_with("HTTP/1.1 201 Created\r\n"), "{response}");
        assert!(response.contains("connection: close\r\n"), "{response}");
        served.await.unwrap().unwrap();
        assert!(TcpStream::connect(address).await.is_err(), "{name}");
    }
}

#[tokio::test]
async fn requests_that_do_not_finish_in_time_are_cut_off() {
    let _turn = TURN.lock().await;
    let (address, served) = serve(Limits { shutdown: Duration::from_millis(50), ..Limits::default() }).await;
    let mut busy = ordering(address).await;
    signal("TERM");
    served.await.unwrap().unwrap();
    assert_eq!(busy.rest().await, "");
}

#[tokio::test]
async fn a_second_signal_does_not_wait() {
    let _turn = TURN.lock().await;
    let (address, served) = serve(Limits::default()).await;
    let mut idle = Client::connect(address).await;
    let mut busy = ordering(address).await;
    signal("INT");
    assert_eq!(idle.rest().await, "");
    signal("INT");
    served.await.unwrap().unwrap();
    assert_eq!(busy.rest().await, "");
}

#[cfg(feature = "tls")]
#[tokio::test]
async fn a_signal_closes_what_is_idle_in_tls_and_who_is_shaking_hands() {
    use certificates::{Authority, connector};
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    let _turn = TURN.lock().await;
    let servers = Authority::new("servers");
    let server = servers.server();
    let tls = specwright_runtime::Tls::new(server.chain.as_bytes(), server.key.as_bytes()).unwrap();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let served = tokio::spawn(shop::wanted::Server::new(shop::Shop).serve_tls(listener, tls));
    let mut silent = TcpStream::connect(address).await.unwrap();
    let socket = TcpStream::connect(address).await.unwrap();
    let mut idle = connector(&servers, None).connect("localhost".try_into().unwrap(), socket).await.unwrap();
    idle.write_all(b"HEAD /nothing HTTP/1.1\r\nHost: x\r\n\r\n").await.unwrap();
    let mut answer = [0; 1024];
    assert_ne!(idle.read(&mut answer).await.unwrap(), 0);
    assert!(answer.starts_with(b"HTTP/1.1 404 "));
    signal("TERM");
    assert_eq!(idle.read(&mut answer).await.unwrap(), 0, "closed in order, with an alert");
    assert_eq!(silent.read(&mut answer).await.unwrap_or(0), 0);
    served.await.unwrap().unwrap();
}
