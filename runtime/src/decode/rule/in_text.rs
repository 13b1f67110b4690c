//! Arrays whose items are given as text, one by one

use super::{CheckedListRule, ListRule, UniqueRule};
use crate::decode::document::Document;
use crate::decode::notes::Notes;
use crate::decode::{Node, TextRule};
use crate::encode::{Encode, to_vec};
use crate::problem::Problem;

/// The rule of an array whose items can be read from text.
pub(crate) trait TextList {
    type Item: TextRule;

    /// What is said of the items, and how many there may be.
    fn list(&self) -> &ListRule<Self::Item>;

    /// The problems of the items together, all of which were read. `counted`: they are as many as may be.
    fn together(&self, items: &[<Self::Item as crate::decode::Rule>::Out], counted: bool) -> Vec<Problem>;
}

impl<R: TextRule> TextList for ListRule<R> {
    type Item = R;

    fn list(&self) -> &Self {
        self
    }

    fn together(&self, _: &[R::Out], _: bool) -> Vec<Problem> {
        Vec::new()
    }
}

impl<R: TextRule<Out: Encode>> TextList for UniqueRule<R> {
    type Item = R;

    fn list(&self) -> &ListRule<R> {
        &self.list
    }

    fn together(&self, items: &[R::Out], _: bool) -> Vec<Problem> {
        written(items, |node| self.hold(node))
    }
}

impl<R: TextRule<Out: Encode>> TextList for CheckedListRule<R> {
    type Item = R;

    fn list(&self) -> &ListRule<R> {
        &self.list
    }

    fn together(&self, items: &[R::Out], counted: bool) -> Vec<Problem> {
        if counted { written(items, |node| self.schema.check(node)) } else { Vec::new() }
    }
}

/// The problems of what was read, written as JSON once more.
pub(crate) fn written<T: Encode + ?Sized>(
    value: &T,
    check: impl FnOnce(&mut Node<'_, '_>) -> bool,
) -> Vec<Problem> {
    let body = to_vec(value);
    let document = match Document::parse(&body) {
        Ok(document) => document,
        Err(problem) => return vec![problem],
    };
    let mut notes = Notes::new(&document);
    check(&mut Node::root(&mut notes));
    notes.located()
}
