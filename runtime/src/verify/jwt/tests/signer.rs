//! Tokens of our own.

use std::time::{Duration, UNIX_EPOCH};

use super::{NOW, SECRET, accepted, at, refused, verifier};
use crate::verify::jwt::{Grant, Jwt, JwtError, JwtSigner};

fn signer() -> JwtSigner {
    JwtSigner::hs256(SECRET).unwrap().clock(|| UNIX_EPOCH + Duration::from_millis(NOW * 1000 + 900))
}

fn grant() -> Grant {
    Grant::new("johndoe", Duration::from_secs(1800))
}

#[test]
fn a_token_says_what_it_is_granted_for() {
    let grant = grant().scopes(["me", "items"]).claim("email", &"johndoe@example.com").unwrap();
    let claims = verifier().verify(&signer().sign(&grant).unwrap()).unwrap();
    assert_eq!(claims.subject(), "johndoe");
    assert_eq!(claims.scopes().collect::<Vec<_>>(), ["me", "items"]);
    assert_eq!(claims.get::<String>("scope").unwrap().as_deref(), Some("me items"));
    assert_eq!(claims.get::<u64>("iat").unwrap(), Some(NOW));
    assert_eq!(claims.get::<u64>("exp").unwrap(), Some(NOW + 1800));
    assert_eq!(claims.get::<String>("email").unwrap().as_deref(), Some("johndoe@example.com"));
}

#[test]
fn j3_a_token_expires_after_its_lifetime() {
    let token = signer().sign(&grant()).unwrap();
    let verifier = |second| at(Jwt::hs256(SECRET).unwrap(), second);
    accepted(&verifier(NOW + 1799), &token);
    refused(&verifier(NOW + 1800), &token, "the token has expired");
}

#[test]
fn issuer_and_audience_are_those_of_the_signer() {
    let token = signer().issuer("me").audience("shop").sign(&grant()).unwrap();
    accepted(&verifier().issuer("me").audience("shop"), &token);
    refused(&verifier().issuer("you").audience("shop"), &token, "the token is of another issuer");
}

#[test]
fn every_algorithm_is_named_in_the_header() {
    let secret = SECRET.repeat(2);
    let now = || UNIX_EPOCH + Duration::from_secs(NOW);
    let [hs384, hs512] =
        [JwtSigner::hs384(&secret), JwtSigner::hs512(&secret)].map(|one| one.unwrap().clock(now));
    accepted(&at(Jwt::hs384(&secret).unwrap(), NOW), &hs384.sign(&grant()).unwrap());
    accepted(&at(Jwt::hs512(&secret).unwrap(), NOW), &hs512.sign(&grant()).unwrap());
}

#[test]
fn j2_a_signer_refuses_a_short_secret() {
    for made in [JwtSigner::hs256([7; 31]), JwtSigner::hs384([7; 47]), JwtSigner::hs512([7; 63])] {
        assert!(made.is_err());
    }
}

fn no_token(grant: &Grant) -> String {
    signer().sign(grant).map_err(|error| error.to_string()).unwrap_err()
}

#[test]
fn j5_a_scope_cannot_be_two() {
    for scope in ["me admin", "", "me\tadmin", "\"", "é"] {
        assert_eq!(no_token(&grant().scopes([scope])), "a scope has a character that no scope may have");
    }
}

#[test]
fn nobody_is_no_subject() {
    assert_eq!(no_token(&Grant::new("", Duration::from_secs(60))), "a token is about somebody");
}

#[test]
fn a_claim_cannot_take_the_place_of_what_the_signer_writes() {
    for name in ["sub", "exp", "scope", "scp", "iss", "aud"] {
        let refused: Result<Grant, JwtError> = grant().claim(name, &"admin");
        assert_eq!(
            refused.map_err(|error| error.to_string()).err(),
            Some(format!("`{name}` is the signer's to write"))
        );
    }
}

#[test]
fn a_lifetime_without_end_does_not_overflow() {
    accepted(&verifier(), &signer().sign(&Grant::new("johndoe", Duration::MAX)).unwrap());
}

#[test]
fn c11_debug_does_not_show_the_key_of_a_signer() {
    let shown = format!("{:?}", signer());
    assert_eq!(shown, "JwtSigner { algorithm: Hs256, issuer: None, audience: None, .. }");
}
