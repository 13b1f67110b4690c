//! Making tokens.

use std::fmt;
use std::time::SystemTime;

use aws_lc_rs::hmac;
use serde_json::{Map, Value, json};

use super::algorithm::Algorithm;
use super::{Grant, JwtError, compact, key};
use crate::verify::clock::Clock;

/// Makes the tokens that a [`Jwt`](super::Jwt) with the same secret, issuer and audience accepts: what a token endpoint gives out.
///
/// ```
/// use std::time::Duration;
/// use specwright_runtime::verify::{Grant, Jwt, JwtError, JwtSigner};
///
/// # fn main() -> Result<(), JwtError> {
/// # let secret = [7; 32];
/// let signer = JwtSigner::hs256(secret)?.issuer("https://shop.example.com");
/// let token = signer.sign(&Grant::new("johndoe", Duration::from_secs(30 * 60)).scopes(["me", "items"]))?;
///
/// let jwt = Jwt::hs256(secret)?.issuer("https://shop.example.com");
/// assert!(jwt.verify(&token).is_ok_and(|claims| claims.subject() == "johndoe"));
/// # Ok(())
/// # }
/// ```
pub struct JwtSigner {
    algorithm: Algorithm,
    key: hmac::Key,
    issuer: Option<String>,
    audience: Option<String>,
    clock: Clock,
}

impl JwtSigner {
    /// HMAC with SHA-256.
    ///
    /// # Errors
    ///
    /// Where the secret has less than 32 bytes.
    pub fn hs256(secret: impl AsRef<[u8]>) -> Result<Self, JwtError> {
        Self::of(Algorithm::Hs256, secret.as_ref())
    }

    /// HMAC with SHA-384.
    ///
    /// # Errors
    ///
    /// Where the secret has less than 48 bytes.
    pub fn hs384(secret: impl AsRef<[u8]>) -> Result<Self, JwtError> {
        Self::of(Algorithm::Hs384, secret.as_ref())
    }

    /// HMAC with SHA-512.
    ///
    /// # Errors
    ///
    /// Where the secret has less than 64 bytes.
    pub fn hs512(secret: impl AsRef<[u8]>) -> Result<Self, JwtError> {
        Self::of(Algorithm::Hs512, secret.as_ref())
    }

    fn of(algorithm: Algorithm, secret: &[u8]) -> Result<Self, JwtError> {
        let key = key::hmac_key(algorithm, secret)?;
        Ok(Self { algorithm, key, issuer: None, audience: None, clock: Clock::default() })
    }

    /// The `iss` of every token.
    #[must_use]
    pub fn issuer(mut self, issuer: impl Into<String>) -> Self {
        self.issuer = Some(issuer.into());
        self
    }

    /// The `aud` of every token.
    #[must_use]
    pub fn audience(mut self, audience: impl Into<String>) -> Self {
        self.audience = Some(audience.into());
        self
    }

    /// Tells the time by another clock than the system's, in tests.
    #[must_use]
    pub fn clock(mut self, now: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.clock = Clock::of(now);
        self
    }

    /// A token, good from now on.
    ///
    /// # Errors
    ///
    /// Where the subject is empty, a scope is no `scope-token` ([RFC 6749, 3.3]), or the clock tells a time before 1970.
    ///
    /// [RFC 6749, 3.3]: https://www.rfc-editor.org/rfc/rfc6749#section-3.3
    pub fn sign(&self, grant: &Grant) -> Result<String, JwtError> {
        let header = json!({ "alg": self.algorithm.name(), "typ": "JWT" });
        let claims = Value::Object(self.claims(grant)?);
        let signed =
            format!("{}.{}", compact::encode(header.to_string()), compact::encode(claims.to_string()));
        let signature = hmac::sign(&self.key, signed.as_bytes());
        Ok(format!("{signed}.{}", compact::encode(signature)))
    }

    fn claims(&self, grant: &Grant) -> Result<Map<String, Value>, JwtError> {
        if grant.subject.is_empty() {
            return Err(JwtError::new("a token is about somebody"));
        }
        // A space in a scope would make two of it.
        if !grant.scopes.iter().all(|scope| is_scope_token(scope)) {
            return Err(JwtError::new("a scope has a character that no scope may have"));
        }
        let now =
            self.clock.now().map_err(|_| JwtError::new("the clock tells a time before 1970"))?.as_secs();
        let mut claims = grant.claims.clone();
        let mut put = |name: &str, value: Value| claims.insert(name.to_owned(), value);
        put("sub", grant.subject.as_str().into());
        put("iat", now.into());
        put("exp", now.saturating_add(grant.lifetime.as_secs()).into());
        if !grant.scopes.is_empty() {
            put("scope", grant.scopes.join(" ").into());
        }
        for (name, value) in [("iss", &self.issuer), ("aud", &self.audience)] {
            if let Some(value) = value {
                put(name, value.as_str().into());
            }
        }
        Ok(claims)
    }
}

fn is_scope_token(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| matches!(byte, b'!' | b'#'..=b'[' | b']'..=b'~'))
}

/// Shows no key.
impl fmt::Debug for JwtSigner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JwtSigner")
            .field("algorithm", &self.algorithm)
            .field("issuer", &self.issuer)
            .field("audience", &self.audience)
            .finish_non_exhaustive()
    }
}
