//! Tokens that nobody gave out.

use serde_json::{Value, json};

use super::{NOW, SECRET, accepted, forge, good, made, over, refused, verifier};
use crate::verify::jwt::compact;

/// The parts of a good token.
fn parts() -> (String, String, String) {
    let token = made(&good());
    let (signed, signature) = token.rsplit_once('.').unwrap();
    let (header, payload) = signed.split_once('.').unwrap();
    (header.to_owned(), payload.to_owned(), signature.to_owned())
}

fn encoded(value: &Value) -> String {
    compact::encode(value.to_string())
}

#[test]
fn a_token_made_elsewhere_with_the_right_key_is_accepted() {
    accepted(&verifier(), &made(&good()));
}

#[test]
fn other_claims_need_another_signature() {
    let (header, _, signature) = parts();
    for other in [json!({ "sub": "alice" }), json!({ "exp": NOW + 999_999 })] {
        let payload = encoded(&over(good(), other));
        refused(&verifier(), &format!("{header}.{payload}.{signature}"), "the signature is not good");
    }
}

#[test]
fn j1_none_is_no_algorithm() {
    let (_, payload, signature) = parts();
    for name in ["none", "NONE", "None", "nOnE", ""] {
        let header = encoded(&json!({ "alg": name, "typ": "JWT" }));
        for signature in ["", &signature] {
            let token = format!("{header}.{payload}.{signature}");
            refused(&verifier(), &token, "the token is signed by another algorithm");
        }
    }
}

#[test]
fn j1_another_algorithm_is_refused_even_with_the_right_key() {
    for name in ["HS384", "HS512", "hs256", "RS256", "ES256"] {
        let token = forge(&json!({ "alg": name }), &good(), SECRET);
        refused(&verifier(), &token, "the token is signed by another algorithm");
    }
}

#[test]
fn j1_a_header_without_an_algorithm_is_refused() {
    refused(&verifier(), &forge(&json!({ "typ": "JWT" }), &good(), SECRET), "the token has no `alg`");
    refused(&verifier(), &forge(&json!({ "alg": 1 }), &good(), SECRET), "the token's `alg` is no string");
}

#[test]
fn a_signature_by_another_key_is_refused() {
    for key in ["another key, just as long as that one is", ""] {
        let token = forge(&json!({ "alg": "HS256" }), &good(), key);
        refused(&verifier(), &token, "the signature is not good");
    }
}

#[test]
fn no_signature_and_a_part_of_one_are_refused() {
    let (header, payload, signature) = parts();
    refused(&verifier(), &format!("{header}.{payload}."), "the signature is not good");
    let half = signature.get(..20).unwrap();
    refused(&verifier(), &format!("{header}.{payload}.{half}"), "the signature is not good");
}

#[test]
fn a_letter_more_is_refused() {
    for more in ["x", "xx", "xxx", "A", "="] {
        let token = format!("{}{more}", made(&good()));
        assert!(verifier().verify(&token).is_err(), "{more}");
    }
}

#[test]
fn a_signature_has_one_spelling() {
    // 32 bytes are 43 characters, the last of which has two bits to spare.
    let (header, payload, mut signature) = parts();
    let last = signature.pop().unwrap();
    for other in ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(['-', '_', '=']) {
        let token = format!("{header}.{payload}.{signature}{other}");
        assert_eq!(verifier().verify(&token).is_ok(), other == last, "{other}");
    }
}

#[test]
fn what_has_not_three_parts_is_refused() {
    for token in ["", "e30", "e30.e30", "a.b.c.d.e", "...", "nonexistent"] {
        refused(&verifier(), token, "the token has not three parts");
    }
}

#[test]
fn what_is_no_json_is_refused() {
    for token in ["..", "YWJj.e30.c2ln", "W10.e30.c2ln", "bnVsbA.e30."] {
        refused(&verifier(), token, "the token is no JSON object with unique names");
    }
}

#[test]
fn padding_and_the_other_alphabet_are_refused() {
    for token in ["e30=.e30.c2ln", "e+/.e30.c2ln", "e 30.e30.c2ln"] {
        refused(&verifier(), token, "the token is not in base64url");
    }
}

#[test]
fn j4_a_long_token_is_refused_before_it_is_read() {
    let token = made(&over(good(), json!({ "more": "x".repeat(6000) })));
    accepted(&verifier().max_length(token.len()), &token);
    refused(&verifier().max_length(token.len() - 1), &token, "the token is too long");
    refused(&verifier(), &"x".repeat(8 * 1024 + 1), "the token is too long");
}
