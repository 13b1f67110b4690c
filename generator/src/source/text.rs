//! The text of a file, and positions in it.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A range of bytes of a text.
pub type Span = Range<usize>;

/// The text of one file under the name that the user gave it. Cloning is cheap.
#[derive(Clone)]
pub struct Text(Arc<Inner>);

struct Inner {
    name: String,
    content: String,
}

impl Text {
    /// The text `content` of the file `name`.
    pub fn new(name: impl Into<String>, content: impl Into<String>) -> Self {
        Self(Arc::new(Inner { name: name.into(), content: content.into() }))
    }

    /// The path of the file as the user gave it, with forward slashes.
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The whole text as it is on disk, with the byte order mark if there is one.
    pub fn content(&self) -> &str {
        &self.0.content
    }

    /// The span of the character at the byte `offset`; empty at the end of the text.
    pub(crate) fn character(&self, offset: usize) -> Span {
        let start = self.content().floor_char_boundary(offset);
        let after = self.content().get(start..).and_then(|rest| rest.chars().next());
        start..start + after.map_or(0, char::len_utf8)
    }

    /// The text without its byte order mark.
    pub(super) fn body(&self) -> &str {
        self.content().strip_prefix('\u{feff}').unwrap_or(self.content())
    }

    /// The offset of [`body`](Self::body) in the text: the length of the byte order mark.
    pub(super) fn body_offset(&self) -> usize {
        self.content().len() - self.body().len()
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Text")
            .field("name", &self.name())
            .field("length", &self.content().len())
            .finish()
    }
}

/// A place for people: the line, and the column in characters, both from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, from 1. Lines end with LF, CR LF or CR (YAML 1.2.2, 5.4).
    pub line: usize,
    /// The column in characters, from 1. A byte order mark is none.
    pub column: usize,
}

/// Where the lines of a text begin, for turning many offsets into positions.
pub(crate) struct Lines<'t> {
    content: &'t str,
    starts: Vec<usize>,
    /// How many characters come before every [`STRIDE`]th byte: a document may be one line of many megabytes.
    counts: Vec<usize>,
}

const STRIDE: usize = 1024;

impl<'t> Lines<'t> {
    pub(crate) fn new(text: &'t Text) -> Self {
        let (content, first) = (text.content(), text.body_offset());
        let mut lines = Self { content, starts: vec![first], counts: Vec::new() };
        let mut characters = 0;
        for (offset, byte) in content.bytes().enumerate() {
            if offset.is_multiple_of(STRIDE) {
                lines.counts.push(characters);
            }
            characters += usize::from(begins_character(byte));
            let followed_by_line_feed = || content.as_bytes().get(offset + 1) == Some(&b'\n');
            if byte == b'\n' || byte == b'\r' && !followed_by_line_feed() {
                lines.starts.push(offset + 1);
            }
        }
        lines
    }

    /// The position of the byte `offset`; of the end of the text if it is beyond.
    pub(crate) fn position(&self, offset: usize) -> Position {
        let (line, start) = self.line_at(offset);
        let column = self.characters_before(offset).saturating_sub(self.characters_before(start)) + 1;
        Position { line, column }
    }

    /// The span, without its line break, of the line in which the byte `offset` is.
    pub(crate) fn span(&self, offset: usize) -> Span {
        let (line, start) = self.line_at(offset);
        let end = self.starts.get(line).copied().unwrap_or(self.content.len());
        let text = self.content.get(start..end).unwrap_or_default();
        start..start + text.trim_end_matches(['\r', '\n']).len()
    }

    /// The number from 1, and the start, of the line in which the byte `offset` is.
    fn line_at(&self, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        (line, self.starts.get(line - 1).copied().unwrap_or_default())
    }

    fn characters_before(&self, offset: usize) -> usize {
        let offset = offset.min(self.content.len());
        let mark = (offset / STRIDE).min(self.counts.len().saturating_sub(1));
        let rest = self.content.as_bytes().get(mark * STRIDE..offset).unwrap_or_default();
        let counted = self.counts.get(mark).copied().unwrap_or_default();
        counted + rest.iter().filter(|byte| begins_character(**byte)).count()
    }
}

fn begins_character(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    fn position(content: &str, offset: usize) -> (usize, usize) {
        let text = Text::new("a.yaml", content);
        let Position { line, column } = Lines::new(&text).position(offset);
        (line, column)
    }

    #[test]
    fn a_column_counts_characters_from_one() {
        assert_eq!(position("é: ü\nb", 0), (1, 1));
        assert_eq!(position("é: ü\nb", 4), (1, 4));
        assert_eq!(position("é: ü\nb", 7), (2, 1));
    }

    #[test]
    fn every_line_break_of_yaml_ends_a_line() {
        assert_eq!(position("a\r\nb\rc\nd", 3), (2, 1));
        assert_eq!(position("a\r\nb\rc\nd", 5), (3, 1));
        assert_eq!(position("a\r\nb\rc\nd", 7), (4, 1));
    }

    #[test]
    fn a_byte_order_mark_is_no_column() {
        assert_eq!(position("\u{feff}ab", 4), (1, 2));
        assert_eq!(position("\u{feff}ab", 0), (1, 1));
    }

    #[test]
    fn an_offset_beyond_the_text_is_its_end() {
        assert_eq!(position("ab", 100), (1, 3));
        assert_eq!(position("", 0), (1, 1));
    }

    #[test]
    fn columns_are_right_far_into_a_long_line() {
        let line = "é".repeat(10 * STRIDE + 7);
        assert_eq!(position(&line, 2 * 9_999), (1, 10_000));
    }

    #[test]
    fn the_span_of_a_line_leaves_out_its_break() {
        let text = Text::new("a.yaml", "ab\r\ncd\n");
        let lines = Lines::new(&text);
        assert_eq!(lines.span(1), 0..2);
        assert_eq!(lines.span(5), 4..6);
        assert_eq!(lines.span(7), 7..7);
    }
}
