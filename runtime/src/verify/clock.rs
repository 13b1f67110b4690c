//! What time it is.

use std::time::{Duration, SystemTime, SystemTimeError, UNIX_EPOCH};

/// The clock that lifetimes are told by.
pub(super) struct Clock(Box<dyn Fn() -> SystemTime + Send + Sync>);

impl Clock {
    pub(super) fn of(now: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        Self(Box::new(now))
    }

    /// Since 1970 ([RFC 7519, 2](https://www.rfc-editor.org/rfc/rfc7519#section-2): `NumericDate`).
    pub(super) fn now(&self) -> Result<Duration, SystemTimeError> {
        (self.0)().duration_since(UNIX_EPOCH)
    }
}

impl Default for Clock {
    fn default() -> Self {
        Self::of(SystemTime::now)
    }
}
