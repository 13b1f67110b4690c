//! `uniqueItems`

use super::ListRule;
use crate::decode::{Node, Note, Rule};
use crate::problem::Kind;
use crate::schema::are_unique;

/// The rule of an array in which no item is there twice; see [`ListRule::unique`].
#[derive(Debug, Clone, Copy)]
pub struct UniqueRule<R> {
    pub(crate) list: ListRule<R>,
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
        let (document, array) = (node.document(), node.index());
        let items = self.list.read(node.at(array));
        let holds = are_unique(document, array);
        if !holds {
            refuse(&mut |kind, msg| node.note(kind, msg));
        }
        items.filter(|_| holds)
    }
}

#[cold]
fn refuse(note: Note<'_>) {
    note(Kind::UniqueItems, format_args!("must not have the same item twice"));
}
