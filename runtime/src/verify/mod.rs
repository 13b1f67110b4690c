//! Verifiers that people need: configuration in an [`Authenticate`] implementation, and no cryptography.
//!
//! Each is a feature of the crate, off by default, and none knows of HTTP: a verifier takes what [`security`] has read, and
//! answers with what it found or with [`Denied`].
//!
//! | feature | what it verifies | with |
//! | --- | --- | --- |
//! | `introspection` | opaque tokens, by asking who gave them out | `Introspection` |
//! | `jwt` | JSON Web Tokens | `Jwt`; `JwtSigner` makes them |
//! | `key-hash` | API keys, of which the server keeps hashes | `ApiKeys` |
//! | `password` | passwords, as argon2id hashes | `Passwords`; `Attempts` counts how often somebody guesses |
//!
//! [`Authenticate`]: crate::security
//! [`security`]: crate::security
//! [`Denied`]: crate::security::Denied

#[cfg(feature = "key-hash")]
mod api_keys;
#[cfg(any(feature = "introspection", feature = "jwt"))]
mod claims;
#[cfg(any(feature = "introspection", feature = "jwt"))]
mod clock;
#[cfg(feature = "introspection")]
mod introspection;
#[cfg(feature = "jwt")]
mod jwt;
#[cfg(any(feature = "introspection", feature = "jwt"))]
mod members;
#[cfg(feature = "password")]
mod password;

#[cfg(feature = "key-hash")]
pub use api_keys::{ApiKeyHash, ApiKeyHashError, ApiKeys};
#[cfg(any(feature = "introspection", feature = "jwt"))]
pub use claims::Claims;
#[cfg(feature = "introspection")]
pub use introspection::{Introspection, IntrospectionError};
#[cfg(feature = "jwt")]
pub use jwt::{Algorithm, Grant, Jwt, JwtError, JwtSigner};
#[cfg(feature = "password")]
pub use password::{Attempt, Attempts, PasswordError, Passwords, Rate, TooManyAttempts};

/// Why a token is not accepted, for the developer of the client.
#[cfg(any(feature = "introspection", feature = "jwt"))]
type Reason = &'static str;
