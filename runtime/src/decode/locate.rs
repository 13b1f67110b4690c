//! The ways to what was found wrong.

use std::iter::Peekable;
use std::vec;

use super::document::Document;
use super::notes::Noted;
use super::token::Token;
use crate::problem::{Problem, Step};

/// How many bytes the names in all ways may have together: a long name with many problems in it must not make a long
/// answer. The first problem is told whatever its way.
pub(crate) const NAMES: usize = 64 * 1024;

/// The problems at their places. The notes are in the order of the document.
///
/// One walk finds them all. It steps over what has no problem in it.
pub(super) fn problems(document: &Document<'_>, notes: Vec<Noted>) -> Vec<Problem> {
    let found = Vec::with_capacity(notes.len());
    let mut walk = Walk { document, notes: notes.into_iter().peekable(), way: Vec::new(), names: 0, found };
    walk.visit(0);
    walk.found
}

struct Walk<'d> {
    document: &'d Document<'d>,
    notes: Peekable<vec::IntoIter<Noted>>,
    /// From the whole document to where the walk is.
    way: Vec<Step>,
    /// How many bytes the names in the ways to the problems have.
    names: usize,
    found: Vec<Problem>,
}

impl Walk<'_> {
    fn visit(&mut self, index: u32) {
        while let Some(noted) = self.notes.next_if(|noted| noted.index == index) {
            self.tell(noted);
        }
        let after = self.document.after(index);
        match self.document.token(index) {
            Token::Array { .. } => self.items(index + 1, after),
            Token::Object { .. } => self.members(index + 1, after),
            _ => {}
        }
    }

    fn tell(&mut self, noted: Noted) {
        self.names += self.way.iter().map(length).sum::<usize>();
        if self.names <= NAMES || self.found.is_empty() {
            let member = noted.member.map(Step::from);
            self.found.push(Problem::new(noted.kind, self.way.iter().cloned().chain(member), noted.msg));
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

fn length(step: &Step) -> usize {
    match step {
        Step::Name(name) => name.len(),
        Step::Index(_) => 0,
    }
}
