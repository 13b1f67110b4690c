//! The walk through an outline to the places that are looked for.

use std::collections::{HashMap, HashSet};

use super::outline::{Kind, Outline};
use super::wanted::Wanted;
use crate::source::mapping::MERGE_KEY;
use crate::source::text::Span;

/// One walk: only what leads to a wanted place is entered, so that its depth is that of the longest pointer.
pub(super) struct Walk<'a> {
    text: &'a str,
    outline: &'a Outline,
    wanted: &'a mut Wanted,
}

impl<'a> Walk<'a> {
    pub(super) fn new(text: &'a str, outline: &'a Outline, wanted: &'a mut Wanted) -> Self {
        Self { text, outline, wanted }
    }

    pub(super) fn run(mut self) {
        self.value(Wanted::ROOT, 0);
    }

    /// Notes that the value of `step` is `node`, and looks in it for what is wanted there.
    fn value(&mut self, step: usize, node: usize) {
        let outline = self.outline;
        let node = outline.target(node);
        let Some(written) = outline.get(node) else { return };
        let span = self.shown(written.kind, &written.span);
        let Some(found) = self.wanted.step_mut(step) else { return };
        found.value.get_or_insert(span);
        if found.children.is_empty() {
            return;
        }
        match written.kind {
            Kind::Mapping => {
                let mut missing = found.children.clone();
                self.members(&mut missing, node);
            }
            Kind::Sequence => {
                let indices = found.children.iter();
                let indices =
                    indices.filter_map(|(token, step)| Some((token.parse().ok()?, *step))).collect();
                self.items(&indices, node);
            }
            Kind::Scalar | Kind::Alias(_) => {}
        }
    }

    fn items(&mut self, wanted: &HashMap<usize, usize>, node: usize) {
        for (index, item) in self.outline.children(node).enumerate() {
            if let Some(step) = wanted.get(&index) {
                self.value(*step, item);
            }
        }
    }

    /// Looks for the `missing` members in the mapping `node`, and those that it does not have in what it merges.
    fn members(&mut self, missing: &mut HashMap<String, usize>, node: usize) {
        let outline = self.outline;
        let mut seen = HashSet::new();
        let mut merged = Vec::new();
        for (key, value) in outline.members(node) {
            let span = outline.get(key).map(|key| key.span.clone()).unwrap_or_default();
            if self.text.get(span.clone()) == Some(MERGE_KEY) {
                merged.push(value);
            }
            let name = outline.key_text(self.text, key);
            let Some(step) = name.and_then(|name| missing.get(name)) else { continue };
            if let Some(found) = self.wanted.step_mut(*step) {
                let place = if seen.insert(*step) { &mut found.key } else { &mut found.again };
                place.get_or_insert(span);
            }
            self.value(*step, value);
        }
        missing.retain(|_, step| !seen.contains(step));
        for value in merged {
            self.merged(missing, value);
        }
    }

    /// Looks for the `missing` members in the mapping `node`, or in the mappings of the list `node`.
    fn merged(&mut self, missing: &mut HashMap<String, usize>, node: usize) {
        let outline = self.outline;
        let node = outline.target(node);
        match outline.get(node).map(|node| node.kind) {
            Some(Kind::Mapping) if !missing.is_empty() => self.members(missing, node),
            Some(Kind::Sequence) => outline.children(node).for_each(|item| self.merged(missing, item)),
            _ => {}
        }
    }

    /// The span of a node as a reader wants it shown: of a collection no more than its first line.
    fn shown(&self, kind: Kind, span: &Span) -> Span {
        let text = self.text.get(span.clone()).unwrap_or_default();
        match kind {
            Kind::Scalar | Kind::Alias(_) => span.clone(),
            Kind::Sequence | Kind::Mapping => {
                let line = text.split(['\n', '\r']).next().unwrap_or_default();
                span.start..span.start + line.trim_end().len()
            }
        }
    }
}
