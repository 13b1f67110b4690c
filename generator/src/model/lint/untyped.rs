//! Schemas that say what an object is like, and not that it is one.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::document::Schema;
use crate::model::reader::Reader;
use crate::source::Pointer;

use super::warning;

/// What is said of objects alone, and so holds for everything else.
const OF_OBJECTS: [&str; 3] = ["properties", "required", "additionalProperties"];

/// So many schemas lead from one to the next; a loop of them is reported elsewhere.
const DEPTH: usize = 100;

pub(super) fn lints(reader: &Reader<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    reader.document.each_schema(|pointer, _| {
        let Some(schema) = reader.schema(pointer.clone()) else { return };
        let Some(key) = OF_OBJECTS.into_iter().find(|key| schema.has(key)) else { return };
        if reader.has_type(&schema, DEPTH) || reader.is_beside_a_type(pointer) {
            return;
        }
        let place = Place::Key(pointer.member(key));
        let message = format!(
            "a schema with `{key}` and without `type` admits everything that is no object (JSON Schema Core, 7.6.1)"
        );
        found.push(warning(Code::UntypedObject, place, message, "write `type: object`"));
    });
    found
}

impl<'d> Reader<'d> {
    /// Whether `schema` says of which types its values are, itself or by schemas that hold with it.
    fn has_type(&self, schema: &Schema<'d>, depth: usize) -> bool {
        if ["type", "const", "enum"].into_iter().any(|key| schema.has(key)) {
            return true;
        }
        let Some(depth) = depth.checked_sub(1) else { return true };
        let has_type = |at: Pointer| self.schema(at).is_some_and(|schema| self.has_type(&schema, depth));
        let target = schema.reference().and_then(|reference| self.leads_to(reference, &schema.pointer));
        let every = |key| {
            let branches = schema.members_of(key);
            !branches.is_empty() && branches.into_iter().all(has_type)
        };
        target.is_some_and(has_type)
            || schema.members_of("allOf").into_iter().any(has_type)
            || every("anyOf")
            || every("oneOf")
    }

    /// Whether a schema around that at `pointer`, which looks at the same values, says of which types they are.
    fn is_beside_a_type(&self, pointer: &Pointer) -> bool {
        let mut inner = pointer.clone();
        while let Some(outer) = self.around(&inner) {
            if self.schema(outer.clone()).is_some_and(|schema| self.has_type(&schema, DEPTH)) {
                return true;
            }
            inner = outer;
        }
        false
    }

    /// Where the schema stands that applies the one at `pointer` to its own values (JSON Schema Core, 10.2).
    fn around(&self, pointer: &Pointer) -> Option<Pointer> {
        let above = pointer.parent()?;
        let outer = match last(pointer) {
            "if" | "then" | "else" | "not" if self.document.is_schema(&above) => return Some(above),
            _ => above.parent()?,
        };
        let in_place = ["allOf", "anyOf", "oneOf", "dependentSchemas"].contains(&last(&above));
        (in_place && self.document.is_schema(&outer)).then_some(outer)
    }
}

/// The last token of `pointer`, as it is written there.
fn last(pointer: &Pointer) -> &str {
    pointer.as_str().rsplit_once('/').map_or("", |(_, last)| last)
}
