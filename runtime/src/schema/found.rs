//! The problems of one check, each told once.

use std::fmt;

use crate::decode::{Node, PROBLEMS};
use crate::problem::Kind;

/// What a problem is about: a value, or what belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) index: u32,
    /// A member that is not there, or `[key]`: the name of the member whose value it is.
    pub(super) member: Option<&'static str>,
}

/// The problems so far. Where several schemas find the same, it is one problem, and what is wrong as a whole (its type, its
/// `enum`, its `const`) has no other problem.
#[derive(Debug, Default)]
pub(super) struct Found {
    problems: Vec<Problem>,
}

#[derive(Debug)]
struct Problem {
    place: Place,
    kind: Kind,
    /// Whether the value is wrong as a whole.
    whole: bool,
    msg: String,
}

impl Found {
    /// Takes down that a value is wrong as a whole.
    #[cold]
    pub(super) fn whole(&mut self, place: Place, kind: Kind, msg: fmt::Arguments<'_>) {
        if !self.is_wrong(place) {
            self.problems.retain(|problem| problem.place != place);
            self.push(place, kind, true, msg.to_string());
        }
    }

    /// Takes down that a keyword fails.
    #[cold]
    pub(super) fn one(&mut self, place: Place, kind: Kind, msg: fmt::Arguments<'_>) {
        if self.problems.len() == PROBLEMS || self.is_wrong(place) {
            return;
        }
        let msg = msg.to_string();
        let mut alike = self.problems.iter().filter(|problem| problem.place == place && problem.kind == kind);
        if alike.all(|problem| problem.msg != msg) {
            self.push(place, kind, false, msg);
        }
    }

    fn push(&mut self, place: Place, kind: Kind, whole: bool, msg: String) {
        if self.problems.len() < PROBLEMS {
            self.problems.push(Problem { place, kind, whole, msg });
        }
    }

    fn is_wrong(&self, place: Place) -> bool {
        self.problems.iter().any(|problem| problem.whole && problem.place == place)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.problems.is_empty()
    }

    /// Hands all problems on.
    pub(super) fn tell(self, node: &mut Node<'_, '_>) {
        for Problem { place, kind, msg, .. } in self.problems {
            node.note_at(place.index, place.member, kind, format_args!("{msg}"));
        }
    }
}
