//! User-ids and passwords ([RFC 7617](https://www.rfc-editor.org/rfc/rfc7617)).

use std::fmt;

use super::authorization::{Authorization, Field};
use super::base64;
use super::secret::Secret;
use super::unread::Unread;
use crate::context::Context;

/// A user-id and a password, well-formed and not yet verified.
///
/// Their memory is wiped when they are dropped, `Debug` shows neither, and they are compared in constant time.
#[derive(Clone)]
pub struct BasicCredentials {
    user_id: Secret,
    password: Secret,
}

impl BasicCredentials {
    /// The credentials in the request's `Authorization` ([RFC 7617, 2]): base64 to the letter, UTF-8, split at the first
    /// colon, without control characters, be they of ASCII or beyond ([RFC 8265, 3.1 and 4.1]). Either half may be empty.
    ///
    /// # Errors
    ///
    /// Where there are none, none that the grammar of the section allows, or two.
    ///
    /// [RFC 7617, 2]: https://www.rfc-editor.org/rfc/rfc7617#section-2
    /// [RFC 8265, 3.1 and 4.1]: https://www.rfc-editor.org/rfc/rfc8265#section-3.1
    pub fn read(context: &Context) -> Result<Self, Unread> {
        Self::of(context.authorization())
    }

    pub(crate) fn of(field: &Field) -> Result<Self, Unread> {
        Self::decoded(Authorization::read(field, "Basic")?).ok_or(Unread::Malformed)
    }

    fn decoded(text: &[u8]) -> Option<Self> {
        let bytes = base64::decode(text)?;
        let (user_id, password) = str::from_utf8(&bytes).ok()?.split_once(':')?;
        let is_clean = !user_id.contains(char::is_control) && !password.contains(char::is_control);
        is_clean.then(|| Self { user_id: Secret::new(user_id), password: Secret::new(password) })
    }

    /// The user-id, as it was sent.
    pub fn user_id(&self) -> &str {
        self.user_id.expose()
    }

    /// The password as it was sent, to verify it. Whoever keeps a copy has to keep it secret.
    pub fn expose_password(&self) -> &str {
        self.password.expose()
    }
}

/// Both halves are compared, whatever the first one says.
impl PartialEq for BasicCredentials {
    fn eq(&self, other: &Self) -> bool {
        (self.user_id == other.user_id) & (self.password == other.password)
    }
}

impl Eq for BasicCredentials {}

impl fmt::Debug for BasicCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BasicCredentials(…)")
    }
}
