//! From places in a tree back to the text.
//!
//! The tree does not know where it came from, so that a good document pays nothing for places. When there is something
//! to report, the text is read once more, into an outline, and the wanted places are looked up in it together.

mod json;
mod outline;
mod walk;
mod wanted;
mod yaml;

use super::Format;
use super::text::{Span, Text};
use crate::diagnostic::Place;
use walk::Walk;
use wanted::Wanted;

pub(super) fn locate(text: &Text, format: Format, places: &[&Place]) -> Vec<Option<Span>> {
    let mut wanted = Wanted::default();
    for place in places {
        if let Place::Value(pointer) | Place::Key(pointer) | Place::Again(pointer) = place {
            wanted.insert(pointer);
        }
    }
    let (body, base) = (text.body(), text.body_offset());
    if !wanted.is_empty() {
        let outline = match format {
            Format::Yaml => yaml::outline(body),
            Format::Json => json::outline(body),
        };
        Walk::new(body, &outline, &mut wanted).run();
    }
    let shift = |span: Span| base + span.start..base + span.end;
    let found = |place: &&Place| match place {
        Place::Value(pointer) => wanted.value(pointer).map(shift),
        Place::Key(pointer) => wanted.key(pointer).map(shift),
        Place::Again(pointer) => wanted.again(pointer).map(shift),
        Place::Offset(offset) => Some(text.character(*offset)),
        Place::Document => None,
    };
    places.iter().map(found).collect()
}
