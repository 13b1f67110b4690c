//! Keywords that hold schemas (JSON Schema Core, section 10).

use serde_json::Value;

use super::compile::{Compiler, Object};
use super::{Keyword, PatternId, Schema};
use crate::model::name::Name;
use crate::source::Pointer;

/// They are one keyword, where the first of them stands.
const MEMBERS: [&str; 3] = ["properties", "patternProperties", "additionalProperties"];

impl<'d> Compiler<'_, 'd> {
    pub(super) fn applicator(&mut self, object: &Object<'_, 'd>, keyword: &str) -> Option<Keyword> {
        Some(match keyword {
            "allOf" => Keyword::AllOf(self.list(object, keyword)),
            "anyOf" => Keyword::AnyOf(self.list(object, keyword)),
            "oneOf" => Keyword::OneOf(self.list(object, keyword)),
            "not" => Keyword::Not(self.optional(object, keyword)?),
            "if" => Keyword::If {
                condition: self.optional(object, keyword)?,
                then: self.optional(object, "then"),
                otherwise: self.optional(object, "else"),
            },
            "dependentSchemas" => {
                let schemas = members(object.get(keyword));
                let schemas = schemas.map(|(name, schema, at)| (name.clone(), self.schema(schema, &at)));
                Keyword::DependentSchemas(schemas.collect())
            }
            "items" if object.map.contains_key("prefixItems") => return None,
            "prefixItems" | "items" => Keyword::Items {
                prefix: self.inside().list(object, "prefixItems"),
                rest: self.optional_inside(object, "items"),
            },
            "contains" => Keyword::Contains {
                schema: self.optional_inside(object, keyword)?,
                min: object.map.get("minContains").and_then(size).unwrap_or(1),
                max: object.map.get("maxContains").and_then(size),
            },
            "propertyNames" => Keyword::PropertyNames(self.optional_inside(object, keyword)?),
            _ if MEMBERS.contains(&keyword) => {
                let first = object.map.keys().find(|keyword| MEMBERS.contains(&keyword.as_str()))?;
                return (first == keyword).then(|| self.inside().properties(object));
            }
            _ => return None,
        })
    }

    fn properties(&mut self, object: &Object<'_, 'd>) -> Keyword {
        let mut named = Vec::new();
        for (name, schema, at) in members(object.get("properties")) {
            let ignored = self.reader.is_ignored(&at, self.direction);
            let outer = self.name.clone();
            self.name = Name::camel(name)
                .map_or_else(|| outer.clone(), |name| outer.with(&format!("_{}", name.as_str())));
            let schema = if ignored { Schema::Boolean(true) } else { self.schema(schema, &at) };
            named.push((name.clone(), schema));
            self.name = outer;
        }
        let mut patterns: Vec<(PatternId, Schema)> = Vec::new();
        for (text, schema, at) in members(object.get("patternProperties")) {
            let schema = self.schema(schema, &at);
            let pattern = self.reader.pattern_in_name(text, at, &self.name);
            patterns.extend(pattern.map(|pattern| (pattern, schema)));
        }
        Keyword::Properties { named, patterns, additional: self.optional(object, "additionalProperties") }
    }

    fn optional(&mut self, object: &Object<'_, 'd>, keyword: &str) -> Option<Box<Schema>> {
        let (value, at) = object.get(keyword)?;
        Some(Box::new(self.schema(value, &at)))
    }

    pub(super) fn optional_inside(&mut self, object: &Object<'_, 'd>, keyword: &str) -> Option<Box<Schema>> {
        self.inside().optional(object, keyword)
    }

    fn list(&mut self, object: &Object<'_, 'd>, keyword: &str) -> Vec<Schema> {
        let Some((value, at)) = object.get(keyword) else { return Vec::new() };
        let schemas = value.as_array().into_iter().flatten().enumerate();
        schemas.map(|(index, schema)| self.schema(schema, &at.item(index))).collect()
    }
}

/// A count; one beyond 64 bits is as good as the greatest. `5.0` is one (JSON Schema Validation, section 6.1.1).
pub(super) fn size(value: &Value) -> Option<u64> {
    let number = value.as_number()?;
    number.as_u64().or_else(|| number.as_f64().filter(|count| *count >= 0.0).map(|count| count as u64))
}

/// The members of an object, and where they stand.
fn members(object: Option<(&Value, Pointer)>) -> impl Iterator<Item = (&String, &Value, Pointer)> {
    let object = object.and_then(|(value, at)| Some((value.as_object()?, at)));
    object
        .into_iter()
        .flat_map(|(members, at)| members.iter().map(move |(name, value)| (name, value, at.member(name))))
}
