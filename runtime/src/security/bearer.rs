//! Bearer tokens ([RFC 6750](https://www.rfc-editor.org/rfc/rfc6750)).

use super::authorization::{Authorization, Field};
use super::secret::{Secret, credential};
use super::unread::Unread;
use crate::context::Context;

/// A bearer token, well-formed and not yet verified.
///
/// Its memory is wiped when it is dropped, `Debug` does not show it, and it is compared in constant time.
#[derive(Clone, PartialEq, Eq)]
pub struct BearerToken(Secret);

credential!(BearerToken);

impl BearerToken {
    /// The token in the request's `Authorization`; it is read from nowhere else ([RFC 6750, 2.1]).
    ///
    /// # Errors
    ///
    /// Where there is none, none that the grammar of the section allows, or two.
    ///
    /// [RFC 6750, 2.1]: https://www.rfc-editor.org/rfc/rfc6750#section-2.1
    #[inline]
    pub fn read(context: &Context) -> Result<Self, Unread> {
        Self::of(context.authorization())
    }

    #[inline]
    pub(crate) fn of(field: &Field) -> Result<Self, Unread> {
        let text = Authorization::read(field, "Bearer")?;
        b64token(text).map(|token| Self(Secret::new(token))).ok_or(Unread::Malformed)
    }
}

/// `1*( ALPHA / DIGIT / "-" / "." / "_" / "~" / "+" / "/" ) *"="`
#[inline]
fn b64token(text: &[u8]) -> Option<&str> {
    let mut token = text;
    while let [before @ .., b'='] = token {
        token = before;
    }
    // Without an early end: tokens are good nearly always, and this way no byte waits for the one before.
    let is_token = !token.is_empty() && token.iter().fold(true, |good, byte| good & is_b64token_byte(*byte));
    if is_token { str::from_utf8(text).ok() } else { None }
}

#[inline]
fn is_b64token_byte(byte: u8) -> bool {
    B64TOKEN.get(usize::from(byte)) == Some(&true)
}

/// The bytes of a token, before its padding.
#[allow(clippy::indexing_slicing, reason = "the compiler does it")]
static B64TOKEN: [bool; 256] = {
    let mut table = [false; 256];
    let mut rest = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/".as_slice();
    while let [byte, after @ ..] = rest {
        table[*byte as usize] = true;
        rest = after;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    fn token(value: &'static str) -> Result<BearerToken, Unread> {
        BearerToken::of(&Field::one(value))
    }

    #[test]
    fn c1_the_name_of_the_scheme_is_read_without_regard_to_case() {
        assert_eq!(token("Bearer abc"), token("bEARER  abc"));
        assert!(token("Bearer abc").is_ok());
    }

    #[test]
    fn c3_what_is_no_token_is_malformed_and_not_absent() {
        for value in ["Bearer", "Bearer a b", "Bearer a,b", "Bearer \"a\"", "Bearer a=b", "Bearer ="] {
            assert_eq!(token(value), Err(Unread::Malformed), "{value}");
        }
    }

    #[test]
    fn c11_debug_does_not_show_the_token() {
        assert_eq!(format!("{:?}", token("Bearer abc")), "Ok(BearerToken(…))");
    }
}
