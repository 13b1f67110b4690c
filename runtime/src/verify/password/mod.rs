//! Passwords as argon2id hashes ([RFC 9106]), and how often somebody may guess.
//!
//! [RFC 9106]: https://www.rfc-editor.org/rfc/rfc9106

mod attempts;
mod error;
mod passwords;
mod rate;
mod table;
#[cfg(test)]
mod tests;

pub use attempts::{Attempt, Attempts, TooManyAttempts};
pub use error::PasswordError;
pub use passwords::Passwords;
pub use rate::Rate;
