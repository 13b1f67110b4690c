//! Hashes of passwords.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use crate::security::Denied;
use crate::verify::Passwords;

/// As cheap as argon2 can be.
fn cheap() -> Passwords {
    Passwords::new().cost(8, 1, 1).unwrap()
}

fn told(verified: Result<(), Denied>) -> String {
    match verified {
        Ok(()) => "right".to_owned(),
        Err(Denied::InvalidCredentials(None)) => "wrong".to_owned(),
        Err(Denied::Broken(failure)) => format!("broken: {failure}"),
        Err(other) => format!("{other:?}"),
    }
}

#[tokio::test]
async fn t5_a_password_is_right_where_the_hash_was_made_of_it() {
    let hash = cheap().hash("secret").await.unwrap();
    assert!(hash.starts_with("$argon2id$v=19$m=8,t=1,p=1$"), "{hash}");
    assert_eq!(told(cheap().verify(Some(&hash), "secret").await), "right");
    for wrong in ["", "Secret", "secret ", "secret\0", "secre"] {
        assert_eq!(told(cheap().verify(Some(&hash), wrong).await), "wrong", "{wrong}");
    }
}

#[tokio::test]
async fn a_password_may_be_empty_long_and_in_any_letters() {
    for password in ["", "пароль 🔑", &"x".repeat(100_000)] {
        let hash = cheap().hash(password).await.unwrap();
        assert_eq!(told(cheap().verify(Some(&hash), password).await), "right");
    }
}

#[tokio::test]
async fn every_hash_has_its_own_salt() {
    assert_ne!(cheap().hash("secret").await.unwrap(), cheap().hash("secret").await.unwrap());
}

#[tokio::test]
async fn a_hash_from_elsewhere_is_verified_at_its_own_cost() {
    // Of the reference implementation: argon2 of "password", with the salt "somesalt", 64 KiB, 2 passes.
    let hash = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
    assert_eq!(told(cheap().verify(Some(hash), "password").await), "right");
    assert_eq!(told(cheap().verify(Some(hash), "differentpassword").await), "wrong");
}

#[test]
fn the_cost_is_what_owasp_advises_at_least() {
    assert_eq!(format!("{:?}", Passwords::new()), "Passwords { memory: 19456, passes: 2, lanes: 1, .. }");
}

#[test]
fn a_cost_that_argon2_does_not_have_is_refused() {
    for (memory, passes, lanes) in [(7, 1, 1), (8, 0, 1), (8, 1, 0), (8, 1, 2)] {
        assert!(Passwords::new().cost(memory, passes, lanes).is_err());
    }
}

#[tokio::test]
async fn t5_an_unknown_user_costs_a_hash_too() {
    // Where no hash can be made, because all places are taken, an unknown user has to wait as a known one has.
    let passwords = cheap().at_once(1);
    let hash = passwords.hash("secret").await.unwrap();
    let taken = passwords.at_once.clone().acquire_owned().await.unwrap();
    for hash in [None, Some(hash.as_str())] {
        let mut waiting = pin!(passwords.verify(hash, "secret"));
        assert!(waiting.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    }
    drop(taken);
    assert_eq!(told(passwords.verify(None, "secret").await), "wrong");
}

#[tokio::test]
async fn hashes_that_nobody_waits_for_count_until_they_are_made() {
    let passwords = cheap().at_once(1);
    {
        let mut begun = pin!(passwords.hash("secret"));
        let polled = begun.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        assert!(matches!(polled, Poll::Pending | Poll::Ready(Ok(_))));
    }
    // The place comes back by itself.
    assert!(passwords.hash("secret").await.is_ok());
    assert_eq!(passwords.at_once.available_permits(), 1);
}

#[tokio::test]
async fn q8_a_stored_hash_that_is_none_is_a_fault_of_the_server() {
    for (hash, wanted) in [
        ("", "broken: the stored hash is no PHC string"),
        ("secret", "broken: the stored hash is no PHC string"),
        ("$2b$12$abcdefghijklmnopqrstuv", "broken: the stored hash is no PHC string"),
        (
            "$scrypt$ln=1,r=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "broken: the stored hash is none of argon2",
        ),
        ("$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHQ", "wrong"),
    ] {
        let told = told(cheap().verify(Some(hash), "secret").await);
        assert!(told.starts_with(wanted), "{hash}: {told}");
        assert!(!told.contains('$'), "{told}");
    }
}

#[tokio::test]
async fn a_hash_of_another_cost_is_outdated() {
    let hash = cheap().hash("secret").await.unwrap();
    assert!(!cheap().is_outdated(&hash));
    for others in [Passwords::new(), cheap().cost(16, 1, 1).unwrap(), cheap().cost(8, 2, 1).unwrap()] {
        assert!(others.is_outdated(&hash));
    }
    assert!(cheap().is_outdated(&hash.replace("argon2id", "argon2i")));
    assert!(cheap().is_outdated("none"));
}
