//! Other schemes (RFC 9110, 11.4): `auth-scheme 1*SP ( token68 / #auth-param )`, handed on unread.

use proptest::collection::vec;
use proptest::prelude::*;

use super::request::{field, in_any_case, latin_1, mutated, name_and_rest, spaces};
use crate::security::{HttpCredentials, Unread};

fn token() -> impl Strategy<Value = String> {
    "[!#$%&'*+.^_`|~0-9A-Za-z-]{1,12}"
}

fn token68() -> impl Strategy<Value = String> {
    "[A-Za-z0-9._~+/-]{1,40}={0,2}"
}

/// With backslashes, tabs, and text beyond ASCII.
fn quoted_string() -> impl Strategy<Value = String> {
    let text = prop_oneof!["[\t !#-\\[\\]-~]", "[\u{a0}-\u{ffff}]", "\\\\[\t -~]"];
    vec(text, 0..20).prop_map(|texts| format!("\"{}\"", texts.concat()))
}

fn parameter() -> impl Strategy<Value = String> {
    let parts = (token(), "[ \t]{0,2}=[ \t]{0,2}", prop_oneof![token(), quoted_string()]);
    parts.prop_map(|(name, equals, value)| name + &equals + &value)
}

fn parameters() -> impl Strategy<Value = String> {
    (parameter(), vec(("[ \t]{0,2},[ \t]{0,2}", parameter()), 0..4)).prop_map(|(first, others)| {
        let others = others.into_iter().map(|(comma, parameter)| comma + &parameter);
        std::iter::once(first).chain(others).collect()
    })
}

fn content() -> impl Strategy<Value = String> {
    prop_oneof![token68(), parameters()]
}

fn credentials() -> impl Strategy<Value = Vec<u8>> {
    let parts = (in_any_case("Digest"), spaces(), content());
    parts.prop_map(|(name, spaces, content)| (name + &spaces + &content).into())
}

fn read(value: &[u8], scheme: &str) -> Option<Result<String, Unread>> {
    field(value).map(|field| HttpCredentials::of(&field, scheme).map(HttpCredentials::into_exposed))
}

/// What is text, and begins after a space.
fn wanted(value: &[u8]) -> Result<String, Unread> {
    let (name, rest) = name_and_rest(value);
    if !name.eq_ignore_ascii_case("Digest") {
        return Err(Unread::Absent);
    }
    let text = String::from_utf8(rest.to_vec()).map_err(|_| Unread::Malformed)?;
    let content = text.trim_start_matches(' ');
    let is_control = |character: char| character.is_control() && character != '\t';
    let is_separated = content.len() < text.len() && !content.starts_with('\t');
    let is_good = is_separated && !content.is_empty() && !content.contains(is_control);
    if is_good { Ok(content.to_owned()) } else { Err(Unread::Malformed) }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn c1_credentials_of_the_grammar_are_read_as_they_were_sent(
        scheme in token(), capitals: bool, spaces in spaces(), content in content(),
    ) {
        let name = if capitals { scheme.to_ascii_uppercase() } else { scheme.to_ascii_lowercase() };
        prop_assert_eq!(read(format!("{name}{spaces}{content}").as_bytes(), &scheme), Some(Ok(content)));
    }

    #[test]
    fn c2_what_is_no_text_or_not_separated_is_not_read(value in mutated(credentials())) {
        if let Some(read) = read(&value, "Digest") {
            prop_assert_eq!(read, wanted(&value), "{}", latin_1(&value));
        }
    }

    #[test]
    fn c5_credentials_of_another_scheme_are_absent(
        scheme in token(), other in token(), spaces in spaces(), content in content(),
    ) {
        prop_assume!(!scheme.eq_ignore_ascii_case(&other));
        prop_assert_eq!(read(format!("{scheme}{spaces}{content}").as_bytes(), &other), Some(Err(Unread::Absent)));
    }
}
