//! The keys of a verifier.

use super::algorithm::Algorithm;
use super::key::Key;
use super::{JwtError, jwk};
use crate::verify::Reason;

/// One key, or a set of them, all of one algorithm.
pub(super) struct Keys {
    algorithm: Algorithm,
    held: Held,
}

enum Held {
    /// It has no name, so that what a token calls it is no matter.
    One(Key),
    /// Each with its `kid`; only where there is no other key may it have none.
    Set(Vec<(Option<String>, Key)>),
}

impl Keys {
    pub(super) fn one(algorithm: Algorithm, key: Key) -> Self {
        Self { algorithm, held: Held::One(key) }
    }

    pub(super) fn set(algorithm: Algorithm, json: &str) -> Result<Self, JwtError> {
        let keys = jwk::read(algorithm, json)?;
        if keys.is_empty() {
            return Err(JwtError::new(format!("no key of the JWK Set is for {}", algorithm.name())));
        }
        let mut names: Vec<_> = keys.iter().map(|(name, _)| name).collect();
        names.sort();
        names.dedup();
        if names.len() < keys.len() || keys.len() > 1 && names.contains(&&None) {
            return Err(JwtError::new("keys of the JWK Set cannot be told apart by `kid`"));
        }
        Ok(Self { algorithm, held: Held::Set(keys) })
    }

    pub(super) fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// The key that a token means.
    pub(super) fn find(&self, name: Option<&str>) -> Result<&Key, Reason> {
        let set = match &self.held {
            Held::One(key) => return Ok(key),
            Held::Set(set) => set,
        };
        match (set.as_slice(), name) {
            ([(None, key)], _) | ([(_, key)], None) => Ok(key),
            (_, None) => Err("the token names none of several keys"),
            (keys, name) => {
                let found = keys.iter().find(|(one, _)| one.as_deref() == name);
                found.map(|(_, key)| key).ok_or("the token names an unknown key")
            }
        }
    }
}
