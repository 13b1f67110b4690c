//! What an operation fails with.

use std::error::Error;
use std::fmt;

use http::StatusCode;

use crate::body::BoxError;
use crate::content::ReadError;
use crate::security::Denied;

/// An error that has no declared response: a plain 500 or 503 for the client, the whole story for the log.
///
/// Every [`Error`] converts into it and is a 500, so an operation may fail with `?`; [`Failure::new`] takes what is no
/// `Error` by itself: a text, a boxed error, an error of `anyhow`. What passes by itself, as a database that cannot be
/// reached, is a 503 by [`Failure::unavailable`].
pub struct Failure {
    reason: BoxError,
    status: StatusCode,
}

impl<E: Error + Send + Sync + 'static> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::new(error)
    }
}

impl Failure {
    /// 500: a failure for a reason of any kind. A [`ReadError`] is a 413 or a 400: it is no fault of the server's.
    pub fn new(reason: impl Into<BoxError>) -> Self {
        let reason = reason.into();
        let status = reason.downcast_ref().map_or(StatusCode::INTERNAL_SERVER_ERROR, ReadError::status);
        Self { reason, status }
    }

    /// 503: a failure that passes by itself, so that the same request may succeed later (RFC 9110, 15.6.4).
    pub fn unavailable(reason: impl Into<BoxError>) -> Self {
        Self { reason: reason.into(), status: StatusCode::SERVICE_UNAVAILABLE }
    }

    /// 406: the client takes none of the media types that the operation has (RFC 9110, 15.5.7), and the document declares no answer
    /// for that. It is not logged.
    ///
    /// ```
    /// use specwright_runtime::{Context, Failure, MediaTypes};
    ///
    /// fn wanted<T: MediaTypes>(context: &Context) -> Result<T, Failure> {
    ///     context.accept().ok_or_else(Failure::not_acceptable)
    /// }
    /// ```
    pub fn not_acceptable() -> Self {
        let reason = "the client accepts none of the media types".into();
        Self { reason, status: StatusCode::NOT_ACCEPTABLE }
    }

    /// The status of the answer: 500, 503 or 406; 400 or 413 where a body could not be read to its end.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Writes the error and what caused it to the log, where the client cannot see it.
    pub(crate) fn log(&self) {
        if self.status.is_server_error() {
            tracing::error!(error = %self, "a request failed");
        } else {
            tracing::debug!(error = %self, "a request could not be read");
        }
    }
}

/// A verifier that fails cannot tell now where the failure passes by itself, and is broken where it does not.
impl From<Failure> for Denied {
    fn from(failure: Failure) -> Self {
        match failure.status {
            StatusCode::SERVICE_UNAVAILABLE => Self::Unavailable(failure),
            _ => Self::Broken(failure),
        }
    }
}

/// The error, then what caused it, each after a colon.
impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.reason)?;
        let mut cause = self.reason.source();
        while let Some(error) = cause {
            write!(f, ": {error}")?;
            cause = error.source();
        }
        Ok(())
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Failure({:?})", self.reason)
    }
}

#[cfg(test)]
mod tests {
    use super::{Denied, Failure};
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

    #[test]
    fn a_failure_passes_by_itself_where_it_says_so() {
        let [failure, passing] = [Failure::new("x"), Failure::unavailable("x")];
        assert_eq!((failure.status().as_u16(), passing.status().as_u16()), (500, 503));
        assert!(matches!(Denied::from(failure), Denied::Broken(_)));
        assert!(matches!(Denied::from(passing), Denied::Unavailable(_)));
    }
}
