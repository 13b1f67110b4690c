//! What claims say.

use std::time::{Duration, UNIX_EPOCH};

use serde_json::{Value, json};

use super::{NOW, SECRET, accepted, at, good, made, over, refused, signed, verifier};
use crate::security::Denied;
use crate::verify::jwt::Jwt;

fn with(others: Value) -> String {
    made(&over(good(), others))
}

#[test]
fn j3_a_token_without_an_expiry_is_refused() {
    refused(&verifier(), &with(json!({ "exp": null })), "the token has no `exp`");
}

#[test]
fn j3_an_expiry_that_is_no_number_is_refused() {
    for expiry in [json!("tomorrow"), json!("1900000000"), json!(true), json!([NOW + 60])] {
        refused(&verifier(), &with(json!({ "exp": expiry })), "the token's `exp` is no number");
    }
    let null = signed(r#"{"alg":"HS256"}"#, r#"{"sub":"johndoe","exp":null}"#, SECRET);
    refused(&verifier(), &null, "the token's `exp` is no number");
    let infinite = signed(r#"{"alg":"HS256"}"#, r#"{"sub":"johndoe","exp":1e999}"#, SECRET);
    refused(&verifier(), &infinite, "the token is no JSON object with unique names");
}

#[test]
fn j3_a_token_is_good_until_the_second_it_expires_in() {
    for expiry in [json!(NOW + 1), json!(NOW as f64 + 0.5), json!(u64::MAX), json!(1e300)] {
        accepted(&verifier(), &with(json!({ "exp": expiry })));
    }
    for expiry in [json!(NOW), json!(NOW - 600), json!(1), json!(0), json!(-1), json!(-1e300)] {
        refused(&verifier(), &with(json!({ "exp": expiry })), "the token has expired");
    }
}

#[test]
fn j3_a_token_is_not_good_before_its_time() {
    accepted(&verifier(), &with(json!({ "nbf": NOW - 600 })));
    accepted(&verifier(), &with(json!({ "nbf": NOW })));
    refused(&verifier(), &with(json!({ "nbf": NOW + 1 })), "the token is not valid yet");
    refused(&verifier(), &with(json!({ "nbf": "now" })), "the token's `nbf` is no number");
}

#[test]
fn j3_leeway_is_for_both_ends() {
    let token = with(json!({ "nbf": NOW, "exp": NOW + 100 }));
    let lenient = |second| at(verifier().leeway(Duration::from_secs(60)).unwrap(), second);
    accepted(&lenient(NOW - 60), &token);
    refused(&lenient(NOW - 61), &token, "the token is not valid yet");
    accepted(&lenient(NOW + 159), &token);
    refused(&lenient(NOW + 160), &token, "the token has expired");
}

#[test]
fn j3_leeway_is_a_minute_at_most() {
    assert!(verifier().leeway(Duration::from_secs(60)).is_ok());
    let refused = verifier().leeway(Duration::from_millis(60_001)).map_err(|error| error.to_string());
    assert_eq!(refused.err().as_deref(), Some("the leeway is more than 60 seconds"));
}

#[test]
fn j3_the_issuer_is_checked_where_it_is_configured() {
    let jwt = || verifier().issuer("https://login.example.com");
    accepted(&jwt(), &with(json!({ "iss": "https://login.example.com" })));
    accepted(&verifier(), &with(json!({ "iss": "https://anybody.example.com" })));
    for issuer in ["https://login.example.com/", "https://LOGIN.example.com", ""] {
        refused(&jwt(), &with(json!({ "iss": issuer })), "the token is of another issuer");
    }
    refused(&jwt(), &with(json!({ "iss": null })), "the token is of another issuer");
    refused(&jwt(), &with(json!({ "iss": ["https://login.example.com"] })), "the token's `iss` is no string");
}

#[test]
fn j3_the_audience_is_checked_where_it_is_configured() {
    let jwt = || verifier().audience("shop");
    for audience in [json!("shop"), json!(["shop"]), json!(["bank", "shop"])] {
        accepted(&jwt(), &with(json!({ "aud": audience })));
    }
    for audience in
        [json!("bank"), json!("Shop"), json!([]), json!(["bank"]), json!([["shop"]]), json!({ "shop": 1 })]
    {
        refused(&jwt(), &with(json!({ "aud": audience })), "the token is for another audience");
    }
    refused(&jwt(), &with(json!({ "aud": null })), "the token is for another audience");
}

#[test]
fn j3_a_token_for_somebody_is_for_nobody_else() {
    refused(&verifier(), &with(json!({ "aud": "shop" })), "the token is for another audience");
}

#[test]
fn a_token_is_about_somebody() {
    refused(&verifier(), &with(json!({ "sub": null })), "the token has no `sub`");
    refused(&verifier(), &with(json!({ "sub": "" })), "the token has no `sub`");
    refused(&verifier(), &with(json!({ "sub": 42 })), "the token's `sub` is no string");
}

#[test]
fn a_claim_that_is_there_twice_is_refused() {
    let claims = format!(r#"{{"sub":"alice","exp":{},"sub":"johndoe"}}"#, NOW + 60);
    let token = signed(r#"{"alg":"HS256"}"#, &claims, SECRET);
    refused(&verifier(), &token, "the token is no JSON object with unique names");
}

#[test]
fn other_claims_are_read_by_their_type() {
    let claims = verifier().verify(&with(json!({ "email": "johndoe@example.com", "level": 3 }))).unwrap();
    assert_eq!(claims.get::<String>("email").unwrap().as_deref(), Some("johndoe@example.com"));
    assert_eq!(claims.get::<u8>("level").unwrap(), Some(3));
    assert_eq!(claims.get::<u8>("size").unwrap(), None);
    assert!(matches!(claims.get::<u8>("email"), Err(Denied::InvalidCredentials(Some(_)))));
}

#[test]
fn c11_debug_shows_neither_key_nor_claim() {
    let jwt = verifier().issuer("me");
    let claims = jwt.verify(&with(json!({ "iss": "me", "email": "johndoe@example.com" }))).unwrap();
    assert_eq!(format!("{claims:?}"), r#"Claims { subject: "johndoe", scopes: ["me"], .. }"#);
    let shown = format!("{jwt:?}");
    assert!(
        shown.starts_with("Jwt { algorithm: Hs256, expected: Expected { issuer: Some(\"me\")"),
        "{shown}"
    );
    assert!(!shown.contains("golden"), "{shown}");
}

#[test]
fn a_clock_that_is_broken_lets_nobody_in() {
    let jwt = Jwt::hs256(SECRET).unwrap().clock(|| UNIX_EPOCH - Duration::from_secs(1));
    assert!(matches!(jwt.verify(&made(&good())), Err(Denied::Broken(_))));
}
