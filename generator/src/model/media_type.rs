//! Media types (RFC 9110, 8.3.1), and the one that is read and written.

use indexmap::IndexMap;
use openapiv3::MediaType;

use super::reader::Reader;
use crate::diagnostic::Place;
use crate::source::Pointer;

impl<'d> Reader<'d> {
    /// Where the schema of the JSON representation among `content` stands; anything else is refused.
    ///
    /// `Some(None)` is no content at all.
    pub(super) fn json_schema(
        &mut self,
        content: &'d IndexMap<String, MediaType>,
        at: &Pointer,
    ) -> Option<Option<Pointer>> {
        let mut schema = Some(None);
        for (index, (name, media_type)) in content.iter().enumerate() {
            let at = at.member(name);
            if index > 0 {
                self.unsupported(Place::Key(at.clone()), "a second media type", "keep `application/json`");
                schema = None;
            } else if !name.eq_ignore_ascii_case("application/json") {
                self.unsupported(
                    Place::Key(at.clone()),
                    &format!("the media type `{name}`"),
                    "use `application/json`",
                );
                schema = None;
            } else if media_type.schema.is_none() {
                self.unsupported(
                    Place::Key(at.clone()),
                    "a representation without a schema",
                    "give it a `schema`",
                );
                schema = None;
            } else {
                schema = Some(Some(at.member("schema")));
            }
        }
        schema
    }
}
