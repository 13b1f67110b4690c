//! `const`

use std::borrow::Cow;

use crate::decode::{Node, Note, Rule, TextRule};
use crate::problem::Kind;
use crate::schema::Literal;

/// Exactly this value.
pub const fn constant(literal: &'static Literal) -> ConstantRule {
    ConstantRule(literal)
}

/// The rule of one value; see [`constant`].
///
/// It is the value whatever way it is written: `1` is `1.0`, and the order of members does not count (JSON Schema Core, section
/// 4.2.2).
#[derive(Debug, Clone, Copy)]
pub struct ConstantRule(&'static Literal);

impl ConstantRule {
    fn held(self, holds: bool, note: Note<'_>) -> Option<()> {
        if !holds {
            note(Kind::LiteralError, format_args!("must be {}", self.0));
        }
        holds.then_some(())
    }
}

impl Rule for ConstantRule {
    type Out = ();

    fn read(&self, mut node: Node<'_, '_>) -> Option<()> {
        self.held(self.0.is(node.document(), node.index()), &mut |kind, msg| node.note(kind, msg))
    }
}

impl TextRule for ConstantRule {
    fn read_text(&self, text: Cow<'_, str>, note: Note<'_>) -> Option<()> {
        self.held(self.0.is_text(&text), note)
    }
}

/// Adds to `pub struct Name;` all that follows from its one value, a [`Literal`]: `Decode`, `DecodeText`, `Encode`, `Display`
/// and [`HeaderText`](crate::HeaderText).
///
/// ```
/// use specwright_runtime::decode;
/// use specwright_runtime::schema::Literal;
///
/// #[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
/// pub struct Version;
///
/// specwright_runtime::constant!(Version, Literal::String("v1"));
///
/// assert_eq!(decode::from_slice::<Version>(b"\"v1\""), Ok(Version));
/// assert_eq!(Version.to_string(), "v1");
/// ```
#[macro_export]
macro_rules! constant {
    ($name:ident, $literal:expr) => {
        impl $name {
            /// The one value.
            const LITERAL: &'static $crate::schema::Literal = &$literal;
        }

        impl $crate::decode::Decode for $name {
            fn decode(node: $crate::decode::Node<'_, '_>) -> ::core::option::Option<Self> {
                $crate::decode::Rule::read(&$crate::decode::constant(Self::LITERAL), node).map(|()| Self)
            }
        }

        impl $crate::decode::DecodeText for $name {
            fn decode_text(
                text: ::std::borrow::Cow<'_, str>,
                note: $crate::decode::Note<'_>,
            ) -> ::core::option::Option<Self> {
                $crate::decode::TextRule::read_text(&$crate::decode::constant(Self::LITERAL), text, note)
                    .map(|()| Self)
            }
        }

        impl $crate::encode::Encode for $name {
            fn encode(&self, writer: &mut $crate::encode::Writer) {
                $crate::encode::Encode::encode(Self::LITERAL, writer);
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                match Self::LITERAL {
                    // as it is sent: without quotes
                    $crate::schema::Literal::String(text) => f.write_str(text),
                    other => ::core::fmt::Display::fmt(other, f),
                }
            }
        }

        impl $crate::HeaderText for $name {
            fn header_value(&self) -> ::core::option::Option<$crate::http::HeaderValue> {
                $crate::HeaderText::header_value(&::std::string::ToString::to_string(self))
            }
        }
    };
}
