//! What an operation fails with.

use std::error::Error;
use std::fmt;

use crate::body::BoxError;

/// An error that has no declared response: a plain 500 for the client, the whole story for the log.
///
/// Every [`Error`] converts into it, so an operation may fail with `?`.
pub struct Failure(BoxError);

impl<E: Error + Send + Sync + 'static> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(Box::new(error))
    }
}

impl Failure {
    /// Writes the error and what caused it to the log, where the client cannot see it.
    pub(crate) fn log(&self) {
        tracing::error!(error = %self, "a request failed");
    }
}

/// The error, then what caused it, each after a colon.
impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)?;
        let mut cause = self.0.source();
        while let Some(error) = cause {
            write!(f, ": {error}")?;
            cause = error.source();
        }
        Ok(())
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Failure({:?})", self.0)
    }
}
