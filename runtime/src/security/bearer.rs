//! Bearer tokens ([RFC 6750](https://www.rfc-editor.org/rfc/rfc6750)).

use std::fmt;

use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::authorization::{Authorization, Field};
use super::challenge::Scheme;
use super::refusal::Refusal;
use crate::context::Context;

/// A bearer token, well-formed and not yet verified.
///
/// Its memory is wiped when it is dropped, `Debug` does not show it, and it is compared in constant time.
#[derive(Clone)]
pub struct BearerToken(Zeroizing<String>);

impl BearerToken {
    /// The token in the request's `Authorization`; it is read from nowhere else ([RFC 6750, 2.1]).
    ///
    /// # Errors
    ///
    /// 401 where there is none, or none that the grammar of the section allows; 400 where the field is there twice.
    ///
    /// [RFC 6750, 2.1]: https://www.rfc-editor.org/rfc/rfc6750#section-2.1
    #[inline]
    pub fn read(context: &Context) -> Result<Self, Refusal> {
        Self::of(context.authorization())
    }

    #[cfg(any(feature = "axum", test))]
    pub(crate) fn of_headers(headers: &http::HeaderMap) -> Result<Self, Refusal> {
        Self::of(&Field::of(headers))
    }

    #[inline]
    fn of(field: &Field) -> Result<Self, Refusal> {
        match Authorization::read(field, Scheme::Bearer.name()) {
            Authorization::Credentials(text) => match b64token(text) {
                Some(token) => Ok(Self(Zeroizing::new(token.to_owned()))),
                None => Err(Refusal::no_bearer_token()),
            },
            Authorization::Absent => Err(Refusal::no_bearer_token()),
            Authorization::Repeated => Err(Refusal::repeated(Scheme::Bearer)),
        }
    }

    /// The token as it was sent, to verify it. Whoever keeps a copy has to keep it secret.
    #[inline]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// The token itself. Its memory is wiped no more: whoever takes it has to keep it secret.
    #[inline]
    pub fn into_exposed(mut self) -> String {
        std::mem::take(&mut *self.0)
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

impl PartialEq for BearerToken {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_bytes().ct_eq(other.0.as_bytes()).into()
    }
}

impl Eq for BearerToken {}

impl fmt::Debug for BearerToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BearerToken(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::header::AUTHORIZATION;
    use http::{HeaderMap, HeaderValue};

    fn token(value: &'static str) -> Option<BearerToken> {
        let headers = HeaderMap::from_iter([(AUTHORIZATION, HeaderValue::from_static(value))]);
        BearerToken::of_headers(&headers).ok()
    }

    #[test]
    fn c10_tokens_are_equal_where_every_byte_is() {
        assert_eq!(token("Bearer abc"), token("bearer  abc"));
        for other in ["Bearer abd", "Bearer xbc", "Bearer ab", "Bearer abcd"] {
            assert_ne!(token("Bearer abc"), token(other), "{other}");
        }
    }

    #[test]
    fn c11_debug_does_not_show_the_token() {
        assert_eq!(format!("{:?}", token("Bearer abc")), "Some(BearerToken(…))");
    }

    #[test]
    fn c11_a_dropped_token_is_wiped() {
        fn is_wiped_on_drop(_: impl zeroize::ZeroizeOnDrop) {}
        if let Some(BearerToken(memory)) = token("Bearer abc") {
            is_wiped_on_drop(memory);
        }
    }
}
