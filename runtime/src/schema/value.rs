//! A value of any shape, as a schema says.

use super::Schema;
use crate::decode::{Node, Rule};
use crate::json::{Json, built};

/// Any value for which `schema` holds.
pub const fn value(schema: &'static Schema) -> Value {
    Value(schema)
}

/// The rule of a value that a schema checks; see [`value`].
#[derive(Debug, Clone, Copy)]
pub struct Value(&'static Schema);

impl Rule for Value {
    type Out = Json;

    fn read(&self, mut node: Node<'_, '_>) -> Option<Json> {
        // the check has told of strings that stand for no text
        self.0.check(&mut node).then(|| built(node.document(), node.index())).flatten()
    }
}
