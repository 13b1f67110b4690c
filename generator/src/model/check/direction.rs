//! `readOnly` and `writeOnly` (OpenAPI 3.0, Schema Object; JSON Schema Validation, section 9.4).
//!
//! What is read only is no matter of a request: it is not required there, and ignored where it is sent. With what is write
//! only it is the same in responses.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::Direction;
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

    /// Whether the schema at `pointer` says something else of requests than of responses, itself or through what it leads to.
    ///
    /// What is learnt on the way is kept, so that each schema is looked at a few times at most, however many are asked about.
    pub(super) fn differs_by_direction(&mut self, pointer: &Pointer) -> bool {
        if !self.is_directional() {
            return false;
        }
        let mut known = std::mem::take(&mut self.checks.differs);
        let (mut from, mut open) = (BTreeMap::from([(pointer.clone(), None)]), vec![pointer.clone()]);
        let mut found = None;
        while let Some(pointer) = open.pop().filter(|_| found.is_none()) {
            let Some(schema) = pointer.of(self.document.tree).and_then(Value::as_object) else { continue };
            match known.get(&pointer) {
                Some(false) => continue,
                Some(true) => found = Some(pointer),
                None if is_one_way(schema) => found = Some(pointer),
                None => {
                    let mut next = Vec::new();
                    self.next(&pointer, schema, &mut next);
                    next.retain(|next| !from.contains_key(next));
                    from.extend(next.iter().map(|next| (next.clone(), Some(pointer.clone()))));
                    open.extend(next);
                }
            }
        }
        let differs = found.is_some();
        if differs {
            while let Some(pointer) = found {
                found = from.get(&pointer).cloned().flatten();
                known.insert(pointer, true);
            }
        } else {
            known.extend(from.into_keys().map(|pointer| (pointer, false)));
        }
        self.checks.differs = known;
        differs
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

fn is_one_way(schema: &Map<String, Value>) -> bool {
    ["readOnly", "writeOnly"].iter().any(|keyword| schema.get(*keyword) == Some(&Value::Bool(true)))
}
