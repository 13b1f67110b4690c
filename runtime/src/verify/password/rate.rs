//! How often is too often.

use std::time::Duration;

/// So many times at once, and then once in each period: a bucket of tokens, kept as one instant (the generic cell rate algorithm).
///
/// It knows neither clock nor store, so that processes which share a database can keep the instant there, and times are what they agree on:
/// since 1970, for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    burst: u32,
    period: Duration,
}

impl Rate {
    /// `burst` times at once, and once more after each `period`.
    pub const fn new(burst: u32, period: Duration) -> Self {
        Self { burst, period }
    }

    /// One time more, `now`. `spent` is the instant at which all the earlier ones are forgotten: zero at first, then what this returned last.
    ///
    /// # Errors
    ///
    /// How long to wait, where it is too often. It counts only what it allows.
    pub fn take(self, spent: Duration, now: Duration) -> Result<Duration, Duration> {
        let spent = spent.max(now).saturating_add(self.period);
        let latest = now.saturating_add(self.period.saturating_mul(self.burst));
        if spent <= latest { Ok(spent) } else { Err(spent.saturating_sub(latest)) }
    }

    /// Takes back one that was allowed.
    pub fn give_back(self, spent: Duration) -> Duration {
        spent.saturating_sub(self.period)
    }
}
