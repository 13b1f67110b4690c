//! Why the server does not start.

use std::error::Error;
use std::fmt;

/// What is wrong, for who starts the server.
#[derive(Debug)]
pub(crate) struct Trouble(String);

impl Trouble {
    /// What is wrong, and what to do about it.
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// What is wrong, and why.
    pub(crate) fn of(text: impl fmt::Display, cause: impl Error) -> Self {
        Self(format!("{text}: {cause}"))
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for Trouble {}
