//! `uniqueItems`

use super::ListRule;
use crate::decode::{Node, Rule};
use crate::problem::Kind;
use crate::schema::are_unique;

/// The rule of an array in which no item is there twice; see [`ListRule::unique`].
#[derive(Debug, Clone, Copy)]
pub struct UniqueRule<R> {
    pub(super) list: ListRule<R>,
}

impl<R> ListRule<R> {
    /// `uniqueItems`, by the equality of JSON Schema (Core, section 4.2.2): `1` and `1.0` are the same.
    pub const fn unique(self) -> UniqueRule<R> {
        UniqueRule { list: self }
    }
}

impl<R: Rule> Rule for UniqueRule<R> {
    type Out = Vec<R::Out>;

    fn read(&self, mut node: Node<'_, '_>) -> Option<Self::Out> {
        let array = node.index();
        let items = self.list.read(node.at(array));
        if self.hold(&mut node) { items } else { None }
    }
}

impl<R> UniqueRule<R> {
    /// Whether no item is there twice, which is noted.
    pub(super) fn hold(&self, node: &mut Node<'_, '_>) -> bool {
        let holds = are_unique(node.document(), node.index());
        if !holds {
            node.note(Kind::UniqueItems, format_args!("must not have the same item twice"));
        }
        holds
    }
}
