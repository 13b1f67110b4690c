//! Requests with credentials that are made at random.

use http::{HeaderValue, Request};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::context::{Context, Served};
use crate::security::Field;

/// A request without content, with these fields. `None` where one of them can be none: its bytes never reach a server.
pub(super) fn context(target: &str, fields: &[(&str, &[u8])]) -> Option<Context> {
    let mut request = Request::get(target);
    for (name, value) in fields {
        request = request.header(*name, HeaderValue::from_bytes(value).ok()?);
    }
    let (head, ()) = request.body(()).ok()?.into_parts();
    Some(Context::new(head, Served { under: 0, max_body: 0, peer: None }, &[]))
}

/// One `Authorization`.
pub(super) fn field(value: &[u8]) -> Option<Field> {
    HeaderValue::from_bytes(value).ok().map(Field::Once)
}

/// A word in small letters, capitals, or both.
pub(super) fn in_any_case(word: &'static str) -> impl Strategy<Value = String> {
    vec(any::<bool>(), word.len()).prop_map(|capitals| {
        let letter = |(letter, capital): (char, bool)| match capital {
            true => letter.to_ascii_uppercase(),
            false => letter.to_ascii_lowercase(),
        };
        word.chars().zip(capitals).map(letter).collect()
    })
}

/// One to eight spaces.
pub(super) fn spaces() -> impl Strategy<Value = String> {
    (1..8_usize).prop_map(|count| " ".repeat(count))
}

/// The same with up to four places at which something is put in, taken out or changed.
pub(super) fn mutated(valid: impl Strategy<Value = Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    const PIECES: &[&str] = &[
        " ", "  ", "\t", ",", ", ", ";", "; ", ":", "=", "==", "\"", "\\", "/", "+", "-", "_", "%", "%20",
        "%25", "%00", "&", "é", "\u{a0}", "\u{85}", "key", "key=", "Key", "Bearer ", "Basic ", "Digest ",
        "A", "AAAA",
    ];
    let piece = prop_oneof![
        4 => select(PIECES).prop_map(|piece| piece.as_bytes().to_vec()),
        1 => any::<u8>().prop_map(|byte| vec![byte]),
        1 => Just(Vec::new()),
    ];
    (valid, vec((any::<Index>(), piece, 0..2_usize), 0..4)).prop_map(|(mut bytes, changes)| {
        for (place, piece, taken) in changes {
            let place = place.index(bytes.len() + 1);
            let end = bytes.len().min(place + taken);
            bytes.splice(place..end, piece);
        }
        bytes
    })
}

/// Each byte as a character, so that whatever was sent can be read as text.
pub(super) fn latin_1(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

/// The name of the scheme in an `Authorization` (RFC 9110, 11.4), and what is after it.
pub(super) fn name_and_rest(value: &[u8]) -> (String, &[u8]) {
    let is_tchar = |byte: &&u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(byte);
    let length = value.iter().take_while(is_tchar).count();
    (latin_1(&value[..length]), &value[length..])
}
