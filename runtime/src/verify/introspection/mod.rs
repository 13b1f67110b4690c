//! Token introspection ([RFC 7662](https://www.rfc-editor.org/rfc/rfc7662)).

mod answer;
mod cache;
mod endpoint;
mod error;
mod flights;
#[cfg(test)]
mod tests;
mod tls;

use std::fmt;
use std::time::{Duration, SystemTime};

use sha2::{Digest, Sha256};

use super::claims::Claims;
use super::clock::Clock;
use crate::security::Denied;

use answer::{Answer, Expected, Outcome};
use cache::Cache;
use endpoint::Endpoint;
pub use error::IntrospectionError;
use flights::Flights;

/// What a token is known by here: its SHA-256, so that no token is kept.
type Fingerprint = [u8; 32];

/// In bytes. What is longer is refused without asking.
const LONGEST: usize = 8 * 1024;

/// A verifier of tokens that say nothing to anybody but to who gave them out: it asks there.
///
/// A token is accepted where the endpoint says that it is active, `exp` has not come and `nbf` has, `sub` is a string that is not empty, `token_type`,
/// where it is there, is `Bearer`, and `iss` and `aud` are what is configured here.
///
/// An answer is kept for a minute at most, and never beyond `exp`: so long a token that is revoked may still be accepted. That a token is not active is
/// kept for five seconds. Requests that show the same token at the same time ask once.
///
/// ```
/// use specwright_runtime::Context;
/// use specwright_runtime::security::{BearerToken, Denied, Scopes};
/// use specwright_runtime::verify::{Claims, Introspection, IntrospectionError};
///
/// struct Shop { tokens: Introspection }
///
/// impl Shop {
///     fn new(secret: &str) -> Result<Self, IntrospectionError> {
///         let tokens = Introspection::at("https://login.example.com/introspect")?.client("shop", secret)?.audience("shop");
///         Ok(Self { tokens })
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
///         let claims = self.tokens.verify(token.expose()).await?;
///         claims.require(scopes)?;
///         Ok(claims)
///     }
/// }
/// ```
pub struct Introspection {
    endpoint: Endpoint,
    expected: Expected,
    cache: Cache,
    flights: Flights<Outcome>,
    clock: Clock,
}

impl Introspection {
    /// Asks the endpoint at this address: `https`, trusting the authorities that the system trusts, or `http`, where the way there is safe by
    /// other means.
    ///
    /// # Errors
    ///
    /// Where the address is no such URL, or the system's authorities cannot be read.
    pub fn at(url: &str) -> Result<Self, IntrospectionError> {
        Endpoint::at(url).map(Self::of)
    }

    /// Asks the endpoint at this address, and trusts the authorities with these certificates, in PEM, and no other.
    ///
    /// # Errors
    ///
    /// Where the address is no such URL, or there is no certificate.
    pub fn at_trusting(url: &str, authorities: impl AsRef<[u8]>) -> Result<Self, IntrospectionError> {
        Endpoint::trusting(url, authorities.as_ref()).map(Self::of)
    }

    fn of(endpoint: Endpoint) -> Self {
        Self {
            endpoint,
            expected: Expected::default(),
            cache: Cache::default(),
            flights: Flights::default(),
            clock: Clock::default(),
        }
    }

    /// Who asks, by `Basic` ([RFC 6749, 2.3.1](https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1)).
    ///
    /// # Errors
    ///
    /// None that a client identifier and a secret of text can cause.
    pub fn client(mut self, id: &str, secret: &str) -> Result<Self, IntrospectionError> {
        self.endpoint.basic(id, secret)?;
        Ok(self)
    }

    /// Who asks, by a bearer token.
    ///
    /// # Errors
    ///
    /// Where the token has a character that a header field cannot carry.
    pub fn bearer(mut self, token: &str) -> Result<Self, IntrospectionError> {
        self.endpoint.bearer(token)?;
        Ok(self)
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

    /// How long to wait for the endpoint: five seconds unless this says otherwise.
    #[must_use]
    pub fn time_out(mut self, time_out: Duration) -> Self {
        self.endpoint.time_out = time_out;
        self
    }

    /// How long an answer is kept at most: a minute unless this says otherwise. Zero asks every time.
    #[must_use]
    pub fn keep(mut self, time: Duration) -> Self {
        self.cache = Cache::keeping(time);
        self
    }

    /// Tells the time by another clock than the system's, in tests.
    #[must_use]
    pub fn clock(mut self, now: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.clock = Clock::of(now);
        self
    }

    /// What is said of a token, where it is good.
    ///
    /// # Errors
    ///
    /// [`Denied::InvalidCredentials`] where it is not; [`Denied::Unavailable`] where the endpoint does not answer, or says that it cannot now;
    /// [`Denied::Broken`] where it does not want to answer this server.
    pub async fn verify(&self, token: &str) -> Result<Claims, Denied> {
        if token.len() > LONGEST {
            return Err(Denied::InvalidCredentials(Some("the token is too long".into())));
        }
        let fingerprint = Sha256::digest(token.as_bytes()).into();
        let now = self.clock.now()?;
        let answer = match self.cache.get(&fingerprint, now) {
            Some(answer) => answer,
            None => self.flights.join(fingerprint, self.ask(fingerprint, token, now)).await?,
        };
        match answer {
            Answer::Active { claims, .. } => Ok(claims),
            Answer::Inactive(reason) => Err(Denied::InvalidCredentials(Some(reason.into()))),
        }
    }

    async fn ask(&self, fingerprint: Fingerprint, token: &str, now: Duration) -> Outcome {
        let json = self.endpoint.ask(token).await?;
        let answer = Answer::read(&json, &self.expected, now)?;
        self.cache.put(fingerprint, answer.clone(), now);
        Ok(answer)
    }
}

/// Shows no secret.
impl fmt::Debug for Introspection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Introspection")
            .field("endpoint", &self.endpoint.url())
            .field("expected", &self.expected)
            .finish_non_exhaustive()
    }
}
