//! What is wrong with a configuration.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

/// Why there is no verifier, or no token: the reason, which shows no key.
#[derive(Debug)]
pub struct JwtError(Cow<'static, str>);

impl JwtError {
    pub(super) fn new(reason: impl Into<Cow<'static, str>>) -> Self {
        Self(reason.into())
    }
}

impl fmt::Display for JwtError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for JwtError {}
