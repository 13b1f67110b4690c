//! Whatever is sent where credentials are, nothing panics, and what is read is what was sent.

#![cfg(feature = "axum")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unreachable_pub)]

#[path = "headers/check.rs"]
mod check;

use check::check;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// A field or a query that is good or nearly so.
fn good() -> impl Strategy<Value = &'static str> {
    select(&[
        "aBearer mF_9.B5f-4.1JqM",
        "aBearer a==",
        "aBasic am9objpzZWNyZXQ=",
        "abasic  Og==",
        "aDigest username=\"Mufasa\", realm=\"\\\"x\\\"\", nc=00000001",
        "aNegotiate YIIJvwYGKwYBBQUCoIIJszCCCa+gJDAi",
        "ckey=secret",
        "ca=1; key=\"secret\"; b=2",
        "ckey = secret ;; $Version=1",
        "ksecret",
        "kmy \"secret\", key=1; x",
        "",
    ])
}

fn query() -> impl Strategy<Value = &'static str> {
    select(&["key=secret", "a=1&%6bey=s%20e%2Fc%2Br%C3%A9%26t&b", "key", "&&=&key=", "key=%ff", "key=%0", ""])
}

/// A few lines, and up to eight places at which something is put in, taken out or changed.
fn input() -> impl Strategy<Value = Vec<u8>> {
    const PIECES: &[&str] = &[
        "\na",
        "\nc",
        "\nk",
        "\naBearer ",
        "\naBasic ",
        " ",
        "\t",
        "=",
        "\"",
        ";",
        "; key=",
        "&key=",
        ",",
        ":",
        "%",
        "%25",
        "%00",
        "+",
        "\\",
        "\u{85}",
        "\u{a0}",
        "é",
        "\u{ff}",
    ];
    let piece = prop_oneof![
        3 => select(PIECES).prop_map(|piece| piece.as_bytes().to_vec()),
        2 => any::<u8>().prop_map(|byte| vec![byte]),
        1 => Just(Vec::new()),
    ];
    let change = (any::<Index>(), piece, 0..3_usize);
    (query(), vec(good(), 0..4), vec(change, 0..8)).prop_map(|(query, fields, changes)| {
        let mut bytes = [&[query], fields.as_slice()].concat().join("\n").into_bytes();
        for (place, piece, taken) in changes {
            let place = place.index(bytes.len() + 1);
            let end = bytes.len().min(place + taken);
            bytes.splice(place..end, piece);
        }
        bytes
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn c9_no_mutation_of_good_fields_panics(input in input()) {
        check(&input);
    }

    #[test]
    fn c9_no_bytes_panic(input in vec(any::<u8>(), 0..200)) {
        check(&input);
    }
}

/// Each byte wherever a grammar has a joint.
#[test]
fn c9_no_byte_at_a_joint_panics() {
    for byte in 0..=u8::MAX {
        for (before, after) in [
            ("\na", ""),
            ("\naBearer", "a"),
            ("\naBearer ", "a"),
            ("\naBearer a", "="),
            ("\naBasic Og", "="),
            ("\naDigest ", "a"),
            ("\nc", "key=a"),
            ("\nckey", "=a"),
            ("\nckey=", "a"),
            ("\nckey=\"", "\""),
            ("\nckey=a", "; b=c"),
            ("\nk", ""),
            ("\nka", "b"),
            ("key=", ""),
            ("key", "=a"),
            ("key=%", "0"),
        ] {
            check(&[before.as_bytes(), &[byte], after.as_bytes()].concat());
        }
    }
}

#[test]
fn c9_fields_of_64_kib_are_handled() {
    let names =
        ["", "\na", "\naBearer ", "\naBasic ", "\naDigest ", "\nc", "\nckey=", "\nk", "key=", "\nckey=\""];
    for name in names {
        for filling in [
            "a", " ", "=", ";", ";key=", "\"", ",", "%", "%41", "&", "&key=", "\t", "AAAA", "\u{e9}",
            "\u{85}",
        ] {
            // A longer target is none for the crate `http`.
            let length = if name.starts_with('\n') { 64 * 1024 } else { 64 * 1024 - 16 };
            check((name.to_owned() + &filling.repeat(length / filling.len())).as_bytes());
        }
    }
}

/// As many fields as a server reads at once.
#[test]
fn c9_many_fields_are_handled() {
    check("\ncb=c".repeat(1000).as_bytes());
    check("\nckey=a".repeat(1000).as_bytes());
    check("\nka".repeat(1000).as_bytes());
}
