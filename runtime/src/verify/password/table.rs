//! Where a process keeps what was attempted.

use std::hash::{BuildHasher, Hash, RandomState};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::rate::Rate;

/// As many as are told apart. A hundred that are in use at once make one in six hundred of the others share a place with them.
const PLACES: u64 = 1 << 16;

/// What each key has spent, in memory that does not grow: a key has its place by a hash that nobody can foresee, and keys that share a place
/// share what they may spend. So no flood of keys makes one be forgotten.
pub(super) struct Table {
    rate: Rate,
    hasher: RandomState,
    /// Milliseconds.
    spent: Mutex<Box<[u64]>>,
}

impl Table {
    pub(super) fn of(rate: Rate) -> Self {
        let spent = (0..PLACES).map(|_| 0).collect();
        Self { rate, hasher: RandomState::new(), spent: Mutex::new(spent) }
    }

    /// Allows a key once more, or says how long it has to wait.
    pub(super) fn take(&self, place: usize, now: Duration) -> Result<(), Duration> {
        match self.spent().get_mut(place) {
            None => Ok(()),
            Some(spent) => {
                *spent = millis(self.rate.take(Duration::from_millis(*spent), now)?);
                Ok(())
            }
        }
    }

    pub(super) fn give_back(&self, place: usize) {
        if let Some(spent) = self.spent().get_mut(place) {
            *spent = millis(self.rate.give_back(Duration::from_millis(*spent)));
        }
    }

    /// The place of a key.
    pub(super) fn place(&self, key: impl Hash) -> usize {
        usize::try_from(self.hasher.hash_one(key) % PLACES).unwrap_or_default()
    }

    fn spent(&self) -> MutexGuard<'_, Box<[u64]>> {
        self.spent.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
