//! `type: boolean`

use std::borrow::Cow;

use crate::decode::token::Token;
use crate::decode::{Node, Note, Rule, TextRule};
use crate::problem::Kind;

/// A boolean.
pub const BOOLEAN: BooleanRule = BooleanRule;

/// The rule of a boolean; see [`BOOLEAN`].
#[derive(Debug, Clone, Copy)]
pub struct BooleanRule;

impl Rule for BooleanRule {
    type Out = bool;

    fn read(&self, mut node: Node<'_, '_>) -> Option<bool> {
        match node.token() {
            Token::True => Some(true),
            Token::False => Some(false),
            _ => node.refuse(Kind::BoolType, format_args!("must be true or false")),
        }
    }
}

impl TextRule for BooleanRule {
    fn read_text(&self, text: Cow<'_, str>, note: Note<'_>) -> Option<bool> {
        match text.as_ref() {
            "true" => Some(true),
            "false" => Some(false),
            _ => {
                note(Kind::BoolParsing, format_args!("must be true or false"));
                None
            }
        }
    }
}
