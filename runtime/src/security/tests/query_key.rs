//! API keys in the query (application/x-www-form-urlencoded).

use proptest::collection::vec;
use proptest::prelude::*;

use super::request::{context, latin_1, mutated};
use crate::security::{ApiKey, Unread};

const NAME: &str = "a key";

fn read(query: &str) -> Option<Result<String, Unread>> {
    let context = context(&format!("/?{query}"), &[])?;
    Some(ApiKey::in_query(&context, NAME).map(ApiKey::into_exposed))
}

/// A text, each of whose bytes is encoded in one of the ways that it may be.
fn encoded(text: String) -> impl Strategy<Value = String> {
    vec(0..4_u8, text.len()).prop_map(move |ways| {
        let byte = |(byte, way): (u8, u8)| match (byte, way) {
            (b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'.' | b'_' | b'*', 1..) => {
                char::from(byte).to_string()
            }
            (b' ', 1..) => "+".to_owned(),
            (byte, 2..) => format!("%{byte:02x}"),
            (byte, _) => format!("%{byte:02X}"),
        };
        text.bytes().zip(ways).map(byte).collect()
    })
}

fn pair(name: String, value: String) -> impl Strategy<Value = String> {
    (encoded(name), encoded(value)).prop_map(|(name, value)| format!("{name}={value}"))
}

fn key() -> impl Strategy<Value = String> {
    "[\t -~\u{a1}-\u{ffff}]{1,30}"
}

fn other_pairs() -> impl Strategy<Value = Vec<String>> {
    let name = any::<String>().prop_filter("another name", |name| name != NAME);
    vec((name, any::<String>()).prop_flat_map(|(name, value)| pair(name, value)), 0..3)
}

/// What is decoded, once: the name, and the value unless it is no UTF-8.
fn wanted(query: &str) -> Result<String, Unread> {
    let mut values = Vec::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let mut halves = pair.splitn(2, '=').map(decoded);
        if halves.next().flatten().as_deref() == Some(NAME) {
            values.push(halves.next().unwrap_or(Some(String::new())));
        }
    }
    match values.as_slice() {
        [] => Err(Unread::Absent),
        [Some(value)] if value.is_empty() => Err(Unread::Absent),
        [Some(value)] if !value.replace('\t', "").contains(char::is_control) => Ok(value.clone()),
        [_] => Err(Unread::Malformed),
        _ => Err(Unread::Repeated),
    }
}

fn decoded(text: &str) -> Option<String> {
    let text = text.replace('+', " ");
    let mut parts = text.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        match part.get(..2).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit())) {
            Some(digits) => {
                bytes.push(u8::from_str_radix(digits, 16).unwrap());
                bytes.extend(part[2..].bytes());
            }
            None => bytes.extend([b"%", part.as_bytes()].concat()),
        }
    }
    String::from_utf8(bytes).ok()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn c8_a_key_in_the_query_is_decoded_once(
        (key, own) in key().prop_flat_map(|key| (Just(key.clone()), pair(NAME.to_owned(), key))),
        before in other_pairs(),
        after in other_pairs(),
    ) {
        let query = [before, vec![own], after].concat().join("&");
        prop_assert_eq!(read(&query), Some(Ok(key)), "{}", query);
    }

    #[test]
    fn c8_what_is_no_key_in_the_query_is_not_read(
        query in mutated(
            (key().prop_flat_map(|key| pair(NAME.to_owned(), key)), other_pairs())
                .prop_map(|(own, others)| [others, vec![own]].concat().join("&").into()),
        ),
    ) {
        // A `#` ends the query.
        let query = latin_1(&query).replace('#', "");
        if let Some(read) = read(&query) {
            prop_assert_eq!(read, wanted(&query), "{}", query);
        }
    }
}

#[test]
fn c8_a_key_in_the_query_is_not_decoded_twice() {
    assert_eq!(read("a+key=%2541%2B"), Some(Ok("%41+".to_owned())));
    assert_eq!(read("a%2520key=x"), Some(Err(Unread::Absent)));
}

#[test]
fn c8_a_key_in_the_query_has_no_control_characters() {
    for value in ["%00", "a%0d%0ab", "%7f", "%C2%85", "%ff"] {
        assert_eq!(read(&format!("a+key={value}")), Some(Err(Unread::Malformed)), "{value}");
    }
}

#[test]
fn c4_a_key_in_the_query_twice_is_repeated_be_it_empty_or_not() {
    for query in ["a+key=x&a+key=x", "a+key&a%20key=x", "a+key=x&b&a+key", "a+key=%ff&a+key=x"] {
        assert_eq!(read(query), Some(Err(Unread::Repeated)), "{query}");
    }
}
