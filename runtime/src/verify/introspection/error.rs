//! What is wrong with a configuration.

use std::error::Error;
use std::fmt;

/// Why there is no verifier: the reason, which shows no secret.
#[derive(Debug)]
pub struct IntrospectionError(String);

impl IntrospectionError {
    pub(super) fn new(reason: impl Into<String>) -> Self {
        Self(reason.into())
    }
}

impl fmt::Display for IntrospectionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for IntrospectionError {}
