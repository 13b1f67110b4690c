//! Bearer tokens (RFC 6750, 2.1): `"Bearer" 1*SP b64token`.

use proptest::prelude::*;

use super::request::{field, in_any_case, latin_1, mutated, name_and_rest, spaces};
use crate::security::{BearerToken, Unread};

fn b64token() -> impl Strategy<Value = String> {
    "[A-Za-z0-9._~+/-]{1,80}={0,4}"
}

/// A token, or its padding alone.
fn credentials() -> impl Strategy<Value = Vec<u8>> {
    (in_any_case("Bearer"), spaces(), prop_oneof![9 => b64token(), 1 => "={0,3}"])
        .prop_map(|(name, spaces, token)| (name + &spaces + &token).into())
}

/// What the grammar makes of a field.
fn wanted(value: &[u8]) -> Result<String, Unread> {
    let (name, rest) = name_and_rest(value);
    if !name.eq_ignore_ascii_case("Bearer") {
        return Err(Unread::Absent);
    }
    let rest = latin_1(rest);
    let token = rest.trim_start_matches(' ');
    let before_padding = token.trim_end_matches('=');
    let is_token = !before_padding.is_empty()
        && before_padding
            .chars()
            .all(|character| character.is_ascii_alphanumeric() || "-._~+/".contains(character));
    let is_separated = token.len() < rest.len();
    if is_token && is_separated { Ok(token.to_owned()) } else { Err(Unread::Malformed) }
}

fn read(value: &[u8]) -> Option<Result<String, Unread>> {
    field(value).map(|field| BearerToken::of(&field).map(BearerToken::into_exposed))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn c3_every_token_of_the_grammar_is_read_as_it_was_sent(
        name in in_any_case("Bearer"), spaces in spaces(), token in b64token(),
    ) {
        prop_assert_eq!(read(format!("{name}{spaces}{token}").as_bytes()), Some(Ok(token)));
    }

    #[test]
    fn c3_what_is_not_of_the_grammar_is_not_read(value in mutated(credentials())) {
        if let Some(read) = read(&value) {
            prop_assert_eq!(read, wanted(&value), "{}", latin_1(&value));
        }
    }
}

#[test]
fn c2_a_scheme_that_is_named_and_not_separated_is_malformed_and_not_absent() {
    for value in ["Bearer\ta", "Bearer:a", "Bearer=a", "Bearer,a", "bearer\"a\"", "Bearer\u{a0}a"] {
        assert_eq!(read(value.as_bytes()), Some(Err(Unread::Malformed)), "{value}");
    }
}

#[test]
fn c5_another_scheme_is_absent() {
    for value in ["", "Basic Og==", "Bearers a", "Bearer-a", "Beare r", "Beare", "\"Bearer\" a"] {
        assert_eq!(read(value.as_bytes()), Some(Err(Unread::Absent)), "{value}");
    }
}
