//! What a connection may take.

use std::time::Duration;

/// The limits within which a server serves.
///
/// ```
/// use std::time::Duration;
/// use specwright_runtime::Limits;
///
/// let limits = Limits { max_connections: 500, shutdown: Duration::from_secs(5), ..Limits::default() };
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes that the head of a request may have, its first line included; a longer one is a 431. 128 KiB by default,
    /// and never more than 400 KiB.
    pub max_head: usize,
    /// Time that a client has for sending the head of a request, from the opening of the connection or the response
    /// before it; then the connection is closed. 30 seconds by default.
    pub head_timeout: Duration,
    /// Connections that are served at the same time; others wait to be accepted. 10,000 by default.
    pub max_connections: usize,
    /// Time that requests have to finish after a signal to stop; then their connections are closed. 30 seconds by
    /// default.
    pub shutdown: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_head: 128 * 1024,
            head_timeout: Duration::from_secs(30),
            max_connections: 10_000,
            shutdown: Duration::from_secs(30),
        }
    }
}

/// A time-out longer than this never comes, and could not be added to the time of day.
const A_YEAR: Duration = Duration::from_secs(365 * 24 * 60 * 60);

impl Limits {
    /// The time-out as a timer can have it.
    pub(super) fn head_timeout(&self) -> Duration {
        self.head_timeout.min(A_YEAR)
    }
}
