//! The outline of a YAML text, from the events of the second parser.

use std::collections::HashMap;
use std::ops::ControlFlow;

use saphyr_parser::{Event, ScalarStyle};

use super::outline::{Kind, Outline};
use crate::source::events::{closed_up, each_event};
use crate::source::text::Span;

/// The outline of `text`; only of its beginning where the two parsers disagree.
pub(super) fn outline(text: &str) -> Outline {
    match Outliner::run(text) {
        (outline, true) => outline,
        (beginning, false) => match Outliner::run(&closed_up(text)) {
            (outline, true) => outline,
            (_, false) => beginning,
        },
    }
}

struct Outliner<'t> {
    text: &'t str,
    outline: Outline,
    /// The nodes of the anchors.
    anchors: HashMap<usize, usize>,
}

impl<'t> Outliner<'t> {
    /// An outline, and whether it is whole.
    fn run(text: &'t str) -> (Outline, bool) {
        let mut outliner = Self { text, outline: Outline::default(), anchors: HashMap::new() };
        let result = each_event(text, |event, span| {
            outliner.event(event, span);
            ControlFlow::Continue(())
        });
        (outliner.outline.finish(text.len()), result.is_ok())
    }

    fn event(&mut self, event: &Event<'t>, span: Span) {
        match event {
            Event::SequenceStart(anchor, _) => self.open(Kind::Sequence, *anchor, self.dash(span.start)),
            Event::MappingStart(anchor, _) => self.open(Kind::Mapping, *anchor, span.start),
            Event::SequenceEnd | Event::MappingEnd => self.outline.close(span.end),
            Event::Scalar(value, style, anchor, _) => self.scalar(value, *style, *anchor, span),
            Event::Alias(anchor) => {
                // Of an anchor that is unknown there is no tree, and so no one to ask.
                let target = self.anchors.get(anchor).copied().unwrap_or_default();
                self.outline.leaf(Kind::Alias(target), span);
            }
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => {}
        }
    }

    fn open(&mut self, kind: Kind, anchor: usize, start: usize) {
        let node = self.outline.open(kind, start);
        self.anchor(anchor, node);
    }

    fn scalar(&mut self, value: &str, style: ScalarStyle, anchor: usize, span: Span) {
        let span = self.written(value, style, span);
        let is_name = self.outline.expects_key() || anchor > 0;
        let node = self.outline.leaf(Kind::Scalar, span);
        if is_name && self.outline.key_text(self.text, node) != Some(value) {
            self.outline.name(node, value.to_owned());
        }
        self.anchor(anchor, node);
    }

    fn anchor(&mut self, anchor: usize, node: usize) {
        if anchor > 0 {
            self.anchors.insert(anchor, node);
        }
    }

    /// Where a sequence begins that the parser says begins at `start`: that is behind its first dash, and a comment
    /// there, if the sequence is not indented deeper than its key.
    fn dash(&self, start: usize) -> usize {
        let (before, after) = self.text.split_at_checked(start).unwrap_or((self.text, ""));
        let comment = match after.starts_with(['\r', '\n']) {
            true => self.line_before(start).find('#').map_or(0, |code| self.line_before(start).len() - code),
            false => 0,
        };
        let before = before.get(..start - comment).unwrap_or_default();
        match before.trim_end_matches(BLANKS).strip_suffix('-') {
            Some(indent) if self.outline.last_key().is_some() && is_line_start(indent) => indent.len(),
            _ => start,
        }
    }

    /// The text from the beginning of the line up to `offset`.
    fn line_before(&self, offset: usize) -> &str {
        let before = self.text.get(..offset).unwrap_or_default();
        before.rsplit(['\n', '\r']).next().unwrap_or_default()
    }

    /// The span of a scalar as it is written. The parser has it begin behind the header of a block scalar, and end
    /// behind blanks.
    fn written(&self, value: &str, style: ScalarStyle, span: Span) -> Span {
        let text = self.text.get(span.clone()).unwrap_or_default();
        let end = span.start + text.trim_end().len();
        match style {
            ScalarStyle::Plain if value.is_empty() && !text.starts_with(['!', '&']) => self.unwritten(span),
            ScalarStyle::Plain | ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => span.start..end,
            ScalarStyle::Literal | ScalarStyle::Folded => self.header(span.start)..end,
        }
    }

    /// Where the header of a block scalar, like `|` or `>-`, begins whose content begins at `start`.
    fn header(&self, start: usize) -> usize {
        let before = self.text.get(..start).unwrap_or_default().trim_end();
        let line = self.line_before(before.len());
        let code = line.split(" #").next().unwrap_or_default().trim_end();
        let header = code.trim_end_matches(|end: char| matches!(end, '+' | '-' | '1'..='9'));
        match header.strip_suffix(['|', '>']) {
            Some(indicated) => before.len() - line.len() + indicated.len(),
            None => start,
        }
    }

    /// The span of a value of which nothing is written: where it would be written, behind the colon and a blank, and if
    /// the line has no room there, its key. In a list the parser points behind the dash.
    fn unwritten(&self, span: Span) -> Span {
        let Some(key) = self.outline.last_key() else { return span.start..span.start };
        let rest = self.text.get(key.span.end..).unwrap_or_default();
        let value = rest.trim_start_matches(BLANKS).strip_prefix(':').unwrap_or_default();
        let room = value.trim_start_matches(BLANKS);
        match self.text.len() - room.len() {
            start if room.len() < value.len() => start..start,
            _ => key.span.clone(),
        }
    }
}

const BLANKS: [char; 2] = [' ', '\t'];

/// Whether only blanks come after the last line break of `text`.
fn is_line_start(text: &str) -> bool {
    let text = text.trim_end_matches(BLANKS);
    text.is_empty() || text.ends_with(['\r', '\n'])
}
