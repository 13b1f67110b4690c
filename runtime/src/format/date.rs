//! `format: date` (RFC 3339, section 5.6)

use super::rest::Rest;

/// A day that there is, or was before there was this calendar.
#[derive(Debug, Clone, Copy)]
pub(super) struct Date {
    /// From 0 to 9999.
    pub(super) year: u32,
    pub(super) month: u32,
    pub(super) day: u32,
}

pub(super) fn holds(text: &str) -> bool {
    read(text).is_some()
}

pub(super) fn read(text: &str) -> Option<Date> {
    let mut rest = Rest::of(text);
    Date::take(&mut rest).filter(|_| rest.is_empty())
}

impl Date {
    pub(super) fn take(rest: &mut Rest<'_>) -> Option<Self> {
        let year = rest.number(4)?;
        rest.take(b"-")?;
        let month = rest.number(2)?;
        rest.take(b"-")?;
        let date = Self { year, month, day: rest.number(2)? };
        (1..=date.days()).contains(&date.day).then_some(date)
    }

    /// How many days the month has; none where there is no such month.
    pub(super) fn days(self) -> u32 {
        let is_leap =
            self.year.is_multiple_of(4) && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400));
        match self.month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 => 28 + u32::from(is_leap),
            _ => 0,
        }
    }
}
