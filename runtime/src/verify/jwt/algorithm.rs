//! The algorithms of signatures ([RFC 7518, 3.1](https://www.rfc-editor.org/rfc/rfc7518#section-3.1)).

use aws_lc_rs::hmac;
use aws_lc_rs::signature::{self, EcdsaVerificationAlgorithm, RsaParameters};

/// What a token is signed by: the `alg` of its header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Algorithm {
    /// HMAC with SHA-256.
    Hs256,
    /// HMAC with SHA-384.
    Hs384,
    /// HMAC with SHA-512.
    Hs512,
    /// RSASSA-PKCS1-v1_5 with SHA-256.
    Rs256,
    /// RSASSA-PKCS1-v1_5 with SHA-384.
    Rs384,
    /// RSASSA-PKCS1-v1_5 with SHA-512.
    Rs512,
    /// RSASSA-PSS with SHA-256.
    Ps256,
    /// RSASSA-PSS with SHA-384.
    Ps384,
    /// RSASSA-PSS with SHA-512.
    Ps512,
    /// ECDSA on P-256 with SHA-256.
    Es256,
    /// ECDSA on P-384 with SHA-384.
    Es384,
    /// ECDSA on P-521 with SHA-512.
    Es512,
    /// Ed25519, under its older name `EdDSA` ([RFC 8037](https://www.rfc-editor.org/rfc/rfc8037)).
    EdDsa,
    /// Ed25519, under its own name ([RFC 9864](https://www.rfc-editor.org/rfc/rfc9864)).
    Ed25519,
}

/// What kind of key an algorithm needs, and what is done with it.
pub(super) enum Family {
    Hmac(hmac::Algorithm),
    Rsa(&'static RsaParameters),
    Ec(Curve),
    Ed25519,
}

pub(super) struct Curve {
    pub(super) algorithm: &'static EcdsaVerificationAlgorithm,
    /// As a JWK calls it.
    pub(super) name: &'static str,
    /// The bytes of a coordinate.
    pub(super) width: usize,
}

impl Algorithm {
    /// The name that a header has for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hs256 => "HS256",
            Self::Hs384 => "HS384",
            Self::Hs512 => "HS512",
            Self::Rs256 => "RS256",
            Self::Rs384 => "RS384",
            Self::Rs512 => "RS512",
            Self::Ps256 => "PS256",
            Self::Ps384 => "PS384",
            Self::Ps512 => "PS512",
            Self::Es256 => "ES256",
            Self::Es384 => "ES384",
            Self::Es512 => "ES512",
            Self::EdDsa => "EdDSA",
            Self::Ed25519 => "Ed25519",
        }
    }

    pub(super) fn family(self) -> Family {
        match self {
            Self::Hs256 => Family::Hmac(hmac::HMAC_SHA256),
            Self::Hs384 => Family::Hmac(hmac::HMAC_SHA384),
            Self::Hs512 => Family::Hmac(hmac::HMAC_SHA512),
            Self::Rs256 => Family::Rsa(&signature::RSA_PKCS1_2048_8192_SHA256),
            Self::Rs384 => Family::Rsa(&signature::RSA_PKCS1_2048_8192_SHA384),
            Self::Rs512 => Family::Rsa(&signature::RSA_PKCS1_2048_8192_SHA512),
            Self::Ps256 => Family::Rsa(&signature::RSA_PSS_2048_8192_SHA256),
            Self::Ps384 => Family::Rsa(&signature::RSA_PSS_2048_8192_SHA384),
            Self::Ps512 => Family::Rsa(&signature::RSA_PSS_2048_8192_SHA512),
            Self::Es256 => Family::ec(&signature::ECDSA_P256_SHA256_FIXED, "P-256", 32),
            Self::Es384 => Family::ec(&signature::ECDSA_P384_SHA384_FIXED, "P-384", 48),
            Self::Es512 => Family::ec(&signature::ECDSA_P521_SHA512_FIXED, "P-521", 66),
            Self::EdDsa | Self::Ed25519 => Family::Ed25519,
        }
    }
}

impl Family {
    fn ec(algorithm: &'static EcdsaVerificationAlgorithm, name: &'static str, width: usize) -> Self {
        Self::Ec(Curve { algorithm, name, width })
    }
}
