//! Rates, against a count.

use std::time::Duration;

use proptest::prelude::*;

use crate::verify::Rate;

const SECOND: Duration = Duration::from_secs(1);

#[test]
fn a_burst_is_allowed_and_no_more() {
    let rate = Rate::new(3, SECOND);
    let mut spent = Duration::ZERO;
    for _ in 0..3 {
        spent = rate.take(spent, SECOND).unwrap();
    }
    assert_eq!(rate.take(spent, SECOND), Err(SECOND));
    assert_eq!(rate.take(spent, SECOND * 3 / 2), Err(SECOND / 2));
    assert!(rate.take(spent, SECOND * 2).is_ok());
}

#[test]
fn no_burst_allows_nothing() {
    assert!(Rate::new(0, SECOND).take(Duration::ZERO, SECOND).is_err());
}

#[test]
fn the_greatest_times_do_not_overflow() {
    let rate = Rate::new(u32::MAX, Duration::MAX);
    assert!(rate.take(Duration::MAX, Duration::MAX).is_ok());
    assert_eq!(rate.give_back(Duration::ZERO), Duration::ZERO);
}

proptest! {
    #[test]
    fn what_is_allowed_in_any_window_is_the_burst_and_once_a_period(
        burst in 1..6_u32,
        waits in proptest::collection::vec(0..3000_u64, 1..60),
    ) {
        let rate = Rate::new(burst, SECOND);
        let (mut now, mut spent) = (Duration::ZERO, Duration::ZERO);
        let mut allowed: Vec<Duration> = Vec::new();
        for wait in waits {
            now += Duration::from_millis(wait);
            match rate.take(spent, now) {
                Ok(next) => {
                    spent = next;
                    allowed.push(now);
                }
                // Who waits as long as is said, is allowed; who waits less, is not.
                Err(wait) => {
                    prop_assert!(rate.take(spent, now + wait).is_ok());
                    prop_assert!(rate.take(spent, now + wait - Duration::from_nanos(1)).is_err());
                }
            }
        }
        for (index, from) in allowed.iter().enumerate() {
            for (count, to) in allowed.iter().skip(index).enumerate() {
                let most = burst + u32::try_from((*to - *from).as_secs()).unwrap();
                prop_assert!(u32::try_from(count).unwrap() < most);
            }
        }
    }
}
