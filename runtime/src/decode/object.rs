//! The members of an object.

use std::borrow::Cow;
use std::collections::HashMap;
use std::mem;

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
    /// Behind the last value.
    end: u32,
    /// Where the next search begins.
    next: Member,
    /// Which of the members were asked for, the first in the lowest bit.
    asked: u64,
    /// For an object with more members than `asked` has bits: those that were not asked for.
    large: Option<Box<HashMap<Cow<'d, str>, u32>>>,
}

/// A member: the index of its name, and how many members are before it.
#[derive(Debug, Clone, Copy)]
struct Member {
    name: u32,
    place: u32,
}

impl<'c, 'd> Object<'c, 'd> {
    pub(super) fn new(node: Node<'c, 'd>, length: u32, end: u32) -> Self {
        let next = Member { name: node.index() + 1, place: 0 };
        Self { node, length, end, next, asked: 0, large: None }
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
        let all =
            if self.is_large() { self.others().is_empty() } else { self.asked.count_ones() == self.length };
        if !all {
            self.refuse_others();
        }
    }

    /// Refuses what was not asked for, a repeated name once.
    #[cold]
    fn refuse_others(&mut self) {
        let mut others = mem::take(self.others());
        let document = self.node.document();
        let names = document.names(self.node.index(), self.end);
        if !self.is_large() {
            let asked = names.clone().enumerate().filter(|(place, _)| self.asked >> place & 1 == 1);
            for (_, name) in asked {
                others.remove(&document.string(name).unwrap_or_default());
            }
        }
        for name in names {
            if others.get(&document.string(name).unwrap_or_default()) == Some(&(name + 1)) {
                self.node.at(name + 1).note(Kind::ExtraForbidden, format_args!("there is no such member"));
            }
        }
    }

    /// The value of a member, which is thereby asked for.
    fn find(&mut self, name: &str) -> Option<u32> {
        if self.is_large() {
            return self.others().remove(name);
        }
        let document = self.node.document();
        let mut member = self.next;
        for _ in 0..self.length {
            if member.name == self.end {
                member = Member { name: self.node.index() + 1, place: 0 };
            }
            let value = member.name + 1;
            let next = Member { name: document.after(value), place: member.place + 1 };
            if document.is_name(member.name, name) {
                self.next = next;
                self.asked |= 1 << member.place;
                return Some(value);
            }
            member = next;
        }
        None
    }

    /// Whether there are more members than bits.
    #[inline]
    fn is_large(&self) -> bool {
        self.length > u64::BITS
    }

    /// The values that were not asked for by their names, of a repeated name the first.
    #[cold]
    fn others(&mut self) -> &mut HashMap<Cow<'d, str>, u32> {
        let document = self.node.document();
        let names = document.names(self.node.index(), self.end);
        self.large.get_or_insert_with(|| {
            let mut values = HashMap::with_capacity(self.length as usize);
            for name in names {
                values.entry(document.string(name).unwrap_or_default()).or_insert(name + 1);
            }
            Box::new(values)
        })
    }
}
