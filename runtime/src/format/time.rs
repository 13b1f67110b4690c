//! `format: time` and `format: date-time` (RFC 3339, section 5.6)

use super::date::Date;
use super::rest::Rest;

/// So many minutes a day has.
const DAY: i32 = 24 * 60;

/// A time of a day somewhere.
#[derive(Debug, Clone, Copy)]
pub(super) struct Time<'t> {
    pub(super) hour: u32,
    pub(super) minute: u32,
    /// From 0 to 60.
    pub(super) second: u32,
    /// The digits of the fraction of a second, which only a type wants to know.
    #[cfg_attr(not(feature = "chrono"), allow(dead_code))]
    pub(super) fraction: &'t [u8],
    /// How much later it is than in UTC, in minutes.
    pub(super) offset: i32,
}

pub(super) fn holds(text: &str) -> bool {
    let mut rest = Rest::of(text);
    Time::take(&mut rest).is_some() && rest.is_empty()
}

pub(super) fn holds_with_date(text: &str) -> bool {
    read_with_date(text).is_some()
}

pub(super) fn read_with_date(text: &str) -> Option<(Date, Time<'_>)> {
    let mut rest = Rest::of(text);
    let date = Date::take(&mut rest)?;
    rest.take(b"Tt")?;
    let time = Time::take(&mut rest).filter(|time| time.is_on(date))?;
    rest.is_empty().then_some((date, time))
}

impl<'t> Time<'t> {
    fn take(rest: &mut Rest<'t>) -> Option<Self> {
        let hour = rest.number(2)?;
        rest.take(b":")?;
        let minute = rest.number(2)?;
        rest.take(b":")?;
        let second = rest.number(2)?;
        let fraction = if rest.take(b".").is_some() { rest.digits()? } else { &[] };
        let time = Self { hour, minute, second, fraction, offset: offset(rest)? };
        (hour <= 23
            && minute <= 59
            && (second <= 59 || second == 60 && time.in_utc().rem_euclid(DAY) == DAY - 1))
            .then_some(time)
    }

    /// Whether there may be this time on this day: a second is put in at the end of a month of UTC (section 5.7).
    fn is_on(self, date: Date) -> bool {
        self.second <= 59
            || match self.in_utc().div_euclid(DAY) {
                // the day before, in UTC
                ..0 => date.day == 1,
                0 => date.day == date.days(),
                1.. => date.day + 1 == date.days(),
            }
    }

    /// The minutes since the day began here, as UTC counts them: before or after that day there, perhaps.
    fn in_utc(self) -> i32 {
        (self.hour * 60 + self.minute) as i32 - self.offset
    }
}

fn offset(rest: &mut Rest<'_>) -> Option<i32> {
    let sign = match rest.next()? {
        b'Z' | b'z' => return Some(0),
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let hours = rest.number(2).filter(|hours| *hours <= 23)?;
    rest.take(b":")?;
    let minutes = rest.number(2).filter(|minutes| *minutes <= 59)?;
    Some(sign * (hours * 60 + minutes) as i32)
}
