#![allow(clippy::unwrap_used)]

mod claims;
mod forged;
mod header;
mod jwk;
mod keys;
mod random;
mod scopes;
mod signer;
mod vectors;

use std::time::{Duration, UNIX_EPOCH};

use aws_lc_rs::hmac;
use serde_json::{Value, json};

use super::{Jwt, compact};
use crate::security::Denied;
use crate::verify::Claims;

const SECRET: &str = "specwright-golden-key-of-the-token-flow";

/// The second in which the tests take place.
const NOW: u64 = 1_800_000_000;

/// A verifier with the secret, in that second.
fn verifier() -> Jwt {
    at(Jwt::hs256(SECRET).unwrap(), NOW)
}

fn at(jwt: Jwt, second: u64) -> Jwt {
    jwt.clock(move || UNIX_EPOCH + Duration::from_secs(second))
}

/// The claims of a good token.
fn good() -> Value {
    json!({ "sub": "johndoe", "scope": "me", "exp": NOW + 1800 })
}

/// The members of the second over those of the first; `null` takes one away.
fn over(mut members: Value, others: Value) -> Value {
    let (Value::Object(base), Value::Object(others)) = (&mut members, others) else { return members };
    for (name, value) in others {
        if value.is_null() {
            base.remove(&name);
        } else {
            base.insert(name, value);
        }
    }
    members
}

/// A token with this header and these claims, signed with the key by the header's HMAC, or else by HS256.
fn forge(header: &Value, claims: &Value, key: &str) -> String {
    signed(&header.to_string(), &claims.to_string(), key)
}

fn signed(header: &str, claims: &str, key: &str) -> String {
    let algorithm =
        match serde_json::from_str(header).unwrap_or(Value::Null).get("alg").and_then(Value::as_str) {
            Some("HS384") => hmac::HMAC_SHA384,
            Some("HS512") => hmac::HMAC_SHA512,
            _ => hmac::HMAC_SHA256,
        };
    let text = format!("{}.{}", compact::encode(header), compact::encode(claims));
    let tag = hmac::sign(&hmac::Key::new(algorithm, key.as_bytes()), text.as_bytes());
    format!("{text}.{}", compact::encode(tag))
}

/// A token with these claims, signed as it should be.
fn made(claims: &Value) -> String {
    forge(&json!({ "alg": "HS256", "typ": "JWT" }), claims, SECRET)
}

/// Whom the token is about, or why it is not accepted.
fn told(verified: Result<Claims, Denied>) -> Result<String, String> {
    match verified {
        Ok(claims) => Ok(claims.subject().to_owned()),
        Err(Denied::InvalidCredentials(Some(reason))) => Err(reason.into_owned()),
        Err(other) => Err(format!("{other:?}")),
    }
}

#[track_caller]
fn accepted(jwt: &Jwt, token: &str) {
    assert_eq!(told(jwt.verify(token)), Ok("johndoe".to_owned()));
}

#[track_caller]
fn refused(jwt: &Jwt, token: &str, reason: &str) {
    assert_eq!(told(jwt.verify(token)), Err(reason.to_owned()));
}
