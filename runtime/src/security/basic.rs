//! User-ids and passwords ([RFC 7617](https://www.rfc-editor.org/rfc/rfc7617)).

use std::fmt;

use zeroize::Zeroizing;

use super::authorization::{Authorization, Field};
use super::base64;
use super::secret::Secret;
use super::unread::Unread;
use crate::context::Context;

/// A user-id and a password, well-formed and not yet verified.
///
/// The memory of the password is wiped when it is dropped, `Debug` shows neither, and the password is compared in
/// constant time.
#[derive(Clone, PartialEq, Eq)]
pub struct BasicCredentials {
    user_id: String,
    password: Secret,
}

impl BasicCredentials {
    /// The credentials in the request's `Authorization` ([RFC 7617, 2]): base64 to the letter, UTF-8, split at the first
    /// colon, without control characters. Either half may be empty.
    ///
    /// # Errors
    ///
    /// Where there are none, none that the grammar of the section allows, or two.
    ///
    /// [RFC 7617, 2]: https://www.rfc-editor.org/rfc/rfc7617#section-2
    pub fn read(context: &Context) -> Result<Self, Unread> {
        Self::of(context.authorization())
    }

    pub(crate) fn of(field: &Field) -> Result<Self, Unread> {
        Self::decoded(Authorization::read(field, "Basic")?).ok_or(Unread::Malformed)
    }

    fn decoded(text: &[u8]) -> Option<Self> {
        let bytes = Zeroizing::new(base64::decode(text)?);
        let (user_id, password) = str::from_utf8(&bytes).ok()?.split_once(':')?;
        let is_clean = !user_id.contains(char::is_control) && !password.contains(char::is_control);
        is_clean.then(|| Self { user_id: user_id.to_owned(), password: Secret::new(password) })
    }

    /// The user-id, as it was sent.
    pub fn user_id(&self) -> &str {
        &self.user_id
    }

    /// The password as it was sent, to verify it. Whoever keeps a copy has to keep it secret.
    pub fn expose_password(&self) -> &str {
        self.password.expose()
    }
}

impl fmt::Debug for BasicCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BasicCredentials(…)")
    }
}
