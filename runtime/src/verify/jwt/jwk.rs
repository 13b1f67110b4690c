//! JSON Web Keys ([RFC 7517], [RFC 7518, 6], [RFC 8037, 2]).
//!
//! [RFC 7517]: https://www.rfc-editor.org/rfc/rfc7517
//! [RFC 7518, 6]: https://www.rfc-editor.org/rfc/rfc7518#section-6
//! [RFC 8037, 2]: https://www.rfc-editor.org/rfc/rfc8037#section-2

use serde_json::Value;

use super::algorithm::{Algorithm, Family};
use super::key::Key;
use super::{JwtError, compact};

/// The keys of a set that are for an algorithm, each with its `kid`.
pub(super) fn read(algorithm: Algorithm, json: &str) -> Result<Vec<(Option<String>, Key)>, JwtError> {
    let set: Value = serde_json::from_str(json).map_err(|_| JwtError::new("the JWK Set is no JSON"))?;
    let keys = set.get("keys").and_then(Value::as_array);
    let keys = keys.ok_or(JwtError::new("the JWK Set has no list of `keys`"))?;
    let ours = keys.iter().map(Jwk).filter(|jwk| jwk.is_for(algorithm));
    ours.map(|jwk| Ok((jwk.name()?, jwk.key(algorithm)?))).collect()
}

struct Jwk<'v>(&'v Value);

impl Jwk<'_> {
    /// Whether nothing in it says that it is for something else.
    fn is_for(&self, algorithm: Algorithm) -> bool {
        let is = |name, value| self.text(name) == Some(value);
        let is_or_absent = |name, value| self.0.get(name).is_none() || is(name, value);
        let kind = match algorithm.family() {
            Family::Hmac(_) => is("kty", "oct"),
            Family::Rsa(_) => is("kty", "RSA"),
            Family::Ec(curve) => is("kty", "EC") && is("crv", curve.name),
            Family::Ed25519 => is("kty", "OKP") && is("crv", "Ed25519"),
        };
        kind && is_or_absent("alg", algorithm.name()) && is_or_absent("use", "sig") && self.verifies()
    }

    fn verifies(&self) -> bool {
        match self.0.get("key_ops") {
            None => true,
            Some(operations) => {
                operations.as_array().is_some_and(|list| list.iter().any(|one| one == "verify"))
            }
        }
    }

    fn name(&self) -> Result<Option<String>, JwtError> {
        match self.0.get("kid") {
            None => Ok(None),
            Some(Value::String(name)) => Ok(Some(name.clone())),
            Some(_) => Err(JwtError::new("a `kid` of the JWK Set is no string")),
        }
    }

    fn key(&self, algorithm: Algorithm) -> Result<Key, JwtError> {
        match algorithm.family() {
            Family::Hmac(_) => Key::secret(algorithm, &self.bytes("k")?),
            Family::Rsa(_) => Key::rsa(algorithm, &self.bytes("n")?, &self.bytes("e")?),
            Family::Ec(_) => Key::ec(algorithm, &self.bytes("x")?, &self.bytes("y")?),
            Family::Ed25519 => Key::ed25519(algorithm, &self.bytes("x")?),
        }
    }

    fn bytes(&self, name: &str) -> Result<Vec<u8>, JwtError> {
        let bytes = self.text(name).and_then(|text| compact::decode(text).ok());
        bytes.ok_or_else(|| JwtError::new(format!("the `{name}` of a key of the JWK Set is not base64url")))
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).and_then(Value::as_str)
    }
}
