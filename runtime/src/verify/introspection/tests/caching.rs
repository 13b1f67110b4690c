//! What is asked only once.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, UNIX_EPOCH};

use super::server::answering;
use super::{NOW, asking, told};
use crate::verify::Introspection;

/// A verifier, and the seconds that have passed.
fn at(url: &str) -> (Introspection, Arc<AtomicU64>) {
    let passed = Arc::new(AtomicU64::new(0));
    let clock = Arc::clone(&passed);
    let asking =
        asking(url).clock(move || UNIX_EPOCH + Duration::from_secs(NOW + clock.load(Ordering::Relaxed)));
    (asking, passed)
}

#[tokio::test]
async fn an_answer_is_kept_for_a_minute() {
    let server = answering("200 OK", r#"{"active":true,"sub":"johndoe"}"#);
    let (asking, passed) = at(&server.url());
    for (second, asked) in [(0, 1), (59, 1), (60, 2)] {
        passed.store(second, Ordering::Relaxed);
        assert!(asking.verify("token").await.is_ok());
        assert_eq!(server.count(), asked);
    }
    assert!(asking.verify("another").await.is_ok());
    assert_eq!(server.count(), 3);
}

#[tokio::test]
async fn an_answer_is_not_kept_beyond_the_expiry() {
    let server = answering("200 OK", format!(r#"{{"active":true,"sub":"johndoe","exp":{}}}"#, NOW + 10));
    let (asking, passed) = at(&server.url());
    for (second, asked, wanted) in
        [(0, 1, Ok("johndoe")), (9, 1, Ok("johndoe")), (10, 2, Err("the token has expired"))]
    {
        passed.store(second, Ordering::Relaxed);
        let wanted = wanted.map(str::to_owned).map_err(str::to_owned);
        assert_eq!(told(asking.verify("token").await), wanted);
        assert_eq!(server.count(), asked);
    }
}

#[tokio::test]
async fn that_a_token_is_not_active_is_kept_briefly() {
    let server = answering("200 OK", r#"{"active":false}"#);
    let (asking, passed) = at(&server.url());
    for (second, asked) in [(0, 1), (4, 1), (5, 2)] {
        passed.store(second, Ordering::Relaxed);
        assert_eq!(told(asking.verify("token").await), Err("the token is not active".to_owned()));
        assert_eq!(server.count(), asked);
    }
}

#[tokio::test]
async fn that_there_was_no_answer_is_not_kept() {
    let server = answering("503 Service Unavailable", "");
    let (asking, _) = at(&server.url());
    for asked in [1, 2] {
        assert!(asking.verify("token").await.is_err());
        assert_eq!(server.count(), asked);
    }
}

#[tokio::test]
async fn nothing_is_kept_where_that_is_configured() {
    let server = answering("200 OK", r#"{"active":true,"sub":"johndoe"}"#);
    let (asking, _) = at(&server.url());
    let asking = asking.keep(Duration::ZERO);
    for asked in [1, 2] {
        assert!(asking.verify("token").await.is_ok());
        assert_eq!(server.count(), asked);
    }
}

#[tokio::test]
async fn requests_with_one_token_at_once_ask_once() {
    let server = answering("200 OK", r#"{"active":true,"sub":"johndoe"}"#);
    let (asking, _) = at(&server.url());
    let asking = asking.keep(Duration::ZERO);
    let (one, two, three) =
        tokio::join!(asking.verify("token"), asking.verify("token"), asking.verify("token"));
    for verified in [one, two, three] {
        assert_eq!(told(verified), Ok("johndoe".to_owned()));
    }
    assert_eq!(server.count(), 1);
}
