//! `format`, of text that is read into a type

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use crate::decode::{Node, Note, Rule, TextRule};
use crate::format::{Format, Parsed};

/// Text that has the format, as a `T`.
pub const fn parsed<T: Parsed>(format: Format) -> ParsedRule<T> {
    ParsedRule { format, out: PhantomData }
}

/// The rule of text that is read into a `T`; see [`parsed`].
pub struct ParsedRule<T> {
    format: Format,
    out: PhantomData<fn() -> T>,
}

impl<T: Parsed> ParsedRule<T> {
    fn of(&self, text: &str, note: Note<'_>) -> Option<T> {
        let has_format = T::FORMAT == Some(self.format) || self.format.holds(text);
        let value = if has_format { T::parsed(text) } else { None };
        if value.is_none() {
            self.format.refuse(note);
        }
        value
    }
}

impl<T: Parsed> Rule for ParsedRule<T> {
    type Out = T;

    fn read(&self, mut node: Node<'_, '_>) -> Option<T> {
        let text = node.string()?;
        self.of(&text, &mut |kind, msg| node.note(kind, msg))
    }
}

impl<T: Parsed> TextRule for ParsedRule<T> {
    fn read_text(&self, text: Cow<'_, str>, note: Note<'_>) -> Option<T> {
        self.of(&text, note)
    }
}

impl<T> Clone for ParsedRule<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for ParsedRule<T> {}

impl<T> fmt::Debug for ParsedRule<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ParsedRule").field("format", &self.format).finish_non_exhaustive()
    }
}
