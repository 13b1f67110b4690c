//! `format: date` and `format: date-time` as types of the crate `chrono`

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Offset, SecondsFormat, Utc};
use http::header::HeaderValue;

use super::Parsed;
use super::date::{self, Date};
use super::parsed::as_text;
use super::time::{self, Time};
use crate::encode::{Encode, Writer};
use crate::header::HeaderText;

/// A day of the years 0 to 9999.
impl Parsed for NaiveDate {
    fn parsed(text: &str) -> Option<Self> {
        date::read(text).and_then(day)
    }
}

as_text!(NaiveDate);

/// A leap second is the second 59 with a thousand million nanoseconds and more, as `chrono` has it. What is finer than a
/// nanosecond cannot be read.
impl Parsed for DateTime<FixedOffset> {
    fn parsed(text: &str) -> Option<Self> {
        let (date, time) = time::read_with_date(text)?;
        let local = NaiveDateTime::new(day(date)?, clock(time)?);
        local.and_local_timezone(FixedOffset::east_opt(time.offset * 60)?).single()
    }
}

fn day(date: Date) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(date.year).ok()?, date.month, date.day)
}

fn clock(time: Time<'_>) -> Option<NaiveTime> {
    let (second, leap) = if time.second == 60 { (59, 1_000_000_000) } else { (time.second, 0) };
    NaiveTime::from_hms_nano_opt(time.hour, time.minute, second, leap + nanoseconds(time.fraction)?)
}

/// The digits of a fraction of a second, of which those behind the ninth are 0.
fn nanoseconds(fraction: &[u8]) -> Option<u32> {
    let (digits, rest) = fraction.split_at_checked(9).unwrap_or((fraction, &[]));
    let zeros = std::iter::repeat_n(b'0', 9 - digits.len());
    let nanoseconds =
        digits.iter().copied().chain(zeros).fold(0, |all, digit| all * 10 + u32::from(digit - b'0'));
    rest.iter().all(|digit| *digit == b'0').then_some(nanoseconds)
}

/// With its own offset, or in UTC where that is no whole number of minutes, which RFC 3339 does not have.
impl Encode for DateTime<FixedOffset> {
    fn encode(&self, writer: &mut Writer) {
        writer.string(&sent(self));
    }
}

impl HeaderText for DateTime<FixedOffset> {
    fn header_value(&self) -> Option<HeaderValue> {
        sent(self).header_value()
    }
}

fn sent(moment: &DateTime<FixedOffset>) -> String {
    let has_seconds = moment.offset().fix().local_minus_utc() % 60 != 0;
    if has_seconds {
        moment.with_timezone(&Utc).to_rfc3339_opts(SecondsFormat::AutoSi, true)
    } else {
        moment.to_rfc3339_opts(SecondsFormat::AutoSi, true)
    }
}
