//! JSON Web Tokens ([RFC 7519]) as access tokens ([RFC 9068]), by the practices of [RFC 8725].
//!
//! [RFC 7519]: https://www.rfc-editor.org/rfc/rfc7519
//! [RFC 8725]: https://www.rfc-editor.org/rfc/rfc8725
//! [RFC 9068]: https://www.rfc-editor.org/rfc/rfc9068

mod algorithm;
mod compact;
mod error;
mod expected;
mod grant;
mod header;
mod jwk;
mod key;
mod keys;
mod signer;
#[cfg(test)]
mod tests;

use std::fmt;
use std::time::{Duration, SystemTime};

use super::Reason;
use super::claims::Claims;
use super::clock::Clock;
use super::members::Members;
use crate::security::Denied;

pub use algorithm::Algorithm;
use compact::Compact;
pub use error::JwtError;
use expected::Expected;
pub use grant::Grant;
use header::Header;
use key::Key;
use keys::Keys;
pub use signer::JwtSigner;

/// In bytes. Tokens of two hundred are usual, and of two thousand are not rare.
const LONGEST: usize = 8 * 1024;

/// A verifier of JSON Web Tokens in the compact serialization ([RFC 7515, 7.1]): one algorithm, a key or a set of keys, and what
/// the claims have to say.
///
/// A token is accepted where it is signed by the algorithm that was configured, with a key that was configured; `exp` is there and has not
/// come; `nbf`, where it is there, has come; `sub` is a string that is not empty; `iss` is the [issuer](Self::issuer), where one is configured;
/// and `aud` names the [audience](Self::audience), or is not there where none is configured ([RFC 7519, 4.1.3]).
///
/// The header of a token chooses nothing but among the keys of a set, by `kid`. A key in it is not used, `jku`, `x5u` and `crit` are refused.
///
/// ```
/// use std::time::Duration;
/// use specwright_runtime::Context;
/// use specwright_runtime::security::{BearerToken, Denied, Scopes};
/// use specwright_runtime::verify::{Claims, Jwt, JwtError};
///
/// struct Shop { jwt: Jwt }
///
/// impl Shop {
///     fn new(secret: &[u8]) -> Result<Self, JwtError> {
///         let jwt = Jwt::hs256(secret)?.issuer("https://login.example.com").audience("shop").leeway(Duration::from_secs(5))?;
///         Ok(Self { jwt })
///     }
/// }
///
/// # trait Authenticate {
/// #     type OAuth2;
/// #     async fn oauth2(&self, context: &Context, token: BearerToken, scopes: Scopes) -> Result<Self::OAuth2, Denied>;
/// # }
/// impl Authenticate for Shop {
///     type OAuth2 = Claims;
///
///     async fn oauth2(&self, _: &Context, token: BearerToken, scopes: Scopes) -> Result<Claims, Denied> {
///         let claims = self.jwt.verify(token.expose())?;
///         claims.require(scopes)?;
///         Ok(claims)
///     }
/// }
/// ```
///
/// [RFC 7515, 7.1]: https://www.rfc-editor.org/rfc/rfc7515#section-7.1
/// [RFC 7519, 4.1.3]: https://www.rfc-editor.org/rfc/rfc7519#section-4.1.3
pub struct Jwt {
    keys: Keys,
    expected: Expected,
    clock: Clock,
    longest: usize,
}

impl Jwt {
    /// HMAC with SHA-256. Whoever can verify such a token can make one, so issuer and server are one, or trust each other as one.
    ///
    /// # Errors
    ///
    /// Where the secret has less than 32 bytes ([RFC 7518, 3.2](https://www.rfc-editor.org/rfc/rfc7518#section-3.2)). It should be random.
    pub fn hs256(secret: impl AsRef<[u8]>) -> Result<Self, JwtError> {
        Ok(Self::of(Keys::one(Algorithm::Hs256, Key::secret(Algorithm::Hs256, secret.as_ref())?)))
    }

    /// HMAC with SHA-384.
    ///
    /// # Errors
    ///
    /// Where the secret has less than 48 bytes.
    pub fn hs384(secret: impl AsRef<[u8]>) -> Result<Self, JwtError> {
        Ok(Self::of(Keys::one(Algorithm::Hs384, Key::secret(Algorithm::Hs384, secret.as_ref())?)))
    }

    /// HMAC with SHA-512.
    ///
    /// # Errors
    ///
    /// Where the secret has less than 64 bytes.
    pub fn hs512(secret: impl AsRef<[u8]>) -> Result<Self, JwtError> {
        Ok(Self::of(Keys::one(Algorithm::Hs512, Key::secret(Algorithm::Hs512, secret.as_ref())?)))
    }

    /// A public key in PEM: `-----BEGIN PUBLIC KEY-----` ([RFC 7468, 13](https://www.rfc-editor.org/rfc/rfc7468#section-13)).
    ///
    /// # Errors
    ///
    /// Where there is no such key, or it is none for the algorithm, or an RSA key has less than 2048 bits or more than 8192.
    pub fn public_key(algorithm: Algorithm, pem: impl AsRef<[u8]>) -> Result<Self, JwtError> {
        Ok(Self::of(Keys::one(algorithm, Key::public_pem(algorithm, pem.as_ref())?)))
    }

    /// A JWK Set ([RFC 7517, 5](https://www.rfc-editor.org/rfc/rfc7517#section-5)), as JSON: what an issuer publishes at its `jwks_uri`.
    ///
    /// Every key of it that is for this algorithm is used for this algorithm; those with another `kty`, `crv`, `alg`, `use` or `key_ops` are
    /// for somebody else. Of several keys, a token names its own by `kid`.
    ///
    /// # Errors
    ///
    /// Where the text is no JWK Set, no key is for the algorithm, one that is cannot be read, or two cannot be told apart by `kid`.
    pub fn jwk_set(algorithm: Algorithm, json: &str) -> Result<Self, JwtError> {
        Ok(Self::of(Keys::set(algorithm, json)?))
    }

    fn of(keys: Keys) -> Self {
        Self { keys, expected: Expected::default(), clock: Clock::default(), longest: LONGEST }
    }

    /// Accepts only tokens whose `iss` is exactly this.
    #[must_use]
    pub fn issuer(mut self, issuer: impl Into<String>) -> Self {
        self.expected.issuer = Some(issuer.into());
        self
    }

    /// Accepts only tokens whose `aud` is exactly this, or a list with this in it.
    #[must_use]
    pub fn audience(mut self, audience: impl Into<String>) -> Self {
        self.expected.audience = Some(audience.into());
        self
    }

    /// Accepts only tokens whose header has this `typ`, compared without regard to case and to a leading `application/`. An issuer that
    /// follows RFC 9068 sends `at+jwt`, which keeps an ID token from being taken for an access token.
    #[must_use]
    pub fn typ(mut self, typ: impl Into<String>) -> Self {
        self.expected.typ = Some(typ.into());
        self
    }

    /// How far the clocks of the issuer and of this server may be apart, for `exp` and `nbf`. It is zero unless this says otherwise.
    ///
    /// # Errors
    ///
    /// Where it is more than 60 seconds.
    pub fn leeway(mut self, leeway: Duration) -> Result<Self, JwtError> {
        if leeway > Duration::from_secs(60) {
            return Err(JwtError::new("the leeway is more than 60 seconds"));
        }
        self.expected.leeway = leeway;
        Ok(self)
    }

    /// Accepts only tokens of at most so many bytes: 8 KiB unless this says otherwise.
    #[must_use]
    pub fn max_length(mut self, bytes: usize) -> Self {
        self.longest = bytes;
        self
    }

    /// Tells the time by another clock than the system's, in tests.
    #[must_use]
    pub fn clock(mut self, now: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.clock = Clock::of(now);
        self
    }

    /// What a token claims, where it is good.
    ///
    /// # Errors
    ///
    /// [`Denied::InvalidCredentials`] where it is not, with the reason; [`Denied::Broken`] where the clock tells a time before 1970.
    pub fn verify(&self, token: &str) -> Result<Claims, Denied> {
        let now = self.clock.now()?;
        self.read(token, now).map_err(|reason| Denied::InvalidCredentials(Some(reason.into())))
    }

    fn read(&self, token: &str, now: Duration) -> Result<Claims, Reason> {
        if token.len() > self.longest {
            return Err("the token is too long");
        }
        let compact = Compact::split(token)?;
        let header = Header::read(compact.header)?;
        if header.algorithm != self.keys.algorithm().name() {
            return Err("the token is signed by another algorithm");
        }
        self.expected.typed(header.typ.as_deref())?;
        let key = self.keys.find(header.key_id.as_deref())?;
        key.verify(compact.signed, compact.signature)?;
        let claims = Members::parse(&compact::decode(compact.payload)?)?;
        self.expected.met(&claims, now)?;
        Claims::of(claims)
    }
}

/// Shows no key.
impl fmt::Debug for Jwt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Jwt")
            .field("algorithm", &self.keys.algorithm())
            .field("expected", &self.expected)
            .finish_non_exhaustive()
    }
}
