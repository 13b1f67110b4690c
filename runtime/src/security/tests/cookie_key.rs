//! API keys in cookies (RFC 6265, 4.2.1): `cookie-pair *( ";" SP cookie-pair )`.

use proptest::collection::vec;
use proptest::prelude::*;

use super::request::{context, latin_1, mutated};
use crate::security::{ApiKey, Unread};

fn read(fields: &[Vec<u8>]) -> Option<Result<String, Unread>> {
    let fields: Vec<(&str, &[u8])> = fields.iter().map(|field| ("cookie", field.as_slice())).collect();
    let context = context("/", &fields)?;
    Some(ApiKey::in_cookie(&context, "key").map(ApiKey::into_exposed))
}

/// `1*cookie-octet`
fn octets() -> impl Strategy<Value = String> {
    "[!#-+--:<-\\[\\]-~]{1,40}"
}

/// A pair of another name, its value in quotes or not.
fn other_pair() -> impl Strategy<Value = String> {
    let name = "[!#$%&'*+.^_`|~0-9A-Za-z-]{1,8}".prop_filter("another name", |name| name != "key");
    let value =
        prop_oneof![octets(), Just(String::new()), octets().prop_map(|octets| format!("\"{octets}\""))];
    (name, value).prop_map(|(name, value)| format!("{name}={value}"))
}

/// Pairs, and where the next field begins.
fn fields_of(pairs: &[String], next: usize) -> Vec<Vec<u8>> {
    let (first, second) = pairs.split_at(next.min(pairs.len()));
    [first, second]
        .iter()
        .filter(|pairs| !pairs.is_empty())
        .map(|pairs| pairs.join("; ").into_bytes())
        .collect()
}

/// All pairs of all fields, without white space and quotes around.
fn wanted(fields: &[Vec<u8>]) -> Result<String, Unread> {
    let is_space = |byte: &u8| *byte == b' ' || *byte == b'\t';
    let trimmed = |bytes: &[u8]| {
        let start = bytes.iter().position(|byte| !is_space(byte)).unwrap_or(bytes.len());
        let end = bytes.iter().rposition(|byte| !is_space(byte)).map_or(start, |last| last + 1);
        bytes[start..end].to_vec()
    };
    let mut values: Vec<Vec<u8>> = Vec::new();
    for pair in fields.iter().flat_map(|field| field.split(|byte| *byte == b';')) {
        let mut halves = pair.splitn(2, |byte| *byte == b'=').map(trimmed);
        if let (Some(name), Some(value)) = (halves.next(), halves.next())
            && name == b"key"
        {
            let quotes = value.len() > 1 && value.starts_with(b"\"") && value.ends_with(b"\"");
            values.push(if quotes { value[1..value.len() - 1].to_vec() } else { value });
        }
    }
    match (values.len(), values.pop().map(String::from_utf8)) {
        (0, _) => Err(Unread::Absent),
        (1, Some(Ok(value))) if value.is_empty() => Err(Unread::Absent),
        (1, Some(Ok(value))) if !value.replace('\t', "").contains(char::is_control) => Ok(value),
        (1, _) => Err(Unread::Malformed),
        _ => Err(Unread::Repeated),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn c8_a_key_in_a_cookie_is_read_as_it_was_sent_without_its_quotes(
        key in octets(), quoted: bool, before in vec(other_pair(), 0..4), after in vec(other_pair(), 0..4), next in 0..8_usize,
    ) {
        let own = if quoted { format!("key=\"{key}\"") } else { format!("key={key}") };
        let pairs = [before, vec![own], after].concat();
        prop_assert_eq!(read(&fields_of(&pairs, next)), Some(Ok(key)), "{:?}", pairs);
    }

    #[test]
    fn c8_what_is_no_key_in_a_cookie_is_not_read(
        fields in vec(
            mutated(
                (vec(other_pair(), 0..3), octets(), vec(other_pair(), 0..3)).prop_map(|(before, key, after)| {
                    [before, vec![format!("key={key}")], after].concat().join("; ").into()
                }),
            ),
            0..3,
        ),
    ) {
        if let Some(read) = read(&fields) {
            prop_assert_eq!(read, wanted(&fields), "{:?}", fields.iter().map(|field| latin_1(field)).collect::<Vec<_>>());
        }
    }
}

#[test]
fn c8_other_cookies_are_no_obstacle_whatever_they_are() {
    let field =
        b"; ;=; \xff\xfe=\xe9; a; \"key\"=x; KEY=x; xkey=x; key ; $Version=1; key=\"good\"; b=\"".to_vec();
    assert_eq!(read(&[field]), Some(Ok("good".to_owned())));
}

#[test]
fn c8_white_space_around_a_cookie_does_not_hide_it() {
    assert_eq!(read(&[b"key =\ta ".to_vec()]), Some(Ok("a".to_owned())));
    assert_eq!(read(&[b"key=a; key =b".to_vec()]), Some(Err(Unread::Repeated)));
}

#[test]
fn c4_a_cookie_twice_is_repeated_be_it_empty_or_not() {
    for fields in [&["key=a; key=a"][..], &["key=a", "key=b"], &["key=; key=a"], &["key=\"\"", "x=1; key="]] {
        let fields: Vec<Vec<u8>> = fields.iter().map(|field| field.as_bytes().to_vec()).collect();
        assert_eq!(read(&fields), Some(Err(Unread::Repeated)), "{fields:?}");
    }
}
