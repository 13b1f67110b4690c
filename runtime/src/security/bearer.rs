//! Bearer tokens ([RFC 6750](https://www.rfc-editor.org/rfc/rfc6750)).

use std::fmt;

use http::HeaderMap;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::authorization::Authorization;
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
    pub fn read(context: &Context) -> Result<Self, Refusal> {
        Self::of(context.headers())
    }

    pub(crate) fn of(headers: &HeaderMap) -> Result<Self, Refusal> {
        match Authorization::read(headers, Scheme::Bearer.name()) {
            Authorization::Credentials(token) if is_b64token(token) => match std::str::from_utf8(token) {
                Ok(token) => Ok(Self(Zeroizing::new(token.to_owned()))),
                Err(_) => Err(Refusal::absent(Scheme::Bearer)),
            },
            Authorization::Credentials(_) | Authorization::Absent => Err(Refusal::absent(Scheme::Bearer)),
            Authorization::Repeated => Err(Refusal::repeated(Scheme::Bearer)),
        }
    }

    /// The token as it was sent, to verify it. Whoever keeps a copy has to keep it secret.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

/// `1*( ALPHA / DIGIT / "-" / "." / "_" / "~" / "+" / "/" ) *"="`
fn is_b64token(text: &[u8]) -> bool {
    let end = text.iter().position(|byte| !is_b64token_char(*byte)).unwrap_or(text.len());
    let (token, padding) = text.split_at(end);
    !token.is_empty() && padding.iter().all(|byte| *byte == b'=')
}

fn is_b64token_char(byte: u8) -> bool {
    matches!(byte, b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'+' | b'/')
}

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
    use http::HeaderValue;
    use http::header::AUTHORIZATION;

    fn token(value: &'static str) -> Option<BearerToken> {
        let headers = HeaderMap::from_iter([(AUTHORIZATION, HeaderValue::from_static(value))]);
        BearerToken::of(&headers).ok()
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
