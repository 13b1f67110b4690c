//! Reads a tree against the table, and reports everything that is wrong with it at once.
//!
//! Each value is visited once, with a trail of borrowed keys that leads back to the root, so that a document without
//! problems costs no pointer but those of its schemas.

mod acknowledgement;
mod container;
mod object;
mod parameter;
mod quote;
mod report;
mod rule;
mod schema;
#[cfg(test)]
mod tests;
mod trail;
mod value;
mod version;

use serde_json::Value;

use self::trail::Trail;
use super::Webhooks;
use super::table::{OPENAPI, Shape, Version};
use crate::diagnostic::{Acknowledgement, Diagnostic};
use crate::source::Pointer;

/// What was found in a document.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Checked {
    /// Every Schema Object that no other one holds, in the order of the document. Schemas within
    /// [`documentation`](Self::documentation) are not among them.
    pub schemas: Vec<Pointer>,
    /// Every value that describes more than the server (webhooks, callbacks, links, encodings), in the order of the
    /// document. They are checked; later stages leave them out, and nothing may refer into them.
    pub documentation: Vec<Pointer>,
    /// Where references stand in the place of media types, but for those in documentation.
    pub media_types: Vec<Pointer>,
    /// The warnings that the document says it knows of.
    pub acknowledgements: Vec<Acknowledgement>,
    /// What is wrong, roughly in the order of the document.
    pub diagnostics: Vec<Diagnostic>,
}

/// Checks a document of `version` against the table; its webhooks are documentation, or more, as `webhooks` says.
///
/// References are not followed: whether what they name is there and of the right kind is for the model to find out.
pub fn check(tree: &Value, version: Version, webhooks: Webhooks) -> Checked {
    let checked = Checked::default();
    let mut walker =
        Walker { version, webhooks, in_schema: false, in_documentation: false, in_webhook: false, checked };
    walker.value(&Shape::Object(&OPENAPI), tree, &Trail::ROOT);
    walker.checked
}

/// A walk over one document.
struct Walker {
    version: Version,
    webhooks: Webhooks,
    /// Whether the value being visited is inside a Schema Object.
    in_schema: bool,
    /// Whether it is inside a value that is documentation only.
    in_documentation: bool,
    /// Whether it is inside a webhook that becomes a request.
    in_webhook: bool,
    checked: Checked,
}
