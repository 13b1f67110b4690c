//! The ways to what was found wrong.

use std::iter::Peekable;
use std::vec;

use super::document::Document;
use super::node::Noted;
use super::token::Token;
use crate::problem::{Problem, Step};

/// The problems at their places. The notes are in the order of the document.
///
/// One walk finds them all. It steps over what has no problem in it.
pub(super) fn problems(document: &Document<'_>, notes: Vec<Noted>) -> Vec<Problem> {
    let found = Vec::with_capacity(notes.len());
    let mut walk = Walk { document, notes: notes.into_iter().peekable(), way: Vec::new(), found };
    walk.visit(0);
    walk.found
}

struct Walk<'d> {
    document: &'d Document<'d>,
    notes: Peekable<vec::IntoIter<Noted>>,
    way: Vec<Step>,
    found: Vec<Problem>,
}

impl Walk<'_> {
    fn visit(&mut self, index: u32) {
        while let Some(noted) = self.notes.next_if(|noted| noted.index == index) {
            let member = noted.member.map(Step::from);
            let loc = self.way.iter().cloned().chain(member);
            self.found.push(Problem::new(noted.kind, loc, noted.msg));
        }
        let after = self.document.after(index);
        match self.document.token(index) {
            Token::Array { .. } => self.items(index + 1, after),
            Token::Object { .. } => self.members(index + 1, after),
            _ => {}
        }
    }

    fn items(&mut self, first: u32, end: u32) {
        let mut item = first;
        let mut place = 0;
        while self.notes.peek().is_some_and(|noted| noted.index < end) {
            let after = self.document.after(item);
            self.step(item, after, |_| Step::Index(place));
            item = after;
            place += 1;
        }
    }

    fn members(&mut self, first: u32, end: u32) {
        let mut name = first;
        while self.notes.peek().is_some_and(|noted| noted.index < end) {
            let after = self.document.after(name + 1);
            self.step(name + 1, after, |document| {
                Step::Name(document.string(name).unwrap_or_default().into_owned())
            });
            name = after;
        }
    }

    /// Visits a value unless there is nothing to tell about it.
    fn step(&mut self, index: u32, after: u32, step: impl Fn(&Document<'_>) -> Step) {
        if self.notes.peek().is_some_and(|noted| noted.index < after) {
            self.way.push(step(self.document));
            self.visit(index);
            self.way.pop();
        }
    }
}
