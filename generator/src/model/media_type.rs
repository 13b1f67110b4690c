//! Media types (RFC 9110, 8.3.1), and those that are read and written.

use indexmap::IndexMap;

use super::reader::Reader;
use crate::diagnostic::Place;
use crate::source::Pointer;

/// A media type that the generated server knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MediaType {
    /// `application/json`
    Json,
}

impl MediaType {
    /// The name that is registered.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Json => "application/json",
        }
    }
}

impl<'d> Reader<'d> {
    /// Where the Media Type Object stands that is at `at`, or that the references there lead to (since OpenAPI 3.2).
    pub(super) fn media_type_at(&mut self, mut at: Pointer) -> Option<Pointer> {
        let parent = Pointer::root().member("components").member("mediaTypes");
        let mut seen = Vec::new();
        while self.document.is_media_type_reference(&at) {
            let reference = at.of(self.document.tree)?.get("$ref")?.as_str()?;
            let target = self.target(reference, &at)?;
            if seen.contains(&target) {
                self.reference_loop(&at, reference);
                return None;
            }
            if target.parent().as_ref() != Some(&parent) {
                let place = Place::Value(at.member("$ref"));
                let what = "a reference to anything but `#/components/mediaTypes/…` here";
                self.unsupported(place, what, "put what it means there");
                return None;
            }
            seen.push(target.clone());
            at = target;
        }
        Some(at)
    }

    /// Refuses an `itemSchema` at `at`: requests are read whole.
    pub(super) fn no_sequence(&mut self, at: &Pointer) -> Option<()> {
        let key = at.member("itemSchema");
        if key.of(self.document.tree).is_none() {
            return Some(());
        }
        self.unsupported(
            Place::Key(key),
            "a sequence of items in a request",
            "describe it by a `schema`, as one array",
        );
        None
    }

    /// The representation among `content`, if it is one of the `known`, and where its schema stands; anything else is refused.
    ///
    /// `Some(None)` is no content at all.
    pub(super) fn representation(
        &mut self,
        content: &'d IndexMap<String, openapiv3::MediaType>,
        at: &Pointer,
        known: &[MediaType],
    ) -> Option<Option<(MediaType, Pointer)>> {
        let mut found = Some(None);
        for (index, (name, media_type)) in content.iter().enumerate() {
            let place = Place::Key(at.member(name));
            let at = self.media_type_at(at.member(name)).filter(|at| self.no_sequence(at).is_some());
            let Some(at) = at else {
                found = None;
                continue;
            };
            let one = known.iter().find(|known| known.as_str().eq_ignore_ascii_case(name));
            found = match one {
                _ if index > 0 => {
                    self.unsupported(place, "a second media type", "keep one of them");
                    None
                }
                None => {
                    let names: Vec<String> =
                        known.iter().map(|known| format!("`{}`", known.as_str())).collect();
                    let instead = format!("use {}", names.join(" or "));
                    self.unsupported(place, &format!("the media type `{name}`"), &instead);
                    None
                }
                Some(_) if media_type.schema.is_none() => {
                    self.unsupported(place, "a representation without a schema", "give it a `schema`");
                    None
                }
                Some(one) => Some(Some((*one, at.member("schema")))),
            };
        }
        found
    }
}
