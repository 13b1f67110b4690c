//! `readOnly` and `writeOnly` (OpenAPI 3.0, Schema Object; JSON Schema Validation, section 9.4).
//!
//! What is read only is no matter of a request: it is not required there, and ignored where it is sent. With what is write
//! only it is the same in responses.

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

    /// Whether the schema at `pointer` says something else of requests than of responses, itself or through what it refers to.
    pub(super) fn differs_by_direction(&mut self, pointer: &Pointer) -> bool {
        self.is_directional() && self.reaches(pointer, |_, schema| is_one_way(schema))
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
