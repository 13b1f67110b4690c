//! References that lead back to themselves without going into the value: of such a schema nobody can say what it holds for
//! (JSON Schema Core, section 9.4.1).

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashSet};

use serde_json::Value;

use super::CheckId;
use crate::diagnostic::{Code, Place};
use crate::model::reader::Reader;
use crate::source::Pointer;

/// A reference from one schema to another, for the same value.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) from: CheckId,
    pub(super) to: CheckId,
    /// Where the reference itself stands.
    pub(super) at: Pointer,
}

impl Reader<'_> {
    /// Reports each loop once, at the reference of it that was read first.
    pub(super) fn refuse_references_without_progress(&mut self) {
        let steps = std::mem::take(&mut self.checks.steps);
        let known = self.diagnostics.iter().filter(|one| one.code == Code::ReferenceLoop);
        let mut reported: HashSet<Place> = known.map(|one| one.place.clone()).collect();
        for ring in rings(&steps) {
            let places = ring.iter().map(|step| Place::Value(step.at.clone()));
            let fresh = !places.clone().any(|place| reported.contains(&place));
            reported.extend(places);
            let Some(step) = ring.first().filter(|_| fresh) else { continue };
            let reference = step.at.of(self.document.tree).and_then(Value::as_str).unwrap_or_default();
            self.report_with_help(
                Code::ReferenceLoop,
                Place::Value(step.at.clone()),
                format!("the reference `{reference}` leads back to itself"),
                "refer to it under `properties` or `items`, or say what it is",
            );
        }
    }
}

/// Loops of steps, each in the order in which the steps were read. Each schema is looked at once, without recursion.
fn rings(steps: &[Step]) -> Vec<Vec<&Step>> {
    let mut by_start: BTreeMap<CheckId, Vec<(usize, &Step)>> = BTreeMap::new();
    for (index, step) in steps.iter().enumerate().rev() {
        by_start.entry(step.from).or_default().push((index, step));
    }
    let starts: Vec<CheckId> = by_start.keys().copied().collect();
    // Whether a schema is on the way, or done.
    let (mut entered, mut found) = (BTreeMap::new(), Vec::new());
    for start in starts {
        // The way to where we are; what is open behind each schema on it is in `by_start`.
        let mut way: Vec<(CheckId, Option<(usize, &Step)>)> = Vec::new();
        if let Entry::Vacant(slot) = entered.entry(start) {
            slot.insert(true);
            way.push((start, None));
        }
        while let Some((here, _)) = way.last() {
            let here = *here;
            let Some((index, step)) = by_start.get_mut(&here).and_then(Vec::pop) else {
                entered.insert(here, false);
                way.pop();
                continue;
            };
            match entered.get(&step.to) {
                None => {
                    entered.insert(step.to, true);
                    way.push((step.to, Some((index, step))));
                }
                Some(true) => {
                    let behind = way.iter().skip_while(|(id, _)| *id != step.to).skip(1);
                    let mut ring: Vec<_> =
                        behind.filter_map(|(_, step)| *step).chain([(index, step)]).collect();
                    ring.sort_by_key(|(index, _)| *index);
                    found.push(ring.into_iter().map(|(_, step)| step).collect());
                }
                Some(false) => {}
            }
        }
    }
    found
}
