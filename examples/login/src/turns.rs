//! Who may try a password now.

use std::thread::available_parallelism;
use std::time::Duration;

use specwright_runtime::Failure;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::timeout;

/// How long a login waits for its turn.
const PATIENCE: Duration = Duration::from_secs(5);

/// As many turns as there are processors to hash passwords.
///
/// A login has its turn from the question whether it may try until its failure is counted, so that no more than a handful of
/// passwords are tried beyond the limit, however many come at once.
pub(crate) struct Turns(Semaphore);

impl Turns {
    /// With nobody waiting.
    pub(crate) fn new() -> Self {
        Self(Semaphore::new(available_parallelism().map_or(1, usize::from)))
    }

    /// Waits for a turn, which ends when it is dropped.
    ///
    /// # Errors
    ///
    /// A failure that passes by itself, when there are too many waiting.
    pub(crate) async fn next(&self) -> Result<SemaphorePermit<'_>, Failure> {
        match timeout(PATIENCE, self.0.acquire()).await {
            Ok(turn) => Ok(turn?),
            Err(late) => Err(Failure::unavailable(late)),
        }
    }
}
