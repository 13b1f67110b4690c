//! `readOnly` and `writeOnly` (OpenAPI 3.0, Schema Object; JSON Schema Validation, section 9.4).
//!
//! What is read only is no matter of a request: it is not required there, and ignored where it is sent. With what is write
//! only it is the same in responses.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Direction;
use crate::document::Inside;
use crate::model::reader::Reader;
use crate::model::types::Access;
use crate::source::Pointer;

impl Direction {
    /// What does not go this way.
    fn against(self) -> Access {
        match self {
            Self::Request => Access::ReadOnly,
            Self::Response => Access::WriteOnly,
        }
    }
}

impl Reader<'_> {
    /// Whether values of the property at `pointer` do not go in `direction`.
    pub(super) fn is_ignored(&self, pointer: &Pointer, direction: Direction) -> bool {
        self.access(pointer) == direction.against()
    }

    /// Whether the schema at `pointer` says something else of requests than of responses, itself or through what it refers to.
    pub(super) fn differs_by_direction(&mut self, pointer: &Pointer) -> bool {
        if !self.is_directional() {
            return false;
        }
        let (mut seen, mut open) = (BTreeSet::new(), vec![pointer.clone()]);
        while let Some(pointer) = open.pop() {
            let Some(schema) = pointer.of(self.document.tree).and_then(Value::as_object) else { continue };
            if !seen.insert(pointer.clone()) {
                continue;
            }
            if is_one_way(schema) {
                return true;
            }
            for (keyword, value) in schema {
                let at = pointer.member(keyword);
                match (Inside::of(keyword), value) {
                    (Some(Inside::Schema), _) => open.push(at),
                    (Some(Inside::ByName), Value::Object(schemas)) => {
                        open.extend(schemas.keys().map(|name| at.member(name)));
                    }
                    (Some(Inside::List), Value::Array(schemas)) => {
                        open.extend((0..schemas.len()).map(|index| at.item(index)));
                    }
                    (None, Value::String(reference))
                        if matches!(keyword.as_str(), "$ref" | "$dynamicRef") =>
                    {
                        open.extend(self.leads_to(reference, &pointer));
                    }
                    _ => {}
                }
            }
        }
        false
    }

    /// Whether any schema of the document is for one direction alone.
    fn is_directional(&mut self) -> bool {
        if let Some(known) = self.checks.is_directional {
            return known;
        }
        let mut found = false;
        self.document.each_schema(|_, schema| found |= schema.as_object().is_some_and(is_one_way));
        self.checks.is_directional = Some(found);
        found
    }
}

fn is_one_way(schema: &serde_json::Map<String, Value>) -> bool {
    ["readOnly", "writeOnly"].iter().any(|keyword| schema.get(*keyword) == Some(&Value::Bool(true)))
}
