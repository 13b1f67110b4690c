//! Warnings that a document says it knows of.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};

use super::{Code, Diagnostic, Level, Place};
use crate::source::{Pointer, Source, Span};

/// One code in an `x-specwright-allow`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acknowledgement {
    /// What is acknowledged, at the object and inside it.
    pub code: Code,
    /// Where the object stands that has the key.
    pub object: Pointer,
    /// Where the code is written.
    pub place: Pointer,
}

impl Acknowledgement {
    fn key(&self) -> (Code, &str) {
        (self.code, self.object.as_str())
    }
}

/// Takes out of `diagnostics` what is acknowledged, and adds a warning of each acknowledgement of nothing.
///
/// Where there is an error, not every warning has been looked for, and no acknowledgement is called stale.
pub(crate) fn settle(
    source: &Source,
    diagnostics: &mut Vec<Diagnostic>,
    acknowledgements: &[Acknowledgement],
) {
    let met: HashMap<_, _> = acknowledgements.iter().map(|one| (one.key(), Cell::new(false))).collect();
    diagnostics.retain(|diagnostic| {
        let mut is_open = true;
        for met in outwards(&diagnostic.place).filter_map(|outer| met.get(&(diagnostic.code, outer))) {
            met.set(true);
            is_open = false;
        }
        is_open
    });
    let is_met = |one: &&Acknowledgement| met.get(&one.key()).is_some_and(Cell::get);
    let (met, stale): (Vec<_>, Vec<_>) = acknowledgements.iter().partition(is_met);
    if !stale.is_empty() && diagnostics.iter().all(|one| one.code.level() == Level::Warn) {
        let met: HashSet<_> = spans(source, &met).into_iter().collect();
        let stale = stale.iter().zip(spans(source, &stale)).filter(|(_, span)| !met.contains(span));
        diagnostics.extend(stale.map(|(one, _)| of_nothing(one)));
    }
}

/// Everything that holds the `place`, from the inside out.
fn outwards(place: &Place) -> impl Iterator<Item = &str> {
    static WHOLE: Pointer = Pointer::root();
    match place {
        Place::Value(pointer) | Place::Key(pointer) | Place::Again(pointer) => pointer.outwards(),
        Place::Offset(_) | Place::Document => WHOLE.outwards(),
    }
}

/// Where the codes are written: an alias repeats an acknowledgement, and it is enough if one of the copies is met.
fn spans(source: &Source, acknowledgements: &[&Acknowledgement]) -> Vec<Option<Span>> {
    let places: Vec<_> = acknowledgements.iter().map(|one| Place::Value(one.place.clone())).collect();
    source.locate(&places.iter().collect::<Vec<_>>())
}

fn of_nothing(acknowledgement: &Acknowledgement) -> Diagnostic {
    let message = format!("there is no `{}` here to acknowledge", acknowledgement.code.name());
    Diagnostic::new(Code::StaleAcknowledgement, Place::Value(acknowledgement.place.clone()), message)
        .help("take the acknowledgement out")
}
