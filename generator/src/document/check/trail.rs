//! The way from the root to the value that is being visited.

use std::fmt;

use super::quote::quoted;
use crate::diagnostic::Place;
use crate::document::table::{Key, Object};
use crate::source::Pointer;

/// A step of the way, linked to the one before.
#[derive(Clone, Copy)]
pub(super) struct Trail<'a> {
    before: Option<&'a Trail<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    /// A key of an object, with its row where it has one.
    Key(&'a str, &'static Object, Option<&'static Key>),
    /// An entry of a map.
    Entry(&'a str),
    /// An item of a list.
    Item(usize),
}

impl<'a> Trail<'a> {
    pub(super) const ROOT: Self = Self { before: None, step: Step::Root };

    /// To a key that the table has a row for.
    pub(super) fn key(&'a self, name: &'a str, object: &'static Object, key: &'static Key) -> Self {
        Self { before: Some(self), step: Step::Key(name, object, Some(key)) }
    }

    /// To a key of an object, whether or not it may stand there.
    pub(super) fn any_key(&'a self, name: &'a str, object: &'static Object) -> Self {
        Self { before: Some(self), step: Step::Key(name, object, None) }
    }

    pub(super) fn entry(&'a self, name: &'a str) -> Self {
        Self { before: Some(self), step: Step::Entry(name) }
    }

    pub(super) fn item(&'a self, index: usize) -> Self {
        Self { before: Some(self), step: Step::Item(index) }
    }

    /// The key that leads to this value, where a key does.
    pub(super) fn name(&self) -> Option<&'a str> {
        match self.step {
            Step::Key(name, ..) | Step::Entry(name) => Some(name),
            Step::Root | Step::Item(_) => None,
        }
    }

    /// The object that has the key that leads to this value.
    pub(super) fn object(&self) -> Option<&'static Object> {
        match self.step {
            Step::Key(_, object, _) => Some(object),
            Step::Root | Step::Entry(_) | Step::Item(_) => None,
        }
    }

    /// Where the object stands that has the nearest key on the way.
    pub(super) fn holder(&self) -> Pointer {
        match (self.step, self.before) {
            (Step::Key(..), Some(before)) => before.pointer(),
            (_, Some(before)) => before.holder(),
            (_, None) => Pointer::root(),
        }
    }

    /// Whether a key that the specification fixes leads to this value.
    pub(super) fn is_fixed(&self) -> bool {
        matches!(self.step, Step::Key(_, _, Some(row)) if row.fixed().is_some())
    }

    /// The row of the nearest key on the way.
    pub(super) fn row(&self) -> Option<&'static Key> {
        match self.step {
            Step::Key(_, _, row) => row,
            Step::Root | Step::Entry(_) | Step::Item(_) => self.before.and_then(Self::row),
        }
    }

    pub(super) fn pointer(&self) -> Pointer {
        let before = self.before.map_or_else(Pointer::root, Self::pointer);
        match self.step {
            Step::Root => before,
            Step::Key(name, ..) | Step::Entry(name) => before.member(name),
            Step::Item(index) => before.item(index),
        }
    }

    pub(super) fn at_value(&self) -> Place {
        Place::Value(self.pointer())
    }

    /// The key that leads to this value, or the value where no key does.
    pub(super) fn at_key(&self) -> Place {
        match self.step {
            Step::Key(..) | Step::Entry(_) => Place::Key(self.pointer()),
            Step::Root | Step::Item(_) => self.at_value(),
        }
    }
}

/// Names the value in a message: `` `in` in the Parameter Object ``.
impl fmt::Display for Trail<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let holder = self.before.and_then(|before| before.name());
        match (self.step, holder) {
            (Step::Root, _) => write!(formatter, "the document"),
            (Step::Key(name, object, _), _) => write!(formatter, "{} in the {}", quoted(name), object.name),
            (Step::Entry(name), Some(holder)) => write!(formatter, "{} in {}", quoted(name), quoted(holder)),
            (Step::Entry(name), None) => write!(formatter, "{}", quoted(name)),
            (Step::Item(_), Some(holder)) => write!(formatter, "an item of {}", quoted(holder)),
            (Step::Item(_), None) => write!(formatter, "an item"),
        }
    }
}
