//! What goes wrong with a hash.

use std::error::Error;
use std::fmt;

use argon2::password_hash;

/// Why there is no hash, or why one cannot be read. It shows neither password nor hash.
#[derive(Debug)]
pub struct PasswordError(pub(super) &'static str, pub(super) Option<password_hash::Error>);

impl fmt::Display for PasswordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Error for PasswordError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.1.as_ref().map(|cause| cause as _)
    }
}
