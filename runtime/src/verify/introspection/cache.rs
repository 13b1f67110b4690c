//! Answers, kept for a while.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use super::Fingerprint;
use super::answer::Answer;

/// How many answers of each kind are kept at most.
const MOST: usize = 10_000;

/// How long it is kept that a token is not active.
const INACTIVE: Duration = Duration::from_secs(5);

/// Those of tokens that are active and those of others are apart, so that no flood of made-up tokens drives out good ones.
pub(super) struct Cache {
    time: Duration,
    active: Shelf,
    inactive: Shelf,
}

impl Cache {
    pub(super) fn keeping(time: Duration) -> Self {
        Self { time, active: Shelf::default(), inactive: Shelf::default() }
    }

    /// The answer about a token, where it still holds.
    pub(super) fn get(&self, token: &Fingerprint, now: Duration) -> Option<Answer> {
        self.active.get(token, now).or_else(|| self.inactive.get(token, now))
    }

    pub(super) fn put(&self, token: Fingerprint, answer: Answer, now: Duration) {
        let (shelf, time, end) = match &answer {
            Answer::Active { until, .. } => (&self.active, self.time, *until),
            Answer::Inactive(_) => (&self.inactive, self.time.min(INACTIVE), None),
        };
        let until = now.saturating_add(time).min(end.unwrap_or(Duration::MAX));
        if until > now {
            shelf.put(token, Kept { answer, from: now, until });
        }
    }
}

impl Default for Cache {
    fn default() -> Self {
        Self::keeping(Duration::from_secs(60))
    }
}

#[derive(Default)]
struct Shelf(Mutex<HashMap<Fingerprint, Kept>>);

struct Kept {
    answer: Answer,
    from: Duration,
    until: Duration,
}

impl Kept {
    /// A clock that was set back makes an answer not hold longer.
    fn holds(&self, now: Duration) -> bool {
        self.from <= now && now < self.until
    }
}

impl Shelf {
    fn get(&self, token: &Fingerprint, now: Duration) -> Option<Answer> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(token).filter(|kept| kept.holds(now)).map(|kept| kept.answer.clone())
    }

    fn put(&self, token: Fingerprint, answer: Kept) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST {
            kept.retain(|_, kept| kept.holds(answer.from));
        }
        // Any one will do: they are in no order that anybody could foresee.
        if kept.len() >= MOST
            && let Some(any) = kept.keys().next().copied()
        {
            kept.remove(&any);
        }
        kept.insert(token, answer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(number: usize) -> Fingerprint {
        let mut key = [0; 32];
        for (to, from) in key.iter_mut().zip(number.to_le_bytes()) {
            *to = from;
        }
        key
    }

    fn held(cache: &Cache) -> usize {
        cache.inactive.0.lock().map_or(0, |kept| kept.len())
    }

    #[test]
    fn no_flood_makes_it_grow_beyond_its_bound() {
        let cache = Cache::default();
        for number in 0..MOST + 50 {
            cache.put(key(number), Answer::Inactive(""), Duration::ZERO);
        }
        assert_eq!(held(&cache), MOST);
        assert!(cache.get(&key(MOST + 49), Duration::ZERO).is_some());
    }

    #[test]
    fn what_holds_no_more_goes_first() {
        let cache = Cache::default();
        for number in 0..MOST {
            cache.put(key(number), Answer::Inactive(""), Duration::ZERO);
        }
        cache.put(key(MOST), Answer::Inactive(""), INACTIVE);
        assert_eq!(held(&cache), 1);
    }

    #[test]
    fn an_answer_does_not_hold_before_it_was_given() {
        let cache = Cache::default();
        cache.put(key(0), Answer::Inactive(""), Duration::from_secs(100));
        assert!(cache.get(&key(0), Duration::from_secs(100)).is_some());
        assert!(cache.get(&key(0), Duration::from_secs(99)).is_none());
    }
}
