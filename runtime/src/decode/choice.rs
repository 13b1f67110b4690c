//! Strings of which only some are good.

use std::fmt;

use super::{Node, Note};
use crate::problem::Kind;

/// A type that stands for one of a few strings: a schema with `type: string` and `enum`.
///
/// A type states its strings, and [`choice!`](crate::choice) adds all that follows from them.
///
/// ```
/// use specwright_runtime::decode::{self, Choice};
///
/// #[derive(Debug, Clone, Copy, PartialEq, Eq)]
/// pub enum Size {
///     Small,
///     Big,
/// }
///
/// impl Choice for Size {
///     const CHOICES: &'static [(&'static str, Self)] = &[("small", Self::Small), ("big", Self::Big)];
/// }
///
/// specwright_runtime::choice!(Size);
///
/// assert_eq!(decode::from_slice::<Size>(b"\"big\""), Ok(Size::Big));
/// assert_eq!(Size::Small.to_string(), "small");
/// ```
pub trait Choice: Copy + PartialEq + 'static {
    /// Each string and what it stands for, in the order of the document.
    const CHOICES: &'static [(&'static str, Self)];
}

/// Adds to a [`Choice`] what follows from it: `as_str`, `Decode`, `DecodeText`, `Encode` and `Display`.
#[macro_export]
macro_rules! choice {
    ($name:ident) => {
        impl $name {
            /// The string that it stands for.
            #[allow(unreachable_pub)]
            pub fn as_str(self) -> &'static str {
                $crate::decode::as_str(self)
            }
        }

        impl $crate::decode::Decode for $name {
            fn decode(node: $crate::decode::Node<'_, '_>) -> ::core::option::Option<Self> {
                node.choice()
            }
        }

        impl $crate::decode::DecodeText for $name {
            fn decode_text(
                text: ::std::borrow::Cow<'_, str>,
                note: $crate::decode::Note<'_>,
            ) -> ::core::option::Option<Self> {
                $crate::decode::choice_of_text(&text, note)
            }
        }

        impl $crate::encode::Encode for $name {
            fn encode(&self, writer: &mut $crate::encode::Writer) {
                writer.string(self.as_str());
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

/// The string that a choice stands for.
#[doc(hidden)]
pub fn as_str<T: Choice>(choice: T) -> &'static str {
    T::CHOICES.iter().find(|(_, other)| *other == choice).map_or("", |(word, _)| word)
}

impl Node<'_, '_> {
    /// One of a few strings; `enum` where it is none of them.
    #[doc(hidden)]
    pub fn choice<T: Choice>(mut self) -> Option<T> {
        let chosen = self.document().string(self.index()).and_then(|text| find(&text));
        if chosen.is_none() {
            refuse::<T>(&mut |kind, msg| self.note(kind, msg));
        }
        chosen
    }
}

/// One of a few strings, from text.
#[doc(hidden)]
pub fn choice_of_text<T: Choice>(text: &str, note: Note<'_>) -> Option<T> {
    let chosen = find(text);
    if chosen.is_none() {
        refuse::<T>(note);
    }
    chosen
}

fn find<T: Choice>(text: &str) -> Option<T> {
    T::CHOICES.iter().find(|(word, _)| *word == text).map(|(_, choice)| *choice)
}

#[cold]
fn refuse<T: Choice>(note: Note<'_>) {
    note(Kind::Enum, format_args!("must be one of {}", Words(T::CHOICES)));
}

/// The strings of a choice, one after the other.
struct Words<T: 'static>(&'static [(&'static str, T)]);

impl<T> fmt::Display for Words<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, (word, _)) in self.0.iter().enumerate() {
            write!(f, "{}{word:?}", if place == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}
