//! What the endpoint says.

use std::time::Duration;

use serde_json::{Value, json};

use super::NOW;
use crate::security::Denied;
use crate::verify::introspection::answer::{Answer, Expected};

fn read(said: &Value, expected: &Expected) -> Result<String, String> {
    match Answer::read(said.to_string().as_bytes(), expected, Duration::from_secs(NOW)) {
        Ok(Answer::Active { claims, .. }) => Ok(claims.subject().to_owned()),
        Ok(Answer::Inactive(reason)) => Err(reason.to_owned()),
        Err(trouble) => match trouble.into() {
            Denied::Unavailable(failure) => Err(format!("503: {failure}")),
            other => Err(format!("{other:?}")),
        },
    }
}

fn with(name: &str, value: Value) -> Result<String, String> {
    read(&json!({ "active": true, "sub": "johndoe", name: value }), &Expected::default())
}

#[track_caller]
fn refused(read: Result<String, String>, reason: &str) {
    assert_eq!(read, Err(reason.to_owned()));
}

#[test]
fn a_token_is_good_where_it_is_active_and_about_somebody() {
    assert_eq!(with("exp", json!(NOW + 1)), Ok("johndoe".to_owned()));
    refused(with("active", json!(false)), "the token is not active");
    refused(with("sub", json!("")), "the token has no `sub`");
    refused(with("sub", json!(1)), "the token's `sub` is no string");
}

#[test]
fn whether_it_is_active_is_said_with_a_boolean() {
    for active in [json!("true"), json!(1), json!(null)] {
        refused(with("active", active), "503: the introspection endpoint answered without `active`");
    }
    refused(
        read(&json!({}), &Expected::default()),
        "503: the introspection endpoint answered without `active`",
    );
}

#[test]
fn j3_times_are_checked_here_too() {
    refused(with("exp", json!(NOW)), "the token has expired");
    refused(with("exp", json!("later")), "the token's `exp` is no number");
    refused(with("nbf", json!(NOW + 1)), "the token is not valid yet");
    assert!(with("exp", json!(1e300)).is_ok());
}

#[test]
fn j3_issuer_and_audience_are_checked_where_they_are_configured() {
    let expected = Expected { issuer: Some("me".to_owned()), audience: Some("shop".to_owned()) };
    let said = |issuer, audience: Value| {
        read(&json!({ "active": true, "sub": "johndoe", "iss": issuer, "aud": audience }), &expected)
    };
    assert!(said("me", json!("shop")).is_ok());
    assert!(said("me", json!(["bank", "shop"])).is_ok());
    refused(said("you", json!("shop")), "the token is of another issuer");
    refused(said("me", json!(["bank"])), "the token is for another audience");
    refused(read(&json!({ "active": true, "sub": "johndoe" }), &expected), "the token is of another issuer");
}

#[test]
fn a_token_that_is_more_than_its_bearer_is_refused() {
    assert!(with("token_type", json!("bearer")).is_ok());
    for kind in ["DPoP", "refresh_token", ""] {
        refused(with("token_type", json!(kind)), "the token is no bearer token");
    }
}

#[test]
fn an_answer_that_says_something_twice_is_none() {
    let said = br#"{"active":false,"active":true,"sub":"johndoe"}"#;
    assert!(Answer::read(said, &Expected::default(), Duration::ZERO).is_err());
}
