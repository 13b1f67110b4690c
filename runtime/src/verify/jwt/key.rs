//! A key, bound to its algorithm.

use aws_lc_rs::hmac;
use aws_lc_rs::rsa::PublicEncryptingKey;
use aws_lc_rs::signature::{ED25519, ParsedPublicKey, RsaPublicKeyComponents};
use rustls_pki_types::SubjectPublicKeyInfoDer;
use rustls_pki_types::pem::PemObject;

use super::algorithm::{Algorithm, Family};
use super::{JwtError, compact};
use crate::verify::Reason;

/// What verifies signatures by one algorithm.
pub(super) enum Key {
    Secret(Box<hmac::Key>),
    Public(ParsedPublicKey),
}

impl Key {
    /// A secret is at least as long as what it makes ([RFC 7518, 3.2](https://www.rfc-editor.org/rfc/rfc7518#section-3.2)).
    pub(super) fn secret(algorithm: Algorithm, secret: &[u8]) -> Result<Self, JwtError> {
        hmac_key(algorithm, secret).map(|key| Self::Secret(Box::new(key)))
    }

    pub(super) fn public_pem(algorithm: Algorithm, pem: &[u8]) -> Result<Self, JwtError> {
        let der = SubjectPublicKeyInfoDer::from_pem_slice(pem)
            .map_err(|_| JwtError::new("there is no `-----BEGIN PUBLIC KEY-----` with a key after it"))?;
        let key = match algorithm.family() {
            Family::Hmac(_) => return Err(JwtError::new("a public key is no secret for HMAC")),
            Family::Rsa(parameters) => {
                let key = ParsedPublicKey::new(parameters, &der).map_err(|_| unfit(algorithm))?;
                // It reads no key that is too short.
                strong(PublicEncryptingKey::from_der(&der).map_or(0, |key| key.key_size_bits()))?;
                Ok(key)
            }
            Family::Ec(curve) => ParsedPublicKey::new(curve.algorithm, &der),
            Family::Ed25519 => ParsedPublicKey::new(&ED25519, &der),
        };
        key.map(Self::Public).map_err(|_| unfit(algorithm))
    }

    /// The modulus and the exponent of an RSA key, as big-endian numbers.
    pub(super) fn rsa(algorithm: Algorithm, n: &[u8], e: &[u8]) -> Result<Self, JwtError> {
        let Family::Rsa(parameters) = algorithm.family() else { return Err(unfit(algorithm)) };
        strong(n.len() * 8)?;
        let key = RsaPublicKeyComponents { n, e }.to_parsed_public_key(parameters);
        key.map(Self::Public).map_err(|_| unfit(algorithm))
    }

    /// The coordinates of a point on the algorithm's curve, each of its full width.
    pub(super) fn ec(algorithm: Algorithm, x: &[u8], y: &[u8]) -> Result<Self, JwtError> {
        let Family::Ec(curve) = algorithm.family() else { return Err(unfit(algorithm)) };
        if [x, y].iter().any(|coordinate| coordinate.len() != curve.width) {
            return Err(unfit(algorithm));
        }
        let point = [&[UNCOMPRESSED], x, y].concat();
        ParsedPublicKey::new(curve.algorithm, point).map(Self::Public).map_err(|_| unfit(algorithm))
    }

    pub(super) fn ed25519(algorithm: Algorithm, x: &[u8]) -> Result<Self, JwtError> {
        if x.len() != 32 {
            return Err(unfit(algorithm));
        }
        ParsedPublicKey::new(&ED25519, x).map(Self::Public).map_err(|_| unfit(algorithm))
    }

    /// Whether this key made the signature.
    pub(super) fn verify(&self, signed: &str, signature: &str) -> Result<(), Reason> {
        let signature = compact::decode(signature)?;
        let verified = match self {
            Self::Secret(key) => hmac::verify(key, signed.as_bytes(), &signature),
            Self::Public(key) => key.verify_sig(signed.as_bytes(), &signature),
        };
        verified.map_err(|_| "the signature is not good")
    }
}

/// SEC 1, 2.3.3: both coordinates follow.
const UNCOMPRESSED: u8 = 4;

pub(super) fn hmac_key(algorithm: Algorithm, secret: &[u8]) -> Result<hmac::Key, JwtError> {
    let Family::Hmac(hmac) = algorithm.family() else { return Err(unfit(algorithm)) };
    let shortest = hmac.tag_len();
    if secret.len() < shortest {
        let name = algorithm.name();
        return Err(JwtError::new(format!("a secret for {name} has {shortest} bytes or more")));
    }
    Ok(hmac::Key::new(hmac, secret))
}

/// [RFC 7518, 3.3](https://www.rfc-editor.org/rfc/rfc7518#section-3.3)
fn strong(bits: usize) -> Result<(), JwtError> {
    if (2048..=8192).contains(&bits) {
        Ok(())
    } else {
        Err(JwtError::new("an RSA key has 2048 to 8192 bits"))
    }
}

fn unfit(algorithm: Algorithm) -> JwtError {
    JwtError::new(format!("the key is none for {}", algorithm.name()))
}
