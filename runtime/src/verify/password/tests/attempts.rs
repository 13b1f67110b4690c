//! Attempts, counted.

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use crate::verify::{Attempts, Rate};

/// Two of a user, four from an address; a minute for another one. And the second it is.
fn counted() -> (Attempts, Arc<AtomicU64>) {
    let second = Arc::new(AtomicU64::new(0));
    let clock = Arc::clone(&second);
    let attempts = Attempts::new()
        .per_user(Rate::new(2, Duration::from_secs(60)))
        .per_address(Rate::new(4, Duration::from_secs(60)))
        .clock(move || Duration::from_secs(clock.load(Ordering::Relaxed)));
    (attempts, second)
}

fn address(text: &str) -> IpAddr {
    text.parse().unwrap()
}

/// Fails to log in, or says after how many seconds to try again.
fn fail(attempts: &Attempts, user: &str, from: &str) -> Result<(), u64> {
    attempts.begin(user, address(from)).map(drop).map_err(|too_many| too_many.seconds())
}

#[test]
fn t5_attempts_are_limited_per_user_whatever_the_address() {
    let (attempts, second) = counted();
    assert_eq!(fail(&attempts, "johndoe", "192.0.2.1"), Ok(()));
    assert_eq!(fail(&attempts, "johndoe", "192.0.2.2"), Ok(()));
    assert_eq!(fail(&attempts, "johndoe", "192.0.2.3"), Err(60));
    assert_eq!(fail(&attempts, "alice", "192.0.2.3"), Ok(()));
    second.store(20, Ordering::Relaxed);
    assert_eq!(fail(&attempts, "johndoe", "192.0.2.3"), Err(40));
    second.store(60, Ordering::Relaxed);
    assert_eq!(fail(&attempts, "johndoe", "192.0.2.3"), Ok(()));
}

#[test]
fn t5_attempts_are_limited_per_address_whatever_the_user() {
    let (attempts, _) = counted();
    for user in ["a", "b", "c", "d"] {
        assert_eq!(fail(&attempts, user, "192.0.2.1"), Ok(()));
    }
    assert_eq!(fail(&attempts, "e", "192.0.2.1"), Err(60));
    assert_eq!(fail(&attempts, "e", "::ffff:192.0.2.1"), Err(60));
    assert_eq!(fail(&attempts, "e", "192.0.2.2"), Ok(()));
}

#[test]
fn t5_an_address_that_is_refused_spends_nothing_of_a_user() {
    let (attempts, _) = counted();
    for _ in 0..20 {
        let _ = fail(&attempts, "nobody", "192.0.2.1");
    }
    assert_eq!(fail(&attempts, "johndoe", "192.0.2.1"), Err(60));
    assert_eq!(fail(&attempts, "johndoe", "192.0.2.2"), Ok(()));
    assert_eq!(fail(&attempts, "johndoe", "192.0.2.2"), Ok(()));
}

#[test]
fn t5_a_household_is_one_address() {
    let (attempts, _) = counted();
    for (user, from) in
        [("a", "2001:db8::1"), ("b", "2001:db8::2"), ("c", "2001:db8::3:4"), ("d", "2001:db8::ffff:0:0:1")]
    {
        assert_eq!(fail(&attempts, user, from), Ok(()));
    }
    assert_eq!(fail(&attempts, "e", "2001:db8::5"), Err(60));
    assert_eq!(fail(&attempts, "e", "2001:db8:0:1::1"), Ok(()));
}

#[test]
fn an_attempt_that_succeeds_does_not_count() {
    let (attempts, _) = counted();
    for _ in 0..100 {
        attempts.begin("johndoe", address("192.0.2.1")).unwrap().succeeded();
    }
    assert_eq!(fail(&attempts, "johndoe", "192.0.2.1"), Ok(()));
    assert_eq!(fail(&attempts, "johndoe", "192.0.2.1"), Ok(()));
    assert_eq!(fail(&attempts, "johndoe", "192.0.2.1"), Err(60));
}

#[test]
fn attempts_at_once_all_count() {
    let (attempts, _) = counted();
    let begun: Vec<_> = (0..5).map(|_| attempts.begin("johndoe", address("192.0.2.1"))).collect();
    assert_eq!(begun.iter().filter(|attempt| attempt.is_ok()).count(), 2);
}

#[test]
fn a_wait_is_rounded_up() {
    let attempts =
        Attempts::new().per_user(Rate::new(1, Duration::from_millis(1500))).clock(|| Duration::ZERO);
    assert_eq!(fail(&attempts, "johndoe", "192.0.2.1"), Ok(()));
    assert_eq!(fail(&attempts, "johndoe", "192.0.2.1"), Err(2));
}
