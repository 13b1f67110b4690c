//! What an operation fails with.

use std::error::Error;
use std::fmt;

use crate::body::BoxError;

/// An error that has no declared response: a plain 500 for the client, the whole story for the log.
///
/// Every [`Error`] converts into it, so an operation may fail with `?`; [`Failure::new`] takes what is no `Error` by
/// itself: a text, a boxed error, an error of `anyhow`.
pub struct Failure(BoxError);

impl<E: Error + Send + Sync + 'static> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(Box::new(error))
    }
}

impl Failure {
    /// A failure for a reason of any kind.
    pub fn new(reason: impl Into<BoxError>) -> Self {
        Self(reason.into())
    }

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

#[cfg(test)]
mod tests {
    use super::Failure;
    use std::num::ParseIntError;

    #[derive(Debug)]
    struct Outer(ParseIntError);

    impl std::fmt::Display for Outer {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("the stock is unknown")
        }
    }

    impl std::error::Error for Outer {
        fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
            Some(&self.0)
        }
    }

    #[test]
    fn a_failure_tells_its_causes() {
        let failure = "x".parse::<i64>().map_err(|error| Failure::from(Outer(error)));
        let told = failure.map_err(|failure| failure.to_string());
        assert_eq!(told, Err("the stock is unknown: invalid digit found in string".to_owned()));
    }

    #[test]
    fn a_failure_may_be_a_text() {
        assert_eq!(Failure::new("out of stock").to_string(), "out of stock");
    }
}
