//! Keys of every algorithm.

use aws_lc_rs::encoding::{AsDer, PublicKeyX509Der};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, ECDSA_P521_SHA512_FIXED_SIGNING,
    EcdsaKeyPair, EcdsaSigningAlgorithm, Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256, RSA_PKCS1_SHA384,
    RSA_PKCS1_SHA512, RSA_PSS_SHA256, RSA_PSS_SHA384, RSA_PSS_SHA512, RsaEncoding, RsaKeyPair,
};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use super::{NOW, SECRET, accepted, at, forge, good, refused};
use crate::verify::jwt::{Algorithm, Jwt, compact};

fn pem(der: &PublicKeyX509Der<'_>) -> String {
    format!("-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n", STANDARD.encode(der.as_ref()))
}

/// A good token, signed by `sign`.
fn signed(algorithm: Algorithm, sign: impl FnOnce(&[u8]) -> Vec<u8>) -> String {
    let header = compact::encode(json!({ "alg": algorithm.name() }).to_string());
    let text = format!("{header}.{}", compact::encode(good().to_string()));
    let signature = sign(text.as_bytes());
    format!("{text}.{}", compact::encode(signature))
}

fn verifier(algorithm: Algorithm, pem: &str) -> Jwt {
    at(Jwt::public_key(algorithm, pem).unwrap(), NOW)
}

fn no_key(made: Result<Jwt, crate::verify::JwtError>) -> String {
    made.map_err(|error| error.to_string()).unwrap_err()
}

const RSA: [(Algorithm, &dyn RsaEncoding); 6] = [
    (Algorithm::Rs256, &RSA_PKCS1_SHA256),
    (Algorithm::Rs384, &RSA_PKCS1_SHA384),
    (Algorithm::Rs512, &RSA_PKCS1_SHA512),
    (Algorithm::Ps256, &RSA_PSS_SHA256),
    (Algorithm::Ps384, &RSA_PSS_SHA384),
    (Algorithm::Ps512, &RSA_PSS_SHA512),
];

const EC: [(Algorithm, &EcdsaSigningAlgorithm); 3] = [
    (Algorithm::Es256, &ECDSA_P256_SHA256_FIXED_SIGNING),
    (Algorithm::Es384, &ECDSA_P384_SHA384_FIXED_SIGNING),
    (Algorithm::Es512, &ECDSA_P521_SHA512_FIXED_SIGNING),
];

#[test]
fn j1_an_rsa_key_serves_the_one_algorithm_it_is_configured_for() {
    let pair = RsaKeyPair::generate(KeySize::Rsa2048).unwrap();
    let pem = pem(&pair.public_key().as_der().unwrap());
    for (algorithm, encoding) in RSA {
        let token = signed(algorithm, |text| {
            let mut signature = vec![0; pair.public_modulus_len()];
            pair.sign(encoding, &SystemRandom::new(), text, &mut signature).unwrap();
            signature
        });
        for (configured, _) in RSA {
            if configured == algorithm {
                accepted(&verifier(configured, &pem), &token);
            } else {
                refused(&verifier(configured, &pem), &token, "the token is signed by another algorithm");
            }
        }
    }
}

#[test]
fn j1_an_ec_key_serves_the_algorithm_of_its_curve() {
    for (algorithm, signing) in EC {
        let pair = EcdsaKeyPair::generate(signing).unwrap();
        let pem = pem(&pair.public_key().as_der().unwrap());
        let token =
            signed(algorithm, |text| pair.sign(&SystemRandom::new(), text).unwrap().as_ref().to_vec());
        accepted(&verifier(algorithm, &pem), &token);
        for (other, _) in EC.iter().filter(|(other, _)| *other != algorithm) {
            let name = other.name();
            assert_eq!(no_key(Jwt::public_key(*other, &pem)), format!("the key is none for {name}"));
        }
    }
}

#[test]
fn j1_an_edwards_key_serves_the_name_it_is_configured_for() {
    let pair = Ed25519KeyPair::generate().unwrap();
    let pem = pem(&pair.public_key().as_der().unwrap());
    let token = |algorithm| signed(algorithm, |text| pair.sign(text).as_ref().to_vec());
    for (algorithm, other) in [(Algorithm::EdDsa, Algorithm::Ed25519), (Algorithm::Ed25519, Algorithm::EdDsa)]
    {
        accepted(&verifier(algorithm, &pem), &token(algorithm));
        refused(&verifier(algorithm, &pem), &token(other), "the token is signed by another algorithm");
    }
}

#[test]
fn j1_a_public_key_is_no_secret() {
    // RFC 8725, 2.1: an attacker signs by HMAC with the public key, which everybody knows.
    let pair = RsaKeyPair::generate(KeySize::Rsa2048).unwrap();
    let pem = pem(&pair.public_key().as_der().unwrap());
    let token = forge(&json!({ "alg": "HS256" }), &good(), &pem);
    refused(&verifier(Algorithm::Rs256, &pem), &token, "the token is signed by another algorithm");
    assert_eq!(no_key(Jwt::public_key(Algorithm::Hs256, &pem)), "a public key is no secret for HMAC");
}

#[test]
fn a_pem_of_something_else_is_refused() {
    let wanted = "there is no `-----BEGIN PUBLIC KEY-----` with a key after it";
    for text in [
        "",
        "secret",
        "-----BEGIN PUBLIC KEY-----",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
    ] {
        assert_eq!(no_key(Jwt::public_key(Algorithm::Rs256, text)), wanted);
    }
    let empty = "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n";
    assert_eq!(no_key(Jwt::public_key(Algorithm::Rs256, empty)), "the key is none for RS256");
    assert_eq!(no_key(Jwt::public_key(Algorithm::EdDsa, empty)), "the key is none for EdDSA");
}

#[test]
fn a_key_of_another_kind_is_refused() {
    let pair = Ed25519KeyPair::generate().unwrap();
    let pem = pem(&pair.public_key().as_der().unwrap());
    for algorithm in [Algorithm::Rs256, Algorithm::Ps512, Algorithm::Es256, Algorithm::Es512] {
        assert!(no_key(Jwt::public_key(algorithm, &pem)).starts_with("the key is none for "));
    }
}

/// An RSA key of 1024 bits, made for this test.
const WEAK: &str = "-----BEGIN PUBLIC KEY-----
MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDKGjDyhJwowP+mp2fFWjz1cWcS
eTzFCubOlJ3IEggZ0EcZAJH44nN/mbIpc8kG17k3tyet3vCdzcOXuOdv2XDU9BMD
/lISHARhn6HqPCaFIaynqp6lNX7vMJGrhO9XjBVHsn8PZyFHv3ArmzIFu6nHcxdM
yU1EPaEkmkA2hNRygQIDAQAB
-----END PUBLIC KEY-----
";

#[test]
fn a_short_rsa_key_is_refused() {
    assert_eq!(no_key(Jwt::public_key(Algorithm::Rs256, WEAK)), "an RSA key has 2048 to 8192 bits");
}

#[test]
fn j2_a_secret_is_as_long_as_what_it_makes() {
    let secret = [7; 64];
    type Make = fn(&[u8]) -> Result<Jwt, crate::verify::JwtError>;
    let all: [(&str, usize, Make); 3] = [
        ("HS256", 32, |secret| Jwt::hs256(secret)),
        ("HS384", 48, |secret| Jwt::hs384(secret)),
        ("HS512", 64, |secret| Jwt::hs512(secret)),
    ];
    for (name, length, make) in all {
        assert!(make(secret.get(..length).unwrap()).is_ok());
        let short = no_key(make(secret.get(..length - 1).unwrap()));
        assert_eq!(short, format!("a secret for {name} has {length} bytes or more"));
    }
}

#[test]
fn every_hmac_verifies_what_it_made() {
    let secret = SECRET.repeat(2);
    let [hs384, hs512] = [Jwt::hs384(&secret), Jwt::hs512(&secret)].map(|jwt| at(jwt.unwrap(), NOW));
    accepted(&hs384, &forge(&json!({ "alg": "HS384" }), &good(), &secret));
    accepted(&hs512, &forge(&json!({ "alg": "HS512" }), &good(), &secret));
}
