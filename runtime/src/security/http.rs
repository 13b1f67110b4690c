//! Credentials of HTTP authentication schemes at large ([RFC 9110, 11.4](https://www.rfc-editor.org/rfc/rfc9110#section-11.4)).

use super::authorization::{Authorization, Field};
use super::secret::{Secret, credential, is_printable};
use super::unread::Unread;
use crate::context::Context;

/// What follows the name of an HTTP authentication scheme, not empty, not read further and not yet verified.
///
/// Its memory is wiped when it is dropped, `Debug` does not show it, and it is compared in constant time.
#[derive(Clone, PartialEq, Eq)]
pub struct HttpCredentials(Secret);

credential!(HttpCredentials);

impl HttpCredentials {
    /// The credentials of `scheme` in the request's `Authorization`: text without control characters, but tabs inside. The name
    /// of the scheme is compared without regard to case.
    ///
    /// # Errors
    ///
    /// Where there are none, empty ones, ones with other characters or that begin with a tab, or two.
    pub fn read(context: &Context, scheme: &str) -> Result<Self, Unread> {
        Self::of(context.authorization(), scheme)
    }

    pub(crate) fn of(field: &Field, scheme: &str) -> Result<Self, Unread> {
        let text = Authorization::read(field, scheme)?;
        let is_good = |text: &&str| !text.is_empty() && !text.starts_with('\t') && is_printable(text);
        str::from_utf8(text).ok().filter(is_good).map(|text| Self(Secret::new(text))).ok_or(Unread::Malformed)
    }
}
