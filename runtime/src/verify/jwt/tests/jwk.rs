//! Sets of keys.

use serde_json::{Value, json};

use super::{NOW, SECRET, accepted, at, forge, good, over, refused};
use crate::verify::jwt::{Algorithm, Jwt, compact};

const OTHER: &str = "the secret of another key of the same set";

fn oct(secret: &str, others: Value) -> Value {
    over(json!({ "kty": "oct", "k": compact::encode(secret) }), others)
}

fn set(keys: &[Value]) -> Result<Jwt, String> {
    let jwt = Jwt::jwk_set(Algorithm::Hs256, &json!({ "keys": keys }).to_string());
    jwt.map(|jwt| at(jwt, NOW)).map_err(|error| error.to_string())
}

fn token(others: Value, key: &str) -> String {
    forge(&over(json!({ "alg": "HS256" }), others), &good(), key)
}

#[test]
fn j4_a_kid_chooses_among_the_keys_of_a_set() {
    let set = set(&[oct(SECRET, json!({ "kid": "a" })), oct(OTHER, json!({ "kid": "b" }))]).unwrap();
    accepted(&set, &token(json!({ "kid": "a" }), SECRET));
    accepted(&set, &token(json!({ "kid": "b" }), OTHER));
    refused(&set, &token(json!({ "kid": "a" }), OTHER), "the signature is not good");
    refused(&set, &token(json!({ "kid": "c" }), SECRET), "the token names an unknown key");
    refused(&set, &token(json!({ "kid": "" }), SECRET), "the token names an unknown key");
    refused(&set, &token(json!({}), SECRET), "the token names none of several keys");
}

#[test]
fn the_only_key_of_a_set_needs_no_name() {
    let named = set(&[oct(SECRET, json!({ "kid": "a" }))]).unwrap();
    accepted(&named, &token(json!({}), SECRET));
    refused(&named, &token(json!({ "kid": "b" }), SECRET), "the token names an unknown key");
    let nameless = set(&[oct(SECRET, json!({}))]).unwrap();
    accepted(&nameless, &token(json!({ "kid": "b" }), SECRET));
}

#[test]
fn j1_keys_for_something_else_are_left_out() {
    for others in [
        json!({ "alg": "HS512" }),
        json!({ "alg": 1 }),
        json!({ "use": "enc" }),
        json!({ "key_ops": ["sign"] }),
        json!({ "key_ops": "verify" }),
        json!({ "kty": "RSA" }),
        json!({ "kty": null }),
    ] {
        let made = set(&[oct(SECRET, others.clone())]).map(|_| ());
        assert_eq!(made, Err("no key of the JWK Set is for HS256".to_owned()), "{others}");
    }
    let said = json!({ "alg": "HS256", "use": "sig", "key_ops": ["verify"] });
    let set = set(&[oct(OTHER, json!({ "alg": "HS512" })), oct(SECRET, said)]).unwrap();
    accepted(&set, &token(json!({}), SECRET));
}

#[test]
fn keys_that_cannot_be_told_apart_are_refused() {
    for (a, b) in [
        (json!({}), json!({})),
        (json!({ "kid": "a" }), json!({})),
        (json!({ "kid": "a" }), json!({ "kid": "a" })),
    ] {
        let made = set(&[oct(SECRET, a), oct(OTHER, b)]).map(|_| ());
        assert_eq!(made, Err("keys of the JWK Set cannot be told apart by `kid`".to_owned()));
    }
}

#[test]
fn j2_a_secret_of_a_set_is_long_enough() {
    let made = set(&[oct("short", json!({}))]).map(|_| ());
    assert_eq!(made, Err("a secret for HS256 has 32 bytes or more".to_owned()));
}

#[test]
fn what_is_no_set_is_refused() {
    for (json, wanted) in [
        ("", "the JWK Set is no JSON"),
        ("[]", "the JWK Set has no list of `keys`"),
        (r#"{"keys":{}}"#, "the JWK Set has no list of `keys`"),
        (r#"{"keys":[]}"#, "no key of the JWK Set is for HS256"),
        (r#"{"keys":[1,null,"oct"]}"#, "no key of the JWK Set is for HS256"),
        (r#"{"keys":[{"kty":"oct"}]}"#, "the `k` of a key of the JWK Set is not base64url"),
        (r#"{"keys":[{"kty":"oct","k":"=="}]}"#, "the `k` of a key of the JWK Set is not base64url"),
        (r#"{"keys":[{"kty":"oct","k":"AA","kid":1}]}"#, "a `kid` of the JWK Set is no string"),
    ] {
        let made = Jwt::jwk_set(Algorithm::Hs256, json).map_err(|error| error.to_string());
        assert_eq!(made.err().as_deref(), Some(wanted), "{json}");
    }
}

#[test]
fn a_public_key_that_is_none_is_refused() {
    let zeros = |length| compact::encode(vec![0; length]);
    for (algorithm, key) in [
        (Algorithm::Rs256, json!({ "kty": "RSA", "n": zeros(256), "e": "AQAB" })),
        (Algorithm::Rs256, json!({ "kty": "RSA", "n": "", "e": "AQAB" })),
        (Algorithm::Es256, json!({ "kty": "EC", "crv": "P-256", "x": zeros(32), "y": zeros(32) })),
        (Algorithm::Es256, json!({ "kty": "EC", "crv": "P-256", "x": zeros(31), "y": zeros(33) })),
        (Algorithm::EdDsa, json!({ "kty": "OKP", "crv": "Ed25519", "x": zeros(31) })),
    ] {
        let made = Jwt::jwk_set(algorithm, &json!({ "keys": [key] }).to_string());
        assert!(made.is_err(), "{key}");
    }
}
