//! A JSON Web Token that a test makes, as those do who should not.
//!
//! It is made from nothing here that a server has, so that the two cannot be wrong together.

use std::time::{SystemTime, UNIX_EPOCH};

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use hmac::{Hmac, KeyInit, Mac};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use sha2::{Sha256, Sha384, Sha512};

/// How a token is made.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forgery {
    /// The variable that it becomes.
    #[serde(rename = "as")]
    pub variable: String,
    /// The token that it is made from.
    from: Option<String>,
    /// What is laid over the header; `null` removes.
    #[serde(default)]
    header: Map<String, Value>,
    /// What is laid over the claims; `null` removes, and `+60` is in a minute.
    #[serde(default)]
    claims: Map<String, Value>,
    /// What it is signed with, by the HMAC that the header names; by HS256 where it names none.
    key: Option<String>,
    /// What stands for a signature.
    signature: Option<Signature>,
}

/// What stands for a signature.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Signature {
    /// That of the token it is made from.
    Keep,
    /// Nothing.
    None,
}

impl Forgery {
    /// Makes the token.
    ///
    /// # Errors
    ///
    /// When what it is made from is no token, or there is nothing to sign with.
    pub fn token(&self) -> Result<String, String> {
        let base = self.base()?;
        let (header, claims) = (laid(base.header, &self.header), laid(base.claims, &self.claims));
        let text = format!("{}.{}", encoded(&header), encoded(&claims));
        let signature = match (self.signature, &self.key) {
            (Some(Signature::None), _) => String::new(),
            (Some(Signature::Keep), _) => base.signature,
            (None, Some(key)) => sign(&header["alg"], key, &text),
            (None, None) => return Err("there is no key to sign with".to_owned()),
        };
        Ok(format!("{text}.{signature}"))
    }

    fn base(&self) -> Result<Token, String> {
        let Some(token) = &self.from else {
            return Ok(Token { header: json!({"alg": "HS256", "typ": "JWT"}), ..Token::default() });
        };
        Token::read(token).ok_or_else(|| format!("{token:?} is no token"))
    }
}

#[derive(Default)]
struct Token {
    header: Value,
    claims: Value,
    signature: String,
}

impl Token {
    fn read(token: &str) -> Option<Self> {
        let mut parts = token.split('.');
        let mut object = || serde_json::from_slice(&BASE64.decode(parts.next()?).ok()?).ok();
        let (header, claims) = (object()?, object()?);
        Some(Self { header, claims, signature: parts.next()?.to_owned() })
    }
}

fn laid(base: Value, over: &Map<String, Value>) -> Value {
    let mut members = base.as_object().cloned().unwrap_or_default();
    for (name, value) in over {
        match moment(name, value) {
            Value::Null => members.remove(name),
            value => members.insert(name.clone(), value),
        };
    }
    Value::Object(members)
}

/// A time that is told from now.
fn moment(name: &str, value: &Value) -> Value {
    let seconds =
        value.as_str().filter(|text| text.starts_with(['+', '-'])).and_then(|text| text.parse().ok());
    match (name, seconds) {
        ("exp" | "nbf" | "iat", Some::<i64>(seconds)) => json!(now().saturating_add(seconds)),
        _ => value.clone(),
    }
}

fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("it is past 1970");
    i64::try_from(since.as_secs()).expect("it is before the end of time")
}

fn encoded(object: &Value) -> String {
    BASE64.encode(object.to_string())
}

fn sign(algorithm: &Value, key: &str, text: &str) -> String {
    match algorithm.as_str() {
        Some("HS384") => mac::<Hmac<Sha384>>(key, text),
        Some("HS512") => mac::<Hmac<Sha512>>(key, text),
        _ => mac::<Hmac<Sha256>>(key, text),
    }
}

fn mac<M: Mac + KeyInit>(key: &str, text: &str) -> String {
    let mut mac = <M as KeyInit>::new_from_slice(key.as_bytes()).expect("a key of any length");
    mac.update(text.as_bytes());
    BASE64.encode(mac.finalize().into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `alg` is HS256, `sub` is `a`, `exp` is 1, and the signature is nobody's.
    const TOKEN: &str = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIiwiZXhwIjoxfQ.c2ln";

    fn forged(how: Value) -> Result<String, String> {
        serde_json::from_value::<Forgery>(how).unwrap().token()
    }

    /// The signature is Python's `hmac`.
    #[test]
    fn a_token_is_signed_with_the_key() {
        let token = forged(json!({"as": "t", "claims": {"sub": "a"}, "key": "secret"})).unwrap();
        assert_eq!(
            token,
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhIn0.qBdA9L_PTGPhu7ipY7Xs4Eol-m79U_HNIifGEFJXeJQ"
        );
    }

    #[test]
    fn what_is_laid_over_replaces_and_removes() {
        let token = forged(
            json!({"as": "t", "from": TOKEN, "claims": {"sub": "b", "exp": null}, "signature": "keep"}),
        );
        assert_eq!(token.unwrap(), "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJiIn0.c2ln");
    }

    #[test]
    fn a_signature_may_be_left_out() {
        let token = forged(json!({"as": "t", "from": TOKEN, "header": {"alg": "none"}, "signature": "none"}));
        assert_eq!(token.unwrap(), "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIiwiZXhwIjoxfQ.");
    }

    #[test]
    fn a_time_may_be_told_from_now() {
        let token =
            forged(json!({"as": "t", "claims": {"exp": "-60", "iat": "now"}, "signature": "none"})).unwrap();
        let claims = Token::read(&token).unwrap().claims;
        assert!(claims["exp"].as_i64().is_some_and(|time| time < now() && time > now() - 3600), "{claims}");
        assert_eq!(claims["iat"], "now");
    }

    #[test]
    fn what_cannot_be_made_is_an_error() {
        assert!(forged(json!({"as": "t"})).is_err());
        assert!(forged(json!({"as": "t", "from": "x", "key": "k"})).is_err());
    }
}
