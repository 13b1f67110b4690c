//! `type: string`

use std::borrow::Cow;

use crate::decode::{Node, Note, Rule, TextRule};
use crate::problem::Kind;

/// Any string.
pub const STRING: StringRule = StringRule { min: 0, max: usize::MAX };

/// The rule of a string; see [`STRING`].
#[derive(Debug, Clone, Copy)]
pub struct StringRule {
    min: usize,
    max: usize,
}

impl StringRule {
    /// `minLength` and `maxLength`, in code points.
    pub const fn length(self, min: usize, max: usize) -> Self {
        self.min_length(min).max_length(max)
    }

    /// `minLength`, in code points.
    pub const fn min_length(self, min: usize) -> Self {
        Self { min, ..self }
    }

    /// `maxLength`, in code points.
    pub const fn max_length(self, max: usize) -> Self {
        Self { max, ..self }
    }

    #[inline]
    fn holds(&self, text: &str, note: Note<'_>) -> bool {
        // a code point has one to four bytes, which mostly settles it
        let bytes = text.len();
        bytes <= self.max && bytes.div_ceil(4) >= self.min || self.counted(text, note)
    }

    #[cold]
    fn counted(&self, text: &str, note: Note<'_>) -> bool {
        let length = text.chars().count();
        if length < self.min {
            note(Kind::StringTooShort, format_args!("must have at least {}", characters(self.min)));
        }
        if length > self.max {
            note(Kind::StringTooLong, format_args!("must have at most {}", characters(self.max)));
        }
        (self.min..=self.max).contains(&length)
    }
}

impl Rule for StringRule {
    type Out = String;

    fn read(&self, mut node: Node<'_, '_>) -> Option<String> {
        let text = node.string()?;
        self.holds(&text, &mut |kind, msg| node.note(kind, msg)).then(|| text.into_owned())
    }
}

impl TextRule for StringRule {
    fn read_text(&self, text: Cow<'_, str>, note: Note<'_>) -> Option<String> {
        self.holds(&text, note).then(|| text.into_owned())
    }
}

fn characters(count: usize) -> String {
    if count == 1 { "1 character".to_owned() } else { format!("{count} characters") }
}
