//! Texts made at random, and such that are made to be expensive.

use proptest::prelude::*;

use crate::format::Format::{self, *};
use crate::format::{base16, base64, punycode};

const ALL: [Format; 23] = [
    Date,
    Time,
    DateTime,
    Duration,
    Email,
    IdnEmail,
    Hostname,
    IdnHostname,
    Ipv4,
    Ipv6,
    Uri,
    UriReference,
    UriTemplate,
    Iri,
    IriReference,
    Uuid,
    Decimal,
    JsonPointer,
    RelativeJsonPointer,
    Regex,
    Base64,
    Base64Url,
    Base16,
];

/// Texts that come near a format.
const GOOD: [&str; 23] = [
    "2024-02-29",
    "15:59:60.5-08:00",
    "1990-12-31T23:59:60Z",
    "P1Y2M3DT4H5M6S",
    "\"a b\"@[IPv6:::1]",
    "ö@실례.테스트",
    "xn--bcher-kva.example",
    "l·l.bücher",
    "192.0.2.1",
    "::ffff:192.0.2.1",
    "http://a@[v1.f]:80/b%41?c#d",
    "./a:b",
    "a{+b:3,c*}%41",
    "http://ü/\u{10000}",
    "#ü",
    "5f0c7d2e-8a4b-4f6e-9d1a-2b3c4d5e6f70",
    "-0.50",
    "/a~0~1",
    "1+2#",
    "(?<n>[^\\]a-\\u{61}]{1,2}?)\\k<n>|\\1",
    "AAA=",
    "-_-_",
    "00FF",
];

#[test]
fn what_is_changed_is_based_on_good_texts() {
    for (format, text) in ALL.into_iter().zip(GOOD) {
        assert!(format.holds(text), "{text} {format}");
    }
}

#[test]
fn a_long_text_is_read_once() {
    let pieces = [
        "(", "[", "a", "\\1", "(?<n>", "{", "{a,", "%", "%41", "/~0", "1", "a.", "ü", "ü.", ":", "\"", "\\",
        "A", "-", "[a-", "xn--",
    ];
    for piece in pieces {
        let text = piece.repeat(100_000);
        for format in ALL {
            format.holds(&text);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_text_is_read_by_every_format(
        base in proptest::sample::select(&GOOD[..]),
        place in any::<proptest::sample::Index>(),
        piece in "\\PC{0,3}|[0-9a-z%~\\\\(){}\\[\\]:@.+/-]{0,4}",
        taken in 0..3_usize,
    ) {
        let mut characters: Vec<char> = base.chars().collect();
        let place = place.index(characters.len());
        let end = (place + taken).min(characters.len());
        characters.splice(place..end, piece.chars());
        let text: String = characters.into_iter().collect();
        for format in ALL {
            format.holds(&text);
        }
    }

    #[test]
    fn what_is_encoded_is_decoded(bytes in any::<Vec<u8>>()) {
        prop_assert_eq!(base64::PLAIN.decode(&base64::PLAIN.encode(&bytes)), Some(bytes.clone()));
        prop_assert_eq!(base64::URL.decode(&base64::URL.encode(&bytes)), Some(bytes.clone()));
        prop_assert_eq!(base16::decode(&base16::encode(&bytes)), Some(bytes));
    }

    #[test]
    fn a_label_in_ascii_is_the_same_label(label in "[a-zà-žא-ת丁-龜]{1,12}") {
        prop_assert_eq!(punycode::decode(&punycode::encode(&label).unwrap()), Some(label));
    }
}
