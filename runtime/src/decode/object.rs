//! The members of an object.

use super::Rule;
use super::node::Node;
use crate::problem::Kind;

/// The members of an object.
///
/// They are best asked for in the order in which they are mostly sent.
#[derive(Debug)]
pub struct Object<'c, 'd> {
    node: Node<'c, 'd>,
    /// How many members there are.
    length: u32,
    /// Of the name where the next search begins.
    cursor: u32,
    end: u32,
    asked: Vec<u32>,
}

impl<'c, 'd> Object<'c, 'd> {
    pub(super) fn new(node: Node<'c, 'd>, length: u32) -> Self {
        let first = node.index() + 1;
        let end = node.document().after(node.index());
        Self { node, length, cursor: first, end, asked: Vec::new() }
    }

    /// A member that has to be there. `None` where it is not, or is wrong.
    pub fn required<R: Rule>(&mut self, name: &'static str, rule: R) -> Option<R::Out> {
        match self.find(name) {
            Some(index) => rule.read(self.node.at(index)),
            None => {
                self.node.missing(name);
                None
            }
        }
    }

    /// A member that may be there. `None` where it is wrong, `Some(None)` where it is not there.
    pub fn optional<R: Rule>(&mut self, name: &'static str, rule: R) -> Option<Option<R::Out>> {
        match self.find(name) {
            Some(index) => rule.read(self.node.at(index)).map(Some),
            None => Some(None),
        }
    }

    /// Refuses all members that were not asked for.
    pub fn closed(mut self) {
        if self.asked.len() == self.length as usize {
            return;
        }
        let mut name = self.node.index() + 1;
        while name < self.end {
            if !self.asked.contains(&name) {
                self.node
                    .at(name + 1)
                    .note(Kind::ExtraForbidden, format_args!("is not a member of this object"));
            }
            name = self.node.document().after(name + 1);
        }
    }

    /// The value of a member.
    fn find(&mut self, name: &str) -> Option<u32> {
        let document = self.node.document();
        let mut at = self.cursor;
        for _ in 0..self.length {
            if at == self.end {
                at = self.node.index() + 1;
            }
            let after = document.after(at + 1);
            if document.is_name(at, name) {
                self.cursor = after;
                self.asked.push(at);
                return Some(at + 1);
            }
            at = after;
        }
        None
    }
}
