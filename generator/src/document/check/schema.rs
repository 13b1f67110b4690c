//! Schemas and references.

use serde_json::{Map, Value};

use super::Walker;
use super::trail::Trail;
use crate::document::table::{Found, Object, REFERENCE, SCHEMA_OBJECT, Shape, Version, extension};

impl Walker {
    pub(super) fn schema(&mut self, value: &Value, at: &Trail<'_>) {
        match (value, self.version) {
            (Value::Object(_), _) | (Value::Bool(_), Version::V3_1 | Version::V3_2) => {}
            _ => return self.wrong_type(&Shape::Schema, value, at),
        }
        if !self.in_schema && !self.in_documentation {
            self.checked.schemas.push(at.pointer());
        }
        let outer = std::mem::replace(&mut self.in_schema, true);
        match value {
            Value::Object(map) if map.contains_key("$ref") => self.schema_reference(map, at),
            Value::Object(map) => self.object(&SCHEMA_OBJECT, map, at),
            _ => {}
        }
        self.in_schema = outer;
    }

    pub(super) fn reference_or(&mut self, object: &'static Object, map: &Map<String, Value>, at: &Trail<'_>) {
        if map.contains_key("$ref") {
            self.reference(map, at);
        } else {
            self.object(object, map, at);
        }
    }

    pub(super) fn late_reference_or(
        &mut self,
        object: &'static Object,
        map: &Map<String, Value>,
        at: &Trail<'_>,
    ) {
        if self.version < Version::V3_2 || !map.contains_key("$ref") {
            return self.object(object, map, at);
        }
        if !self.in_documentation {
            self.checked.media_types.push(at.pointer());
        }
        self.reference(map, at);
    }

    /// In 3.0 a Reference Object stands in place of the schema; in 3.1 `$ref` is a keyword among the others.
    fn schema_reference(&mut self, map: &Map<String, Value>, at: &Trail<'_>) {
        match self.version {
            Version::V3_0 => self.reference(map, at),
            Version::V3_1 | Version::V3_2 => self.object(&SCHEMA_OBJECT, map, at),
        }
    }

    fn reference(&mut self, map: &Map<String, Value>, at: &Trail<'_>) {
        for (name, value) in map {
            // Whatever else stands there is ignored (section "Reference Object"), though an extension may mean something to others.
            let found =
                if name.starts_with("x-") { extension(name) } else { REFERENCE.find(name, self.version) };
            match found {
                Found::Key(key) => self.value(&key.shape, value, &at.key(name, &REFERENCE, key)),
                Found::Extension => {}
                Found::Reserved => self.reserved_key(&at.any_key(name, &REFERENCE)),
                Found::Elsewhere(_) | Found::Unknown => {
                    self.no_effect_beside_ref(name, &at.any_key(name, &REFERENCE));
                }
            }
        }
    }
}
