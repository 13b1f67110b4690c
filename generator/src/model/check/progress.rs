//! References that lead back to themselves without going into the value: of such a schema nobody can say what it holds for
//! (JSON Schema Core, section 9.4.1).

use std::collections::BTreeSet;

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
    /// Reports each loop once, at the reference that is first in the order in which schemas were asked for.
    pub(super) fn refuse_references_without_progress(&mut self) {
        let steps = std::mem::take(&mut self.checks.steps);
        let reported = |at: &Pointer| {
            self.diagnostics
                .iter()
                .any(|one| one.code == Code::ReferenceLoop && one.place == Place::Value(at.clone()))
        };
        let (mut seen, mut found) = (BTreeSet::new(), Vec::new());
        for step in &steps {
            if seen.contains(&step.at) {
                continue;
            }
            // A step is in a loop where there is a way back to where it starts.
            let Some(way) = way(&steps, step.to, step.from) else { continue };
            let all: Vec<&Step> = std::iter::once(step).chain(way).collect();
            seen.extend(all.iter().map(|step| step.at.clone()));
            if !all.iter().any(|step| reported(&step.at)) {
                found.push(step.at.clone());
            }
        }
        for at in found {
            let reference = at.of(self.document.tree).and_then(Value::as_str).unwrap_or_default();
            self.report_with_help(
                Code::ReferenceLoop,
                Place::Value(at.clone()),
                format!("the reference `{reference}` leads back to itself"),
                "refer to it under `properties` or `items`, or say what it is",
            );
        }
    }
}

/// The shortest way of steps from one schema to another; no step where they are one.
fn way(steps: &[Step], from: CheckId, to: CheckId) -> Option<Vec<&Step>> {
    let mut ways = vec![(from, Vec::new())];
    let mut seen = BTreeSet::from([from]);
    let mut next = 0;
    while let Some((here, way)) = ways.get(next).cloned() {
        if here == to {
            return Some(way);
        }
        for step in steps.iter().filter(|step| step.from == here) {
            if seen.insert(step.to) {
                ways.push((step.to, way.iter().copied().chain([step]).collect()));
            }
        }
        next += 1;
    }
    None
}
