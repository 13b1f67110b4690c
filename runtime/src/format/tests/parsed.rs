//! What is read into types, and how they are sent.

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::HeaderText;
use crate::decode::{TextRule, from_slice_with, parsed};
use crate::encode::{Encode, to_vec};
use crate::format::{Base16, Base64, Base64Url, Format, Parsed, Text};
use crate::problem::Kind;

/// How what is read from a text is sent.
fn sent<T: Parsed + Encode + HeaderText>(text: &str) -> String {
    let value = T::parsed(text).unwrap();
    let json = String::from_utf8(to_vec(&value)).unwrap();
    let header = value.header_value().unwrap();
    assert_eq!(json, format!("{:?}", header.to_str().unwrap()));
    header.to_str().unwrap().to_owned()
}

/// What a rule calls a JSON string, and the same as text.
fn kinds<R: TextRule>(rule: R, text: &str) -> Vec<Kind> {
    let problems = from_slice_with(&to_vec(text), &rule).err().unwrap_or_default();
    let mut kinds = Vec::new();
    rule.read_text(text.into(), &mut |kind, _| kinds.push(kind));
    assert_eq!(problems.iter().map(|problem| problem.kind).collect::<Vec<_>>(), kinds);
    kinds
}

#[test]
fn an_address_is_sent_in_its_short_form() {
    assert_eq!(sent::<Ipv4Addr>("192.0.2.1"), "192.0.2.1");
    assert_eq!(sent::<Ipv6Addr>("2001:DB8:0::1"), "2001:db8::1");
    assert_eq!(kinds(parsed::<Ipv4Addr>(Format::Ipv4), "192.0.2.256"), [Kind::IpV4Address]);
    assert_eq!(kinds(parsed::<Ipv6Addr>(Format::Ipv6), "::1%1"), [Kind::IpV6Address]);
}

#[test]
fn bytes_are_sent_in_their_encoding() {
    assert_eq!(sent::<Base64>("+/8="), "+/8=");
    assert_eq!(sent::<Base64Url>("-_8"), "-_8=");
    assert_eq!(sent::<Base16>("fbFf"), "FBFF");
    assert_eq!(*Base64::parsed("+/8=").unwrap(), [0xfb, 0xff]);
    assert_eq!(Base64::from(b"rake".to_vec()).to_string(), "cmFrZQ==");
    assert_eq!(kinds(parsed::<Base64>(Format::Base64), "_"), [Kind::Base64Decode]);
}

#[test]
fn a_type_of_another_crate_is_read_and_displayed() {
    assert_eq!(sent::<Text<i128>>("-7"), "-7");
    assert_eq!(*Text::from(7), 7);
    let rule = parsed::<Text<u8>>(Format::Decimal);
    assert_eq!(kinds(rule, "7"), []);
    // what has the format and is nothing for the type, and the other way round
    assert_eq!(kinds(rule, "256"), [Kind::DecimalParsing]);
    assert_eq!(kinds(rule, "+7"), [Kind::DecimalParsing]);
}

#[test]
fn what_is_no_string_is_named_so() {
    let problems = from_slice_with(b"3221225985", &parsed::<Ipv4Addr>(Format::Ipv4)).unwrap_err();
    assert_eq!(problems[0].kind, Kind::StringType);
}

#[cfg(feature = "uuid")]
#[test]
fn a_uuid_is_sent_in_small_letters() {
    use uuid::Uuid;

    assert_eq!(sent::<Uuid>("5F0C7D2E-8a4b-4f6e-9d1a-2b3c4d5e6f70"), "5f0c7d2e-8a4b-4f6e-9d1a-2b3c4d5e6f70");
    for other in ["5f0c7d2e8a4b4f6e9d1a2b3c4d5e6f70", "urn:uuid:5f0c7d2e-8a4b-4f6e-9d1a-2b3c4d5e6f70"] {
        assert_eq!(Uuid::parsed(other), None);
        assert_eq!(kinds(parsed::<Uuid>(Format::Uuid), other), [Kind::UuidParsing]);
    }
}

#[cfg(feature = "chrono")]
mod chrono {
    use chrono::{DateTime, FixedOffset, NaiveDate, TimeZone};
    use proptest::prelude::*;

    use super::{kinds, sent};
    use crate::HeaderText;
    use crate::decode::parsed;
    use crate::format::{Format, Parsed};
    use crate::problem::Kind;

    type Moment = DateTime<FixedOffset>;

    #[test]
    fn a_date_is_the_day() {
        assert_eq!(sent::<NaiveDate>("2024-02-29"), "2024-02-29");
        assert_eq!(sent::<NaiveDate>("0000-01-01"), "0000-01-01");
        assert_eq!(kinds(parsed::<NaiveDate>(Format::Date), "2023-02-29"), [Kind::DateParsing]);
        assert_eq!(kinds(parsed::<NaiveDate>(Format::Date), "2024-2-9"), [Kind::DateParsing]);
    }

    #[test]
    fn a_moment_keeps_its_offset() {
        assert_eq!(sent::<Moment>("2024-02-29t12:30:00z"), "2024-02-29T12:30:00Z");
        assert_eq!(sent::<Moment>("2024-02-29T23:30:00-08:00"), "2024-02-29T23:30:00-08:00");
        assert_eq!(sent::<Moment>("2024-02-29T12:30:00.125+23:59"), "2024-02-29T12:30:00.125+23:59");
        assert_eq!(sent::<Moment>("0000-01-01T00:00:00+23:59"), "0000-01-01T00:00:00+23:59");
        assert_eq!(Moment::parsed("2024-02-29T12:30:00Z").unwrap().timestamp(), 1_709_209_800);
        assert_eq!(kinds(parsed::<Moment>(Format::DateTime), "2024-02-29"), [Kind::DatetimeParsing]);
    }

    #[test]
    fn a_leap_second_is_kept() {
        assert_eq!(sent::<Moment>("1990-12-31T23:59:60Z"), "1990-12-31T23:59:60Z");
        assert_eq!(sent::<Moment>("1990-12-31T15:59:60.25-08:00"), "1990-12-31T15:59:60.250-08:00");
        assert_eq!(
            sent::<Moment>("1991-01-01T00:29:60.999999999+00:30"),
            "1991-01-01T00:29:60.999999999+00:30"
        );
    }

    #[test]
    fn what_is_finer_than_a_nanosecond_is_not_cut_off() {
        assert_eq!(sent::<Moment>("2024-02-29T12:30:00.123456789000Z"), "2024-02-29T12:30:00.123456789Z");
        let finer = "2024-02-29T12:30:00.1234567891Z";
        assert_eq!(kinds(parsed::<Moment>(Format::DateTime), finer), [Kind::DatetimeParsing]);
    }

    #[test]
    fn an_offset_with_seconds_is_sent_in_utc() {
        let offset = FixedOffset::east_opt(3661).unwrap();
        let moment = offset.with_ymd_and_hms(2024, 2, 29, 12, 30, 0).unwrap();
        assert_eq!(moment.header_value().unwrap(), "2024-02-29T11:28:59Z");
    }

    proptest! {
        #[test]
        fn what_is_sent_is_read_back(seconds in -62_167_132_800..253_402_214_400_i64, nanos in 0..1_000_000_000_u32, minutes in -1439..1440) {
            let offset = FixedOffset::east_opt(minutes * 60).unwrap();
            let moment = DateTime::from_timestamp(seconds, nanos).unwrap().with_timezone(&offset);
            prop_assert_eq!(Moment::parsed(moment.header_value().unwrap().to_str().unwrap()), Some(moment));
        }
    }
}
