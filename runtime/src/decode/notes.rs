//! What was found wrong on the way.

use std::fmt;

use super::document::Document;
use super::locate;
use crate::problem::{Kind, Problem};

/// How many problems are reported; the rest is dropped.
pub(crate) const PROBLEMS: usize = 100;

/// What was found wrong so far.
#[derive(Debug)]
pub(super) struct Notes<'d> {
    pub(super) document: &'d Document<'d>,
    notes: Vec<Noted>,
}

/// What was found wrong with one value.
#[derive(Debug)]
pub(super) struct Noted {
    /// Of the value.
    pub(super) index: u32,
    /// Of the value's member that is not there, or `[key]`: of the name of the member whose value it is.
    pub(super) member: Option<&'static str>,
    pub(super) kind: Kind,
    pub(super) msg: String,
}

impl<'d> Notes<'d> {
    pub(super) fn new(document: &'d Document<'d>) -> Self {
        let mut notes = Self { document, notes: Vec::new() };
        for index in &document.repeated {
            notes.take(*index, None, Kind::Repeated, format_args!("must be there once"));
        }
        notes
    }

    pub(super) fn is_empty(&self) -> bool {
        self.notes.is_empty()
    }

    #[cold]
    pub(super) fn take(
        &mut self,
        index: u32,
        member: Option<&'static str>,
        kind: Kind,
        msg: fmt::Arguments<'_>,
    ) {
        if self.notes.len() < PROBLEMS {
            self.notes.push(Noted { index, member, kind, msg: msg.to_string() });
        }
    }

    /// What was found wrong, in the order of the document.
    #[cold]
    pub(super) fn located(mut self) -> Vec<Problem> {
        self.notes.sort_by_key(|noted| noted.index);
        locate::problems(self.document, self.notes)
    }
}
