//! Types around a value that has to be like this.

/// Adds to `pub struct Name(Inner);` all that follows from a rule that reads an `Inner`: `new`, `TryFrom`, `From`, `AsRef`,
/// `Deref`, `Decode` and `Encode`.
///
/// With the word `text` behind the rule, which then is a [`TextRule`](crate::decode::TextRule), it can be a parameter, a header
/// and a field, too: `DecodeText`, `Display` and [`HeaderText`](crate::HeaderText) as its value has them.
///
/// ```
/// use specwright_runtime::decode::{self, INTEGER};
///
/// #[derive(Debug, Clone, Copy, PartialEq)]
/// pub struct Percent(i64);
///
/// specwright_runtime::newtype!(Percent, i64, INTEGER.range(0, 100), text);
///
/// assert_eq!(decode::from_slice::<Percent>(b"50").map(i64::from), Ok(50));
/// assert_eq!(*Percent::new(100).unwrap(), 100);
/// assert_eq!(Percent::try_from(101).unwrap_err()[0].msg, "must be at most 100");
/// ```
#[macro_export]
macro_rules! newtype {
    ($name:ident, $inner:ty, $rule:expr, text) => {
        $crate::newtype!($name, $inner, $rule);

        impl $crate::decode::DecodeText for $name {
            fn decode_text(
                text: ::std::borrow::Cow<'_, str>,
                note: $crate::decode::Note<'_>,
            ) -> ::core::option::Option<Self> {
                $crate::decode::TextRule::read_text(&$rule, text, note).map(Self)
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.0, f)
            }
        }

        impl $crate::HeaderText for $name {
            fn header_value(&self) -> ::core::option::Option<$crate::http::HeaderValue> {
                $crate::HeaderText::header_value(&self.0)
            }
        }
    };
    ($name:ident, $inner:ty, $rule:expr) => {
        impl $name {
            /// A value that is as the document wants it.
            ///
            /// # Errors
            ///
            /// Everything that is wrong with it.
            #[allow(unreachable_pub)]
            pub fn new(
                value: $inner,
            ) -> ::core::result::Result<Self, ::std::vec::Vec<$crate::problem::Problem>> {
                $crate::decode::from_slice_with(&$crate::encode::to_vec(&value), &$rule).map(|_| Self(value))
            }
        }

        impl ::core::convert::TryFrom<$inner> for $name {
            type Error = ::std::vec::Vec<$crate::problem::Problem>;

            fn try_from(value: $inner) -> ::core::result::Result<Self, Self::Error> {
                Self::new(value)
            }
        }

        impl ::core::convert::From<$name> for $inner {
            fn from(value: $name) -> Self {
                value.0
            }
        }

        impl ::core::convert::AsRef<$inner> for $name {
            fn as_ref(&self) -> &$inner {
                &self.0
            }
        }

        impl ::core::ops::Deref for $name {
            type Target = $inner;

            fn deref(&self) -> &$inner {
                &self.0
            }
        }

        impl $crate::decode::Decode for $name {
            fn decode(node: $crate::decode::Node<'_, '_>) -> ::core::option::Option<Self> {
                $crate::decode::Rule::read(&$rule, node).map(Self)
            }
        }

        impl $crate::encode::Encode for $name {
            fn encode(&self, writer: &mut $crate::encode::Writer) {
                $crate::encode::Encode::encode(&self.0, writer);
            }
        }
    };
}
