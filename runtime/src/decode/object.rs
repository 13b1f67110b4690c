//! The members of an object.

use std::collections::BTreeMap;

use super::Rule;
use super::by_name::ByName;
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
    /// What finds the members instead, where there are more than `asked` has bits.
    by_name: Option<Box<ByName<'d>>>,
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
        Self { node, length, end, next, asked: 0, by_name: None }
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

    /// A member that has a value where it is not there. `None` where it is wrong.
    pub fn default<R: Rule>(
        &mut self,
        name: &'static str,
        rule: R,
        default: impl FnOnce() -> R::Out,
    ) -> Option<R::Out> {
        self.optional(name, rule).map(|value| value.unwrap_or_else(default))
    }

    /// A member that may be there and means nothing, such as one with `readOnly` in a request.
    pub fn ignored(&mut self, name: &'static str) {
        self.find(name);
    }

    /// Refuses all members that were not asked for.
    pub fn closed(mut self) {
        let all =
            if self.is_large() { self.by_name().all_asked() } else { self.asked.count_ones() == self.length };
        if !all {
            self.refuse_others();
        }
    }

    /// The members that were not asked for, whose values `rule` reads: `additionalProperties`. `None` where one is wrong.
    pub fn rest<R: Rule>(mut self, rule: R) -> Option<BTreeMap<String, R::Out>> {
        let document = self.node.document();
        let is_plain = !self.is_large() && document.repeated.is_empty();
        let (mut members, mut good) = (BTreeMap::new(), true);
        if is_plain && self.asked.count_ones() == self.length {
            return Some(members);
        }
        let by_name = if is_plain { None } else { Some(self.members_asked()) };
        for (place, name) in document.names(self.node.index(), self.end).enumerate() {
            let text = document.string(name).unwrap_or_default();
            let is_left = match &by_name {
                Some(members) => members.is_left(&text, name + 1),
                None => self.asked >> place & 1 == 0,
            };
            if !is_left {
                continue;
            }
            match rule.read(self.node.at(name + 1)) {
                Some(value) => {
                    members.insert(text.into_owned(), value);
                }
                None => good = false,
            }
        }
        good.then_some(members)
    }

    /// Refuses what was not asked for, a repeated name once.
    #[cold]
    fn refuse_others(&mut self) {
        let document = self.node.document();
        let names = document.names(self.node.index(), self.end);
        let text = |name| document.string(name).unwrap_or_default();
        let members = self.members_asked();
        for name in names.filter(|name| members.is_left(&text(*name), name + 1)) {
            self.node.at(name + 1).note(Kind::ExtraForbidden, format_args!("there is no such member"));
        }
    }

    /// The members by their names, and which of them were asked for.
    #[cold]
    fn members_asked(&mut self) -> Box<ByName<'d>> {
        let document = self.node.document();
        let names = document.names(self.node.index(), self.end);
        let mut members =
            self.by_name.take().unwrap_or_else(|| Box::new(ByName::of(document, names.clone())));
        for (place, name) in (0..u64::BITS).zip(names) {
            if self.asked >> place & 1 == 1 {
                members.ask(&document.string(name).unwrap_or_default());
            }
        }
        members
    }

    /// The value of a member, which is thereby asked for.
    fn find(&mut self, name: &str) -> Option<u32> {
        if self.is_large() {
            return self.by_name().ask(name);
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

    #[cold]
    fn by_name(&mut self) -> &mut ByName<'d> {
        let document = self.node.document();
        let names = document.names(self.node.index(), self.end);
        self.by_name.get_or_insert_with(|| Box::new(ByName::of(document, names)))
    }
}
