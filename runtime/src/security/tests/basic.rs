//! User-ids and passwords (RFC 7617, 2): `"Basic" 1*SP token68`, base64 (RFC 4648, 4) of `user-id ":" password`.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use proptest::collection::vec;
use proptest::prelude::*;

use super::request::{field, in_any_case, latin_1, mutated, name_and_rest, spaces};
use crate::security::{BasicCredentials, Unread, base64 as ours};

type Halves = (String, String);

/// A text without control characters and without one more.
fn text(without: Option<char>) -> impl Strategy<Value = String> {
    any::<String>().prop_map(move |text| {
        text.chars().filter(|character| !character.is_control() && Some(*character) != without).collect()
    })
}

fn halves() -> impl Strategy<Value = Halves> {
    (text(Some(':')), text(None))
}

fn encoded((user_id, password): &Halves) -> String {
    BASE64_STANDARD.encode(format!("{user_id}:{password}"))
}

fn credentials() -> impl Strategy<Value = Vec<u8>> {
    let parts = (in_any_case("Basic"), spaces(), halves());
    parts.prop_map(|(name, spaces, halves)| (name + &spaces + &encoded(&halves)).into())
}

/// Credentials that are well-formed but for what is encoded.
fn around(content: impl Strategy<Value = Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    content.prop_map(|content| format!("Basic {}", BASE64_STANDARD.encode(content)).into())
}

/// What the grammar makes of a field.
fn wanted(value: &[u8]) -> Result<Halves, Unread> {
    let (name, rest) = name_and_rest(value);
    if !name.eq_ignore_ascii_case("Basic") {
        return Err(Unread::Absent);
    }
    let halves = || {
        let decoded =
            BASE64_STANDARD.decode(latin_1(rest).strip_prefix(' ')?.trim_start_matches(' ')).ok()?;
        let decoded = String::from_utf8(decoded).ok()?;
        let (user_id, password) = decoded.split_once(':')?;
        let is_clean = !decoded.chars().any(char::is_control);
        is_clean.then(|| (user_id.to_owned(), password.to_owned()))
    };
    halves().ok_or(Unread::Malformed)
}

fn read(value: &[u8]) -> Option<Result<Halves, Unread>> {
    let halves = |read: BasicCredentials| (read.user_id().to_owned(), read.expose_password().to_owned());
    field(value).map(|field| BasicCredentials::of(&field).map(halves))
}

fn decoded(text: &[u8]) -> Option<Vec<u8>> {
    ours::decode(text).map(|bytes| bytes.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn c7_every_user_id_and_password_is_read_as_it_was_sent(
        name in in_any_case("Basic"), spaces in spaces(), halves in halves(),
    ) {
        let value = format!("{name}{spaces}{}", encoded(&halves));
        prop_assert_eq!(read(value.as_bytes()), Some(Ok(halves)));
    }

    #[test]
    fn c7_what_is_not_of_the_grammar_is_not_read(
        value in prop_oneof![
            mutated(credentials()),
            around(mutated(halves().prop_map(|(user_id, password)| format!("{user_id}:{password}").into()))),
            around(vec(any::<u8>(), 0..12)),
        ],
    ) {
        if let Some(read) = read(&value) {
            prop_assert_eq!(read, wanted(&value), "{}", latin_1(&value));
        }
    }

    #[test]
    fn c7_base64_is_that_of_another_reader(
        text in mutated(vec(any::<u8>(), 0..100).prop_map(|bytes| BASE64_STANDARD.encode(bytes).into())),
    ) {
        prop_assert_eq!(decoded(&text), BASE64_STANDARD.decode(&text).ok(), "{}", latin_1(&text));
    }
}

/// Two quanta, so that each place of the last one is tried, and each of one before it.
#[test]
fn c7_base64_is_that_of_another_reader_for_every_byte_at_every_place() {
    for padded in ["QUJDREVG", "QUJDREU=", "QUJDRA=="] {
        for place in 0..padded.len() {
            for byte in 0..=u8::MAX {
                let mut text = padded.as_bytes().to_vec();
                text[place] = byte;
                assert_eq!(decoded(&text), BASE64_STANDARD.decode(&text).ok(), "{}", latin_1(&text));
            }
        }
    }
}

#[test]
fn c7_base64_is_that_of_another_reader_for_every_short_text() {
    let characters = b"AQgw/+9z=-_ .\n\xe9";
    let mut texts: Vec<Vec<u8>> = vec![vec![]];
    for length in 0..5 {
        let shorter: Vec<_> = texts.iter().filter(|text| text.len() == length).cloned().collect();
        texts.extend(
            shorter.iter().flat_map(|text| characters.iter().map(|more| [text, [*more].as_slice()].concat())),
        );
    }
    for text in texts {
        assert_eq!(decoded(&text), BASE64_STANDARD.decode(&text).ok(), "{}", latin_1(&text));
    }
}

#[test]
fn c10_credentials_are_equal_where_both_halves_are() {
    let of = |text: &str| {
        let value = format!("Basic {}", BASE64_STANDARD.encode(text));
        field(value.as_bytes()).and_then(|field| BasicCredentials::of(&field).ok())
    };
    assert!(of("a:b").is_some() && of("a:b") == of("a:b"));
    assert!(of("a:b") != of("a:c") && of("a:b") != of("c:b") && of("a:b") != of("a::b"));
}

#[test]
fn c11_debug_shows_neither_half() {
    let read = field(b"Basic aHVzaDpodXNo").map(|field| BasicCredentials::of(&field));
    assert_eq!(format!("{read:?}"), "Some(Ok(BasicCredentials(…)))");
}
