//! The members of a mapping as they come in: duplicates found, merge keys applied.

use std::collections::HashSet;

use serde_json::Value;
use serde_json::map::{Entry, Map};

use super::path::Path;
use super::tree::Builder;
use crate::diagnostic::{Code, Diagnostic, Place};

/// The merge key of YAML 1.1 (<https://yaml.org/type/merge.html>). YAML 1.2 does not have it, but readers do.
pub(super) const MERGE_KEY: &str = "<<";

#[derive(Default)]
pub(super) struct Mapping {
    members: Map<String, Value>,
    /// The names that came through the merge key, and that a member written here may override.
    merged: HashSet<String>,
    has_merge_key: bool,
}

impl Mapping {
    /// Adds a member that is written here. The first of two equal ones stays.
    pub(super) fn insert(&mut self, builder: &mut Builder<'_>, path: &Path<'_>, name: String, value: Value) {
        match self.members.entry(name) {
            Entry::Vacant(slot) => {
                slot.insert(value);
            }
            Entry::Occupied(mut slot) if self.merged.remove(slot.key()) => {
                slot.insert(value);
            }
            Entry::Occupied(slot) => builder.problem(duplicate(path, slot.key())),
        }
    }

    /// Adds the members of the mapping, or of the mappings, that the merge key has for a value. What is written here
    /// or merged earlier stays.
    pub(super) fn merge(&mut self, builder: &mut Builder<'_>, path: &Path<'_>, value: Value) {
        if self.has_merge_key {
            builder.problem(duplicate(path, MERGE_KEY));
        }
        self.has_merge_key = true;
        let path = path.member(MERGE_KEY);
        match value {
            Value::Object(members) => self.extend(members),
            Value::Array(items) => {
                for (index, item) in items.into_iter().enumerate() {
                    match item {
                        Value::Object(members) => self.extend(members),
                        _ => builder.problem(not_a_mapping(&path.item(index))),
                    }
                }
            }
            _ => builder.problem(not_a_mapping(&path)),
        }
    }

    fn extend(&mut self, members: Map<String, Value>) {
        for (name, value) in members {
            if let Entry::Vacant(slot) = self.members.entry(name) {
                self.merged.insert(slot.key().clone());
                slot.insert(value);
            }
        }
    }

    pub(super) fn finish(self) -> Map<String, Value> {
        self.members
    }
}

fn duplicate(path: &Path<'_>, name: &str) -> Diagnostic {
    let place = Place::Again(path.member(name).pointer());
    Diagnostic::new(Code::DuplicateKey, place, format!("the key `{name}` is written twice"))
        .help("remove one of the two: which one holds would be a guess")
}

fn not_a_mapping(path: &Path<'_>) -> Diagnostic {
    let message = "a merge key takes a mapping or a list of mappings";
    Diagnostic::new(Code::MergeKey, Place::Value(path.pointer()), message)
}
