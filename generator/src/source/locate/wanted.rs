//! The places that are looked for, as a tree, so that one walk finds them all.

use std::collections::HashMap;

use crate::source::Pointer;
use crate::source::text::Span;

/// The pointers that are looked for, and what was found of them.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    /// The root first, if anything is wanted.
    steps: Vec<Step>,
}

/// The root, or one reference token of a pointer.
#[derive(Debug, Default)]
pub(super) struct Step {
    pub(super) children: HashMap<String, usize>,
    pub(super) key: Option<Span>,
    pub(super) again: Option<Span>,
    pub(super) value: Option<Span>,
}

impl Wanted {
    /// The step from which every pointer starts.
    pub(super) const ROOT: usize = 0;

    pub(super) fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    pub(super) fn insert(&mut self, pointer: &Pointer) {
        if self.steps.is_empty() {
            self.steps.push(Step::default());
        }
        let mut at = Self::ROOT;
        for token in pointer.tokens() {
            let new = self.steps.len();
            let Some(step) = self.steps.get_mut(at) else { return };
            at = match step.children.get(token.as_ref()) {
                Some(child) => *child,
                None => {
                    step.children.insert(token.into_owned(), new);
                    self.steps.push(Step::default());
                    new
                }
            };
        }
    }

    pub(super) fn step(&self, step: usize) -> Option<&Step> {
        self.steps.get(step)
    }

    pub(super) fn step_mut(&mut self, step: usize) -> Option<&mut Step> {
        self.steps.get_mut(step)
    }

    pub(super) fn value(&self, pointer: &Pointer) -> Option<Span> {
        self.nearest(pointer, |step| step.value.as_ref())
    }

    pub(super) fn key(&self, pointer: &Pointer) -> Option<Span> {
        self.nearest(pointer, |step| step.key.as_ref())
    }

    pub(super) fn again(&self, pointer: &Pointer) -> Option<Span> {
        self.nearest(pointer, |step| step.again.as_ref().or(step.key.as_ref()))
    }

    /// What was found of `pointer`, or else the value of the nearest thing around it.
    fn nearest(&self, pointer: &Pointer, found: impl Fn(&Step) -> Option<&Span>) -> Option<Span> {
        let mut steps = vec![self.step(Self::ROOT)?];
        let mut tokens = pointer.tokens();
        while let Some(token) = tokens.next()
            && let Some(child) = steps.last().and_then(|step| step.children.get(token.as_ref()))
        {
            steps.extend(self.step(*child));
        }
        let last = steps.pop()?;
        let around = || steps.iter().rev().find_map(|step| step.value.as_ref());
        found(last).or(last.value.as_ref()).or_else(around).cloned()
    }
}
