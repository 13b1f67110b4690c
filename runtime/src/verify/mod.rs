//! Verifiers that people need: configuration in an [`Authenticate`] implementation, and no cryptography.
//!
//! Each is a feature of the crate, off by default, and none knows of HTTP: a verifier takes what [`security`] has read, and
//! answers with what it found or with [`Denied`].
//!
//! | feature | what it verifies | with |
//! | --- | --- | --- |
//! | `jwt` | JSON Web Tokens | `Jwt`; `JwtSigner` makes them |
//!
//! [`Authenticate`]: crate::security
//! [`security`]: crate::security
//! [`Denied`]: crate::security::Denied

#[cfg(feature = "jwt")]
mod jwt;

#[cfg(feature = "jwt")]
pub use jwt::{Algorithm, Claims, Grant, Jwt, JwtError, JwtSigner};
