//! The events of a YAML text with their places, from `saphyr-parser`.
//!
//! `serde_yaml` makes the tree, but keeps places, tags and anchors to itself. This second parser knows them. The two
//! agree on what people write, with one exception that [`closed_up`] bridges.

use std::ops::ControlFlow;

use saphyr_parser::{Event, Parser, ScanError};

use super::text::Span;

/// What made the second parser stop before the end.
pub(super) struct Broken {
    /// The byte at which it stopped.
    pub(super) offset: usize,
    /// It met more levels than it can count.
    pub(super) too_deep: bool,
}

/// Shows every event of `text` with its span to `visit`, until that breaks off.
pub(super) fn each_event<'t>(
    text: &'t str,
    mut visit: impl FnMut(&Event<'t>, Span) -> ControlFlow<()>,
) -> Result<(), Broken> {
    let mut cursor = Cursor { text, is_ascii: text.is_ascii(), character: 0, byte: 0 };
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| Broken::new(&error, &mut cursor))?;
        let span = cursor.byte(span.start.index())..cursor.byte(span.end.index());
        if visit(&event, span).is_break() {
            break;
        }
    }
    Ok(())
}

impl Broken {
    fn new(error: &ScanError, cursor: &mut Cursor<'_>) -> Self {
        Self {
            offset: cursor.byte(error.marker().index()),
            too_deep: error.info() == "recursion limit exceeded",
        }
    }
}

/// The same text, byte for byte as long, with lines that begin with a closing bracket joined to the line before.
///
/// YAML 1.2 wants the bracket indented deeper than the mapping it stands in. Writers, and the parser of the tree,
/// do not mind:
///
/// ```yaml
/// example: {
///   "id": 1
/// }
/// ```
pub(super) fn closed_up(text: &str) -> String {
    let mut closed = String::with_capacity(text.len());
    let mut has_comment = false;
    for line in text.split_inclusive('\n') {
        let closes = line.trim_ascii_start().starts_with([']', '}']);
        if closes && !has_comment && closed.ends_with('\n') {
            let end = closed.trim_end_matches(['\r', '\n']).len();
            let breaks = closed.len() - end;
            closed.truncate(end);
            closed.extend(std::iter::repeat_n(' ', breaks));
        }
        has_comment = line.contains('#');
        closed.push_str(line);
    }
    closed
}

/// Turns indices that count characters into offsets. They come nearly in order.
struct Cursor<'t> {
    text: &'t str,
    is_ascii: bool,
    character: usize,
    byte: usize,
}

impl Cursor<'_> {
    fn byte(&mut self, character: usize) -> usize {
        if self.is_ascii {
            return character.min(self.text.len());
        }
        let (before, after) = self.text.split_at_checked(self.byte).unwrap_or((self.text, ""));
        self.byte = if let Some(ahead) = character.checked_sub(self.character) {
            after.char_indices().nth(ahead).map_or(self.text.len(), |(offset, _)| self.byte + offset)
        } else {
            let behind = self.character - character - 1;
            before.char_indices().nth_back(behind).map_or(0, |(offset, _)| offset)
        };
        self.character = character;
        self.byte
    }
}
