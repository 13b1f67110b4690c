//! Verifiers that people need: configuration in an [`Authenticate`] implementation, and no cryptography.
//!
//! Each is a feature of the crate, off by default, and none knows of HTTP: a verifier takes what [`security`] has read, and
//! answers with what it found or with [`Denied`].
//!
//! | feature | what it verifies | with |
//! | --- | --- | --- |
//! | `jwt` | JSON Web Tokens | `Jwt`; `JwtSigner` makes them |
//! | `key-hash` | API keys, of which the server keeps hashes | `ApiKeys` |
//! | `password` | passwords, as argon2id hashes | `Passwords`; `Attempts` counts how often somebody guesses |
//!
//! [`Authenticate`]: crate::security
//! [`security`]: crate::security
//! [`Denied`]: crate::security::Denied

#[cfg(feature = "key-hash")]
mod api_keys;
#[cfg(feature = "jwt")]
mod jwt;
#[cfg(feature = "password")]
mod password;

#[cfg(feature = "key-hash")]
pub use api_keys::{ApiKeyHash, ApiKeyHashError, ApiKeys};
#[cfg(feature = "jwt")]
pub use jwt::{Algorithm, Claims, Grant, Jwt, JwtError, JwtSigner};
#[cfg(feature = "password")]
pub use password::{Attempt, Attempts, PasswordError, Passwords, Rate, TooManyAttempts};
