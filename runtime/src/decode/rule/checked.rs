//! What Rust's types cannot say

use crate::decode::{Node, Rule};
use crate::schema::Schema;

/// What `rule` reads, after the whole of `schema` was held against it.
///
/// The rule reads what is good already, and is the way into the type; the problems are those of the schema.
pub const fn checked<R: Rule>(rule: R, schema: &'static Schema) -> CheckedRule<R> {
    CheckedRule { rule, schema }
}

/// The rule of what a schema checks; see [`checked`].
#[derive(Debug, Clone, Copy)]
pub struct CheckedRule<R> {
    rule: R,
    schema: &'static Schema,
}

impl<R: Rule> Rule for CheckedRule<R> {
    type Out = R::Out;

    fn read(&self, mut node: Node<'_, '_>) -> Option<R::Out> {
        if self.schema.check(&mut node) { self.rule.read(node) } else { None }
    }
}
