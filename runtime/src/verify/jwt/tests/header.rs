//! What headers ask for.

use serde_json::{Value, json};

use super::{SECRET, accepted, forge, good, over, refused, signed, verifier};

fn with(others: Value) -> String {
    forge(&over(json!({ "alg": "HS256" }), others), &good(), SECRET)
}

#[test]
fn j4_a_key_and_a_key_name_of_the_token_are_not_used() {
    for header in [
        json!({ "jwk": { "kty": "oct", "k": "AAAA" }, "kid": "../../dev/null" }),
        json!({ "x5c": ["AAAA"], "x5t": "AAAA", "x5t#S256": "AAAA" }),
        json!({ "kid": "'; DROP TABLE keys" }),
    ] {
        accepted(&verifier(), &with(header));
    }
}

#[test]
fn j4_a_token_signed_with_the_key_in_its_header_is_refused() {
    let key = "a key of the attacker, long enough for HS256";
    let header =
        json!({ "alg": "HS256", "jwk": { "kty": "oct", "k": crate::verify::jwt::compact::encode(key) } });
    refused(&verifier(), &forge(&header, &good(), key), "the signature is not good");
}

#[test]
fn j4_an_address_of_a_key_is_refused() {
    for name in ["jku", "x5u"] {
        let token = with(json!({ name: "https://attacker.example/keys" }));
        refused(&verifier(), &token, "the token names an address for its key");
    }
}

#[test]
fn j4_a_critical_extension_is_refused() {
    for header in [
        json!({ "crit": ["exp"], "exp": 1 }),
        json!({ "crit": [] }),
        json!({ "crit": ["b64"], "b64": false }),
    ] {
        refused(&verifier(), &with(header), "the token needs an extension that is not supported");
    }
}

#[test]
fn j4_a_kid_is_a_string() {
    refused(&verifier(), &with(json!({ "kid": 1 })), "the token's `kid` is no string");
}

#[test]
fn a_member_that_is_there_twice_is_refused() {
    let token = signed(r#"{"alg":"none","alg":"HS256"}"#, &good().to_string(), SECRET);
    refused(&verifier(), &token, "the token is no JSON object with unique names");
    let escaped = signed(r#"{"alg":"HS256","\u0061lg":"HS256"}"#, &good().to_string(), SECRET);
    refused(&verifier(), &escaped, "the token is no JSON object with unique names");
}

#[test]
fn a_type_is_asked_for_where_it_is_configured() {
    for typ in ["at+jwt", "AT+JWT", "application/at+jwt", "Application/At+Jwt"] {
        accepted(&verifier().typ("at+jwt"), &with(json!({ "typ": typ })));
    }
    accepted(&verifier().typ("application/at+jwt"), &with(json!({ "typ": "at+jwt" })));
    for typ in ["JWT", "", "at+jwt2", "application/", "x-application/at+jwt"] {
        refused(&verifier().typ("at+jwt"), &with(json!({ "typ": typ })), "the token is of another type");
    }
    refused(&verifier().typ("at+jwt"), &with(json!({})), "the token is of another type");
    refused(&verifier(), &with(json!({ "typ": ["at+jwt"] })), "the token's `typ` is no string");
}
