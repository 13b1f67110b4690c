//! What a schema leads to: the schemas in it, and those that they refer to.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::document::Inside;
use crate::model::reader::Reader;
use crate::source::Pointer;

impl Reader<'_> {
    /// Whether the schema at `pointer`, or any that it leads to, is `wanted`.
    fn reaches(
        &self,
        pointer: &Pointer,
        mut wanted: impl FnMut(&Pointer, &Map<String, Value>) -> bool,
    ) -> bool {
        let (mut seen, mut open) = (BTreeSet::new(), vec![pointer.clone()]);
        while let Some(pointer) = open.pop() {
            let Some(schema) = pointer.of(self.document.tree).and_then(Value::as_object) else { continue };
            if !seen.insert(pointer.clone()) {
                continue;
            }
            if wanted(&pointer, schema) {
                return true;
            }
            self.next(&pointer, schema, &mut open);
        }
        false
    }

    /// Adds to `open` what `schema`, which stands at `pointer`, holds and refers to.
    pub(super) fn next(&self, pointer: &Pointer, schema: &Map<String, Value>, open: &mut Vec<Pointer>) {
        for (keyword, value) in schema {
            let at = pointer.member(keyword);
            match (Inside::of(keyword), value) {
                // Definitions say nothing where nothing refers to them.
                (Some(Inside::ByName), Value::Object(schemas)) if keyword != "$defs" => {
                    open.extend(schemas.keys().map(|name| at.member(name)));
                }
                (Some(Inside::Schema), _) => open.push(at),
                (Some(Inside::List), Value::Array(schemas)) => {
                    open.extend((0..schemas.len()).map(|index| at.item(index)));
                }
                (None, Value::String(reference)) if matches!(keyword.as_str(), "$ref" | "$dynamicRef") => {
                    open.extend(self.leads_to(reference, pointer));
                }
                _ => {}
            }
        }
    }

    /// Whether the schema at `pointer` says what a `$dynamicRef` means that other schemas have (JSON Schema Core, section
    /// 8.2.3.2), so that it is more than those put together.
    pub(in crate::model) fn is_dynamic_scope(&self, pointer: &Pointer) -> bool {
        let root = self.resources.root(pointer);
        let anchors = self.resources.dynamic_anchors(&root);
        if anchors.is_empty() {
            return false;
        }
        let names_one = |at: &Pointer, schema: &Map<String, Value>| {
            let reference = schema.get("$dynamicRef").and_then(Value::as_str);
            let target = reference.and_then(|reference| self.dynamic_anchor(reference, at));
            target.is_some_and(|name| anchors.iter().any(|(known, _)| *known == name))
        };
        self.reaches(pointer, |at, _| self.resources.root(at) != root) && self.reaches(pointer, names_one)
    }
}
