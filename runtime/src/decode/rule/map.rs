//! `type: object` with `additionalProperties` alone

use std::collections::BTreeMap;
use std::fmt;

use crate::decode::token::Token;
use crate::decode::{Node, Rule};
use crate::problem::{Kind, count};

/// An object of any members, whose values `value` reads.
pub const fn map<R: Rule>(value: R) -> MapRule<R> {
    MapRule { value, min: 0, max: usize::MAX }
}

/// The rule of an object of any members; see [`map`].
#[derive(Debug, Clone, Copy)]
pub struct MapRule<R> {
    value: R,
    min: usize,
    max: usize,
}

impl<R: Copy> MapRule<R> {
    /// `minProperties` and `maxProperties`
    pub const fn properties(self, min: usize, max: usize) -> Self {
        self.min_properties(min).max_properties(max)
    }

    /// `minProperties`
    pub const fn min_properties(self, min: usize) -> Self {
        Self { min, ..self }
    }

    /// `maxProperties`
    pub const fn max_properties(self, max: usize) -> Self {
        Self { max, ..self }
    }
}

impl<R> MapRule<R> {
    /// The rule of each value.
    pub(crate) fn value(&self) -> &R {
        &self.value
    }

    /// Whether there may be `length` members; if not, `note` is told.
    pub(crate) fn holds(&self, length: usize, note: &mut dyn FnMut(Kind, fmt::Arguments<'_>)) -> bool {
        if length < self.min {
            note(Kind::TooShort, format_args!("must have at least {}", count(self.min, "member")));
        }
        if length > self.max {
            note(Kind::TooLong, format_args!("must have at most {}", count(self.max, "member")));
        }
        (self.min..=self.max).contains(&length)
    }
}

impl<R: Rule> Rule for MapRule<R> {
    type Out = BTreeMap<String, R::Out>;

    fn read(&self, mut node: Node<'_, '_>) -> Option<Self::Out> {
        let Token::Object { length, .. } = node.token() else {
            return node.refuse(Kind::DictType, format_args!("must be an object"));
        };
        let (document, object, length) = (node.document(), node.index(), length as usize);
        let (mut members, mut good) = (BTreeMap::new(), 0);
        for name in document.members(object) {
            if let Some(value) = self.value.read(node.at(name + 1)) {
                good += 1;
                members.insert(document.string(name).unwrap_or_default().into_owned(), value);
            }
        }
        let holds = self.holds(length, &mut |kind, msg| node.note(kind, msg));
        (holds && good == length).then_some(members)
    }
}
