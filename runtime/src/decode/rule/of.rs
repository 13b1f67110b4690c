//! A type with a name of its own

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use crate::decode::{Decode, DecodeText, Node, Note, Rule, TextRule};

/// What the type `T` says of itself.
pub const fn of<T>() -> Of<T> {
    Of(PhantomData)
}

/// The rule of a type that decodes itself; see [`of`].
pub struct Of<T>(PhantomData<fn() -> T>);

impl<T: Decode> Rule for Of<T> {
    type Out = T;

    fn read(&self, node: Node<'_, '_>) -> Option<T> {
        T::decode(node)
    }
}

impl<T: DecodeText> TextRule for Of<T> {
    fn read_text(&self, text: Cow<'_, str>, note: Note<'_>) -> Option<T> {
        T::decode_text(text, note)
    }
}

impl<T: Decode> Decode for Box<T> {
    fn decode(node: Node<'_, '_>) -> Option<Self> {
        T::decode(node).map(Self::new)
    }
}

impl<T> Clone for Of<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Of<T> {}

impl<T> fmt::Debug for Of<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Of")
    }
}
