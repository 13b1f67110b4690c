//! `const`

use std::borrow::Cow;

use crate::decode::{Node, Note, Rule, TextRule};
use crate::problem::Kind;
use crate::schema::Literal;

/// Exactly this value.
pub const fn constant(literal: &'static Literal) -> ConstantRule {
    ConstantRule(literal)
}

/// The rule of one value; see [`constant`].
///
/// It is the value whatever way it is written: `1` is `1.0`, and the order of members does not count (JSON Schema Core, section
/// 4.2.2).
#[derive(Debug, Clone, Copy)]
pub struct ConstantRule(&'static Literal);

impl ConstantRule {
    fn held(self, holds: bool, note: Note<'_>) -> Option<()> {
        if !holds {
            note(Kind::LiteralError, format_args!("must be {}", self.0));
        }
        holds.then_some(())
    }
}

impl Rule for ConstantRule {
    type Out = ();

    fn read(&self, mut node: Node<'_, '_>) -> Option<()> {
        self.held(self.0.is(node.document(), node.index()), &mut |kind, msg| node.note(kind, msg))
    }
}

impl TextRule for ConstantRule {
    fn read_text(&self, text: Cow<'_, str>, note: Note<'_>) -> Option<()> {
        self.held(self.0.is_text(&text), note)
    }
}
