//! The part of a line that a finding is about.

use super::escape::is_hidden;
use crate::source::Span;

/// A part of a line that is short enough to be shown, and safe: a minified document is one line of many megabytes, and
/// what a terminal would act upon has no place on one.
pub(super) struct Excerpt {
    pub(super) text: String,
    /// The bytes of `text` to be underlined.
    pub(super) marked: Span,
}

/// How many characters are kept before, in and behind the span: more than the renderer shows of a line, so that it
/// marks with dots that there is more.
const REACH: usize = 200;

impl Excerpt {
    /// The surroundings in `line` of the part of `span` that is in it.
    pub(super) fn new(content: &str, line: &Span, span: &Span) -> Self {
        let start = span.start.min(line.end);
        let end = span.end.clamp(start, line.end);
        let part = |span: Span| content.get(span).unwrap_or_default();
        let mut text = visible(last(part(line.start..start)));
        let marked = text.len();
        text.push_str(&visible(first(part(start..end))));
        let marked = marked..text.len();
        text.push_str(&visible(first(part(end..line.end))));
        Self { text, marked }
    }

    /// The column, in characters from 1, of what is marked.
    pub(super) fn column(&self) -> usize {
        self.text.get(..self.marked.start).map_or(1, |before| before.chars().count() + 1)
    }
}

fn first(text: &str) -> &str {
    let end = text.char_indices().nth(REACH).map_or(text.len(), |(offset, _)| offset);
    text.get(..end).unwrap_or_default()
}

fn last(text: &str) -> &str {
    let start = text.char_indices().nth_back(REACH - 1).map_or(0, |(offset, _)| offset);
    text.get(start..).unwrap_or_default()
}

/// `text` with as many characters, none of which is hidden but tabs, which the renderer expands.
fn visible(text: &str) -> String {
    text.chars().map(|shown| if is_hidden(shown) && shown != '\t' { '\u{fffd}' } else { shown }).collect()
}
