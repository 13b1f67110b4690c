//! `type: null`, and `null` beside another type

use crate::decode::token::Token;
use crate::decode::{Node, Rule};
use crate::problem::Kind;

/// `null` and nothing else.
pub const NULL: NullRule = NullRule;

/// What `rule` reads, or `null`.
pub const fn nullable<R>(rule: R) -> NullableRule<R> {
    NullableRule { rule }
}

/// The rule of `null`; see [`NULL`].
#[derive(Debug, Clone, Copy)]
pub struct NullRule;

/// The rule of what may be `null`; see [`nullable`].
#[derive(Debug, Clone, Copy)]
pub struct NullableRule<R> {
    pub(crate) rule: R,
}

impl Rule for NullRule {
    type Out = ();

    fn read(&self, mut node: Node<'_, '_>) -> Option<()> {
        match node.token() {
            Token::Null => Some(()),
            _ => node.refuse(Kind::NoneRequired, format_args!("must be null")),
        }
    }
}

impl<R: Rule> Rule for NullableRule<R> {
    type Out = Option<R::Out>;

    fn read(&self, node: Node<'_, '_>) -> Option<Self::Out> {
        match node.token() {
            Token::Null => Some(None),
            _ => self.rule.read(node).map(Some),
        }
    }
}
