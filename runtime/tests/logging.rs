//! What is written to the log, and what is not.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod shop;
#[path = "shop/socket.rs"]
mod socket;
mod vault;

use std::io::{self, Write};
use std::sync::{LazyLock, Mutex};

use socket::{exchange, serve};
use specwright_runtime::Limits;
use tokio::net::TcpListener;
use tracing_subscriber::fmt;

static LOG: Mutex<Vec<u8>> = Mutex::new(Vec::new());

static SUBSCRIBER: LazyLock<()> = LazyLock::new(|| {
    fmt().with_max_level(tracing::Level::TRACE).with_ansi(false).with_writer(|| Log).init();
});

struct Log;

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        LOG.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The lines of the log that have a text in them, after a request for a path.
async fn log_of(path: &str, fields: &str, text: &str) -> Vec<String> {
    LazyLock::force(&SUBSCRIBER);
    let (address, _) = serve(Limits::default()).await;
    exchange(address, &format!("GET {path} HTTP/1.1\r\nHost: x\r\n{fields}Connection: close\r\n\r\n")).await;
    let log = String::from_utf8(LOG.lock().unwrap().clone()).unwrap();
    log.lines().filter(|line| line.contains(text)).map(str::to_owned).collect()
}

#[tokio::test]
async fn a_request_is_one_line() {
    let lines = log_of("/one/line?a=b", "", "/one/line").await;
    assert_eq!(lines.len(), 1, "{lines:?}");
    for part in ["INFO", "method=GET", "path=\"/one/line\"", "status=404", "duration="] {
        assert!(lines[0].contains(part), "{lines:?}");
    }
}

#[tokio::test]
async fn c11_neither_a_query_nor_a_credential_is_logged() {
    let fields = "Authorization: Bearer hush-hush\r\n";
    assert_eq!(log_of("/items/?token=hush-hush", fields, "hush-hush").await, [""; 0]);
    let fields = "Authorization: Bearer hush-hush, hush-hush\r\n";
    assert_eq!(log_of("/items/", fields, "hush-hush").await, [""; 0]);
}

#[tokio::test]
async fn c11_no_key_is_logged_wherever_it_is_and_whatever_becomes_of_it() {
    LazyLock::force(&SUBSCRIBER);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(vault::server::Server::new(vault::Vault).serve_with(listener, Limits::default()));
    for key in ["keep-quiet", "keep-quiet:wrong", "keep-quiet:down", "keep-quiet:broken", "keep-quiet\u{85}"]
    {
        for path in ["header", "query", "cookie", "digest"] {
            let head = format!("GET /{path}?key={key} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n");
            let fields = format!("X-Key: {key}\r\nCookie: key={key}\r\nAuthorization: Digest {key}\r\n\r\n");
            exchange(address, &(head + &fields)).await;
        }
    }
    let log = String::from_utf8(LOG.lock().unwrap().clone()).unwrap();
    assert!(log.contains("path=\"/cookie\"") && !log.contains("keep-quiet"), "{log}");
}

#[tokio::test]
async fn a_failure_is_logged_with_its_reason() {
    let lines = log_of("/items/", "Authorization: Bearer trouble\r\n", "ERROR").await;
    assert!(lines.iter().any(|line| line.contains("password=hunter2")), "{lines:?}");
}

#[cfg(debug_assertions)]
#[test]
fn a_response_that_violates_its_schema_is_logged_with_its_places_and_without_its_content() {
    use specwright_runtime::schema::{Keyword, Schema};
    use specwright_runtime::{Reply, held};

    static SHORT: Schema = Schema::Keywords(&[Keyword::MaxLength(3)]);
    static LIST: Schema = Schema::Keywords(&[Keyword::Items { prefix: &[], rest: Some(&SHORT) }]);

    LazyLock::force(&SUBSCRIBER);
    let body = ["abc", "very-private"].map(str::to_owned).to_vec();
    let _ = Reply::json(200, &body).held(held!("listThings", LIST));
    let log = String::from_utf8(LOG.lock().unwrap().clone()).unwrap();
    let lines: Vec<_> = log.lines().filter(|line| line.contains("listThings")).collect();
    assert_eq!(lines.len(), 1, "{lines:?}");
    for part in ["ERROR", "kind=\"string_too_long\"", "at=\"/1\""] {
        assert!(lines[0].contains(part), "{lines:?}");
    }
    assert!(!log.contains("very-private"), "{lines:?}");
}
