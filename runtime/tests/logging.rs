//! What is written to the log, and what is not.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod shop;
#[path = "shop/socket.rs"]
mod socket;

use std::io::{self, Write};
use std::sync::{LazyLock, Mutex};

use socket::{exchange, serve};
use specwright_runtime::Limits;
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
async fn a_failure_is_logged_with_its_reason() {
    let lines = log_of("/items/", "Authorization: Bearer trouble\r\n", "ERROR").await;
    assert!(lines.iter().any(|line| line.contains("password=hunter2")), "{lines:?}");
}
