//! API keys in header fields (RFC 9110, 5.5).

use proptest::collection::vec;
use proptest::prelude::*;

use super::request::{context, latin_1, mutated};
use crate::security::{ApiKey, Unread};

fn read(values: &[Vec<u8>]) -> Option<Result<String, Unread>> {
    let fields: Vec<(&str, &[u8])> = values.iter().map(|value| ("key", value.as_slice())).collect();
    let context = context("/", &fields)?;
    Some(ApiKey::in_header(&context, "KEY").map(ApiKey::into_exposed))
}

/// Visible text, with spaces and tabs inside.
fn key() -> impl Strategy<Value = String> {
    "[!-~\u{a1}-\u{ffff}][\t -~\u{a1}-\u{ffff}]{0,40}"
}

fn wanted(values: &[Vec<u8>]) -> Result<String, Unread> {
    match values {
        [] => Err(Unread::Absent),
        [value] => match String::from_utf8(value.clone()) {
            Ok(text) if text.is_empty() => Err(Unread::Absent),
            Ok(text) if !text.replace('\t', "").contains(char::is_control) => Ok(text),
            _ => Err(Unread::Malformed),
        },
        _ => Err(Unread::Repeated),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn c8_a_key_in_a_header_is_read_as_it_was_sent(key in key()) {
        prop_assert_eq!(read(&[key.clone().into_bytes()]), Some(Ok(key)));
    }

    #[test]
    fn c8_what_is_no_key_in_a_header_is_not_read(
        values in vec(mutated(prop_oneof![key(), Just(String::new())].prop_map(String::into_bytes)), 0..3),
    ) {
        if let Some(read) = read(&values) {
            prop_assert_eq!(read, wanted(&values), "{:?}", values.iter().map(|value| latin_1(value)).collect::<Vec<_>>());
        }
    }
}

#[test]
fn c8_a_key_with_commas_is_one_key() {
    assert_eq!(read(&[b"a, b".to_vec()]), Some(Ok("a, b".to_owned())));
}

#[test]
fn c4_two_fields_are_repeated_be_they_empty_or_not() {
    for (first, second) in [("a", "a"), ("", "a"), ("a", ""), ("", ""), ("\u{a0}", "a")] {
        assert_eq!(read(&[first.into(), second.into()]), Some(Err(Unread::Repeated)), "{first:?} {second:?}");
    }
}
