//! The hash of a key, and keys to make hashes of.

use std::error::Error;
use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};
use subtle::{Choice, ConstantTimeEq};
use zeroize::Zeroizing;

/// The SHA-256 of an API key, written as 64 hexadecimal digits: what `printf %s "$KEY" | sha256sum` says.
///
/// A plain hash is right for keys, and wrong for passwords. What makes guessing hopeless is that a key is one of 2²⁵⁶, so it needs no salt and no
/// slow hash, which every request would pay for; whoever steals the hashes has no key by it. It is right only for keys that are
/// [generated](Self::generate), or are as random.
#[derive(Clone, Copy)]
pub struct ApiKeyHash(pub(super) [u8; 32]);

impl ApiKeyHash {
    /// The hash of a key.
    pub fn of(key: &str) -> Self {
        Self(Sha256::digest(key.as_bytes()).into())
    }

    /// A new key of 256 random bits, as `prefix` and 64 hexadecimal digits, and its hash. The key is shown to its owner once; the hash is stored.
    /// By a prefix of its own, such as `shop_live_`, a key that got into a log or a repository is found.
    ///
    /// # Errors
    ///
    /// Where the system has no randomness.
    pub fn generate(prefix: &str) -> Result<(Zeroizing<String>, Self), ApiKeyHashError> {
        let mut random = Zeroizing::new([0; 32]);
        getrandom::fill(&mut *random).map_err(|_| ApiKeyHashError("the system has no randomness"))?;
        let mut key = Zeroizing::new(String::with_capacity(prefix.len() + 64));
        key.push_str(prefix);
        key.extend(random.iter().flat_map(digits));
        let hash = Self::of(&key);
        Ok((key, hash))
    }

    pub(super) fn is(&self, other: &Self) -> Choice {
        self.0.ct_eq(&other.0)
    }
}

fn digits(byte: &u8) -> [char; 2] {
    [byte >> 4, byte & 15].map(|nibble| char::from_digit(u32::from(nibble), 16).unwrap_or_default())
}

impl PartialEq for ApiKeyHash {
    fn eq(&self, other: &Self) -> bool {
        self.is(other).into()
    }
}

impl Eq for ApiKeyHash {}

impl fmt::Display for ApiKeyHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for ApiKeyHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiKeyHash(…)")
    }
}

/// 64 hexadecimal digits, in letters of either size.
impl FromStr for ApiKeyHash {
    type Err = ApiKeyHashError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const WANTED: ApiKeyHashError = ApiKeyHashError("the hash of a key is 64 hexadecimal digits");
        let mut hash = [0; 32];
        if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(WANTED);
        }
        for (byte, pair) in hash.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
            let pair = str::from_utf8(pair).map_err(|_| WANTED)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| WANTED)?;
        }
        Ok(Self(hash))
    }
}

/// Why there is no hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ApiKeyHashError(&'static str);

impl fmt::Display for ApiKeyHashError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Error for ApiKeyHashError {}
