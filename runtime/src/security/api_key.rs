//! API keys (OpenAPI, Security Scheme Object, `apiKey`).

use super::cookie;
use super::secret::{Secret, credential, is_printable};
use super::unread::Unread;
use crate::context::Context;
use crate::percent;

/// An API key, not empty and not yet verified.
///
/// Its memory is wiped when it is dropped, `Debug` does not show it, and it is compared in constant time.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiKey(Secret);

credential!(ApiKey);

impl ApiKey {
    /// The key in a header field, whose name is compared without regard to case.
    ///
    /// # Errors
    ///
    /// Where there is none or an empty one, one that is no UTF-8 or has control characters other than tabs, or two.
    pub fn in_header(context: &Context, name: &str) -> Result<Self, Unread> {
        Self::only(context.headers().get_all(name).iter().map(|value| text(value.as_bytes())))
    }

    /// The key in the query: name and value are percent-decoded, `+` is a space.
    ///
    /// # Errors
    ///
    /// Where there is none or an empty one, one that is no UTF-8 or has control characters other than tabs, or two.
    pub fn in_query(context: &Context, name: &str) -> Result<Self, Unread> {
        let pairs = context.uri().query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty());
        Self::only(pairs.filter_map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let is_named = percent::query(key).is_some_and(|key| key == name);
            is_named.then(|| percent::query(value).map(Secret::new))
        }))
    }

    /// The key in a cookie ([RFC 6265, 4.2]), without the quotes around it. Other cookies are no obstacle, whatever they are.
    ///
    /// # Errors
    ///
    /// Where there is none or an empty one, one that is no UTF-8 or has control characters other than tabs, or two.
    ///
    /// [RFC 6265, 4.2]: https://www.rfc-editor.org/rfc/rfc6265#section-4.2
    pub fn in_cookie(context: &Context, name: &str) -> Result<Self, Unread> {
        Self::only(cookie::values(context.headers(), name.as_bytes()).map(text))
    }

    /// The only one of the keys. `None` is one that is no text.
    fn only(mut keys: impl Iterator<Item = Option<Secret>>) -> Result<Self, Unread> {
        let first = keys.next().ok_or(Unread::Absent)?;
        if keys.next().is_some() {
            return Err(Unread::Repeated);
        }
        let key = first.filter(|key| is_printable(key.expose())).ok_or(Unread::Malformed)?;
        if key.expose().is_empty() { Err(Unread::Absent) } else { Ok(Self(key)) }
    }
}

fn text(bytes: &[u8]) -> Option<Secret> {
    str::from_utf8(bytes).ok().map(Secret::new)
}
