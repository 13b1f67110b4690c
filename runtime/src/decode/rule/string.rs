//! `type: string`

use std::borrow::Cow;

use crate::decode::{Node, Note, Rule, TextRule};
use crate::format::Format;
use crate::problem::{Kind, count};
use crate::schema::Pattern;

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

    /// `pattern`
    pub const fn pattern(self, pattern: &'static Pattern) -> StringAnd<Self, &'static Pattern> {
        StringAnd { rule: self, keyword: pattern }
    }

    /// `format`, of text that is read as it is.
    pub const fn format(self, format: Format) -> StringAnd<Self, Format> {
        StringAnd { rule: self, keyword: format }
    }

    #[inline]
    fn lengths(&self, text: &str, note: Note<'_>) -> bool {
        // a code point has one to four bytes, which mostly settles it
        let bytes = text.len();
        bytes <= self.max && bytes.div_ceil(4) >= self.min || self.counted(text, note)
    }

    #[cold]
    fn counted(&self, text: &str, note: Note<'_>) -> bool {
        let length = text.chars().count();
        if length < self.min {
            note(Kind::StringTooShort, format_args!("must have at least {}", count(self.min, "character")));
        }
        if length > self.max {
            note(Kind::StringTooLong, format_args!("must have at most {}", count(self.max, "character")));
        }
        (self.min..=self.max).contains(&length)
    }
}

impl Rule for StringRule {
    type Out = String;

    fn read(&self, mut node: Node<'_, '_>) -> Option<String> {
        let text = node.string()?;
        self.lengths(&text, &mut |kind, msg| node.note(kind, msg)).then(|| text.into_owned())
    }
}

impl TextRule for StringRule {
    fn read_text(&self, text: Cow<'_, str>, note: Note<'_>) -> Option<String> {
        self.lengths(&text, note).then(|| text.into_owned())
    }
}

/// The rule of a string with a keyword more, such as a `pattern`; see [`StringRule::pattern`] and [`StringRule::format`].
#[derive(Debug, Clone, Copy)]
pub struct StringAnd<R, K> {
    rule: R,
    keyword: K,
}

impl<R, K> StringAnd<R, K> {
    /// `pattern`
    pub const fn pattern(self, pattern: &'static Pattern) -> StringAnd<Self, &'static Pattern> {
        StringAnd { rule: self, keyword: pattern }
    }

    /// `format`, of text that is read as it is.
    pub const fn format(self, format: Format) -> StringAnd<Self, Format> {
        StringAnd { rule: self, keyword: format }
    }
}

/// What is said of text.
pub trait TextKeyword {
    /// Whether a text is as it says. What is wrong is noted.
    #[doc(hidden)]
    fn holds(&self, text: &str, note: Note<'_>) -> bool;
}

impl TextKeyword for StringRule {
    fn holds(&self, text: &str, note: Note<'_>) -> bool {
        self.lengths(text, note)
    }
}

impl TextKeyword for &'static Pattern {
    fn holds(&self, text: &str, note: Note<'_>) -> bool {
        let holds = self.is_in(text);
        if !holds {
            note(Kind::StringPatternMismatch, format_args!("must match {self}"));
        }
        holds
    }
}

impl TextKeyword for Format {
    fn holds(&self, text: &str, note: Note<'_>) -> bool {
        let holds = Format::holds(*self, text);
        if !holds {
            self.refuse(note);
        }
        holds
    }
}

impl<R: TextKeyword, K: TextKeyword> TextKeyword for StringAnd<R, K> {
    fn holds(&self, text: &str, note: Note<'_>) -> bool {
        // both, so that each has its problem
        self.rule.holds(text, note) & self.keyword.holds(text, note)
    }
}

impl<R: TextKeyword, K: TextKeyword> Rule for StringAnd<R, K> {
    type Out = String;

    fn read(&self, mut node: Node<'_, '_>) -> Option<String> {
        let text = node.string()?;
        self.holds(&text, &mut |kind, msg| node.note(kind, msg)).then(|| text.into_owned())
    }
}

impl<R: TextKeyword, K: TextKeyword> TextRule for StringAnd<R, K> {
    fn read_text(&self, text: Cow<'_, str>, note: Note<'_>) -> Option<String> {
        self.holds(&text, note).then(|| text.into_owned())
    }
}
