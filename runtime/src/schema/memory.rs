//! What schemas said of values before.

use std::collections::HashMap;

use super::Schema;
use super::evaluated::Evaluated;
use super::scope::Scope;

/// A schema that is referred to, as it looks at a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Visit {
    schema: usize,
    pub(super) index: u32,
    scope: Scope,
    silent: bool,
    pub(super) collects: bool,
}

impl Visit {
    pub(super) fn of(
        schema: &'static Schema,
        index: u32,
        scope: Scope,
        silent: bool,
        collects: bool,
    ) -> Self {
        Self { schema: std::ptr::from_ref(schema).addr(), index, scope, silent, collects }
    }
}

/// What a schema said of a value.
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub(super) holds: bool,
    pub(super) evaluated: Option<Box<Evaluated>>,
}

/// What schemas said of values before.
///
/// A schema that refers to itself twice for one member asks twice as often with each level of the body. So once it is
/// clear that much is asked, every answer is kept, and nothing is asked twice.
#[derive(Debug)]
pub(super) struct Memory {
    /// How many visits are made before anything is kept: few bodies need more.
    patience: usize,
    said: HashMap<Visit, Said>,
}

impl Memory {
    /// For a body of so many tokens.
    pub(super) fn of(tokens: usize) -> Self {
        Self { patience: tokens.saturating_mul(16).saturating_add(1024), said: HashMap::new() }
    }

    /// One that keeps everything from the beginning.
    #[cfg(test)]
    pub(super) fn impatient() -> Self {
        Self { patience: 0, said: HashMap::new() }
    }

    /// Counts a visit.
    pub(super) fn count(&mut self) {
        self.patience = self.patience.saturating_sub(1);
    }

    pub(super) fn recall(&self, visit: &Visit) -> Option<&Said> {
        if self.said.is_empty() { None } else { self.said.get(visit) }
    }

    pub(super) fn keep(&mut self, visit: Visit, said: impl FnOnce() -> Said) {
        if self.patience == 0 {
            self.said.insert(visit, said());
        }
    }
}
