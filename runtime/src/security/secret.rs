//! Texts that are secret.

use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// A text whose memory is wiped when it is dropped, and that is compared in constant time.
#[derive(Clone)]
pub(super) struct Secret(Zeroizing<String>);

impl Secret {
    #[inline]
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self(Zeroizing::new(text.into()))
    }

    #[inline]
    pub(super) fn expose(&self) -> &str {
        &self.0
    }

    #[inline]
    pub(super) fn into_exposed(mut self) -> String {
        std::mem::take(&mut *self.0)
    }
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_bytes().ct_eq(other.0.as_bytes()).into()
    }
}

impl Eq for Secret {}

/// Whether a credential has no control characters but tabs, as in a field ([RFC 9110, 5.5]).
///
/// [RFC 9110, 5.5]: https://www.rfc-editor.org/rfc/rfc9110#section-5.5
pub(super) fn is_printable(text: &str) -> bool {
    !text.contains(|character: char| character.is_control() && character != '\t')
}

/// What a credential that is one secret text can do: it is exposed, shown as `…`, and compared.
macro_rules! credential {
    ($credential:ident) => {
        impl $credential {
            /// The text as it was sent, to verify it. Whoever keeps a copy has to keep it secret.
            #[inline]
            pub fn expose(&self) -> &str {
                self.0.expose()
            }

            /// The text itself. Its memory is wiped no more: whoever takes it has to keep it secret.
            #[inline]
            pub fn into_exposed(self) -> String {
                self.0.into_exposed()
            }
        }

        impl ::std::fmt::Debug for $credential {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(concat!(stringify!($credential), "(…)"))
            }
        }
    };
}

pub(super) use credential;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c10_secrets_are_equal_where_every_byte_is() {
        assert!(Secret::new("abc") == Secret::new("abc"));
        for other in ["abd", "xbc", "ab", "abcd", ""] {
            assert!(Secret::new("abc") != Secret::new(other), "{other}");
        }
    }

    #[test]
    fn c11_a_dropped_secret_is_wiped() {
        fn is_wiped_on_drop(_: impl zeroize::ZeroizeOnDrop) {}
        is_wiped_on_drop(Secret::new("abc").0);
    }
}
