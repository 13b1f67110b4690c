//! What a token is to say.

use std::time::Duration;

use serde::Serialize;
use serde_json::{Map, Value};

use super::JwtError;

/// What [`JwtSigner::sign`](super::JwtSigner::sign) puts into a token: whom it is about, for how long, what for, and what else is said of them.
#[derive(Debug, Clone)]
pub struct Grant {
    pub(super) subject: String,
    pub(super) lifetime: Duration,
    pub(super) scopes: Vec<String>,
    pub(super) claims: Map<String, Value>,
}

/// What a signer writes by itself, or reads as something else.
const RESERVED: [&str; 8] = ["iss", "sub", "aud", "exp", "nbf", "iat", "scope", "scp"];

impl Grant {
    /// A token about `subject` that expires after `lifetime`, in whole seconds. RFC 9700 advises short ones: minutes, not days.
    pub fn new(subject: impl Into<String>, lifetime: Duration) -> Self {
        Self { subject: subject.into(), lifetime, scopes: Vec::new(), claims: Map::new() }
    }

    /// What it is good for.
    #[must_use]
    pub fn scopes(mut self, scopes: impl IntoIterator<Item: Into<String>>) -> Self {
        self.scopes = scopes.into_iter().map(Into::into).collect();
        self
    }

    /// Another claim. What is in a token can be read by whoever holds it.
    ///
    /// # Errors
    ///
    /// Where the claim is one that the signer writes, or the value has no JSON.
    pub fn claim(mut self, name: impl Into<String>, value: &impl Serialize) -> Result<Self, JwtError> {
        let name = name.into();
        if RESERVED.contains(&name.as_str()) {
            return Err(JwtError::new(format!("`{name}` is the signer's to write")));
        }
        let value =
            serde_json::to_value(value).map_err(|error| JwtError::new(format!("`{name}`: {error}")))?;
        self.claims.insert(name, value);
        Ok(self)
    }
}
