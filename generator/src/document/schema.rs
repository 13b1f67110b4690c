//! One Schema Object as it was written, read with the meaning that JSON Schema 2020-12 gives it.
//!
//! What OpenAPI 3.0 writes in another way (`nullable`, boolean `exclusiveMinimum`) is translated here and nowhere else.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::Version;
use crate::source::Pointer;

/// A Schema Object and where it stands.
#[derive(Debug, Clone)]
pub struct Schema<'d> {
    object: &'d Map<String, Value>,
    version: Version,
    /// Where the schema stands in the document.
    pub pointer: Pointer,
}

/// A bound of a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bound<N> {
    /// The bound itself.
    pub value: N,
    /// Whether the bound itself is out of bounds.
    pub exclusive: bool,
}

/// What becomes of properties that are not declared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Additional {
    /// `additionalProperties` is not there: they may be there, and nobody asks for them.
    Unsaid,
    /// They are refused.
    Refused,
    /// They are as the schema at this place says.
    Schema(Pointer),
}

/// Keywords that say nothing of whether a value is good, or that are read as part of another one.
const ANNOTATIONS: &[&str] = &[
    "$anchor",
    "$comment",
    "$defs",
    "$dynamicAnchor",
    "$id",
    "$schema",
    "contentMediaType",
    "contentSchema",
    "default",
    "definitions",
    "deprecated",
    "description",
    "discriminator",
    "example",
    "examples",
    "externalDocs",
    "nullable",
    "readOnly",
    "title",
    "writeOnly",
    "xml",
];

impl<'d> Schema<'d> {
    /// The schema at `pointer` in `tree`, or `None` where there is no object.
    pub fn at(tree: &'d Value, version: Version, pointer: Pointer) -> Option<Self> {
        let object = pointer.of(tree)?.as_object()?;
        Some(Self { object, version, pointer })
    }

    /// The reference that stands in the place of a schema.
    pub fn reference(&self) -> Option<&'d str> {
        self.text("$ref")
    }

    /// The names in `type`, without `null`, in the order of the document.
    pub fn types(&self) -> Vec<&'d str> {
        self.written_types().into_iter().filter(|name| *name != "null").collect()
    }

    /// Whether `null` is a value too: `null` among the types, or 3.0's `nullable` beside a type.
    ///
    /// Beside an `allOf` of one member, 3.0's `nullable` adds `null` to what the member admits: the letter of 3.0.3 has it add
    /// nothing, and everybody who writes it means this. 3.1 has no such word, and there `null` must pass both.
    pub fn nullable(&self) -> bool {
        match self.version {
            Version::V3_0 => (self.has("type") || self.only_member().is_some()) && self.flag("nullable"),
            Version::V3_1 | Version::V3_2 => {
                self.written_types().contains(&"null") && self.only_member().is_none()
            }
        }
    }

    /// Whether `enum` and `const` leave room for `null`; those of 3.0 always do, as everybody there takes `nullable` to mean.
    pub fn lists_null(&self) -> bool {
        let listed = self.choices().is_none_or(|values| values.contains(&Value::Null));
        let constant = self.constant().is_none_or(Value::is_null);
        self.version == Version::V3_0 || (listed && constant)
    }

    /// Whether there is a `type`, and `null` is none of it.
    pub fn excludes_null(&self) -> bool {
        self.has("type") && !self.written_types().contains(&"null")
    }

    /// Where the one member of an `allOf` stands.
    pub fn only_member(&self) -> Option<Pointer> {
        let members = self.object.get("allOf")?.as_array()?;
        (members.len() == 1).then(|| self.member("allOf").item(0))
    }

    /// Where the default stands. What stands beside a reference means nothing in 3.0.
    pub fn default(&self) -> Option<Pointer> {
        let ignored = self.version == Version::V3_0 && self.reference().is_some();
        (self.has("default") && !ignored).then(|| self.member("default"))
    }

    /// The keys, in the order of the document.
    pub fn keys(&self) -> impl Iterator<Item = &'d str> {
        self.object.keys().map(String::as_str)
    }

    fn written_types(&self) -> Vec<&'d str> {
        match self.object.get("type") {
            Some(Value::String(one)) => vec![one],
            Some(Value::Array(several)) => several.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        }
    }

    /// The properties in the order of the document.
    pub fn properties(&self) -> Vec<(&'d str, Pointer)> {
        let pointer = self.pointer.member("properties");
        let properties = self.object.get("properties").and_then(Value::as_object);
        properties.into_iter().flatten().map(|(name, _)| (name.as_str(), pointer.member(name))).collect()
    }

    /// The names in `required`.
    pub fn required(&self) -> Vec<&'d str> {
        let names = self.object.get("required").and_then(Value::as_array);
        names.into_iter().flatten().filter_map(Value::as_str).collect()
    }

    /// What `additionalProperties` says.
    pub fn additional_properties(&self) -> Additional {
        match self.object.get("additionalProperties") {
            None => Additional::Unsaid,
            Some(Value::Bool(false)) => Additional::Refused,
            Some(_) => Additional::Schema(self.member("additionalProperties")),
        }
    }

    /// Where the schemas of an array's first items stand.
    pub fn prefix_items(&self) -> Vec<Pointer> {
        self.members_of("prefixItems")
    }

    /// Where the schemas of the list under `key` stand.
    pub fn members_of(&self, key: &str) -> Vec<Pointer> {
        let count = self.object.get(key).and_then(Value::as_array).map_or(0, Vec::len);
        (0..count).map(|index| self.member(key).item(index)).collect()
    }

    /// Where the schema of an array's items stands.
    pub fn items(&self) -> Option<Pointer> {
        self.has("items").then(|| self.member("items"))
    }

    /// Whether `items` is `false`.
    pub fn items_are_refused(&self) -> bool {
        self.object.get("items") == Some(&Value::Bool(false))
    }

    /// Whether no two items of an array are equal.
    pub fn unique_items(&self) -> bool {
        self.flag("uniqueItems")
    }

    /// The value of `const`.
    pub fn constant(&self) -> Option<&'d Value> {
        self.object.get("const")
    }

    /// `contentEncoding`
    pub fn content_encoding(&self) -> Option<&'d str> {
        self.text("contentEncoding")
    }

    /// The value under `key`, a number.
    pub fn number(&self, key: &str) -> Option<&'d serde_json::Number> {
        self.object.get(key)?.as_number()
    }

    /// The value under `key`, a string.
    pub fn string(&self, key: &str) -> Option<&'d str> {
        self.text(key)
    }

    /// `oneOf` or `anyOf`, where it is the only one, and where the schema has no properties of its own.
    pub fn union(&self) -> Option<&'static str> {
        let own = ["properties", "patternProperties", "additionalProperties"];
        if own.iter().any(|key| self.has(key)) || !matches!(self.types().as_slice(), [] | ["object"]) {
            return None;
        }
        match (self.has("oneOf"), self.has("anyOf")) {
            (true, false) => Some("oneOf"),
            (false, true) => Some("anyOf"),
            _ => None,
        }
    }

    /// Whether anything but the `handled` keywords says which values are good. What stands beside a reference means nothing in 3.0.
    pub fn says_more_than(&self, handled: &[&str]) -> bool {
        let ignored = self.version == Version::V3_0 && self.reference().is_some();
        let says = |key: &&String| {
            !handled.contains(&key.as_str()) && !ANNOTATIONS.contains(&key.as_str()) && !key.starts_with("x-")
        };
        !ignored && self.object.keys().any(|key| says(&key))
    }

    /// The values of `enum`.
    pub fn choices(&self) -> Option<&'d Vec<Value>> {
        self.object.get("enum")?.as_array()
    }

    /// The name of a format.
    pub fn format(&self) -> Option<&'d str> {
        self.text("format")
    }

    /// A count such as `minLength`; one beyond 64 bits is as good as the greatest.
    pub fn count(&self, key: &str) -> Option<u64> {
        let number = self.object.get(key)?.as_number()?;
        number.as_u64().or_else(|| number.as_f64().filter(|count| *count >= 0.0).map(|count| count as u64))
    }

    /// `minimum` or `exclusiveMinimum`, whichever is the stricter.
    pub fn lower(&self) -> Option<Bound<&'d serde_json::Number>> {
        self.bound("minimum", "exclusiveMinimum", |exclusive, inclusive| exclusive >= inclusive)
    }

    /// `maximum` or `exclusiveMaximum`, whichever is the stricter.
    pub fn upper(&self) -> Option<Bound<&'d serde_json::Number>> {
        self.bound("maximum", "exclusiveMaximum", |exclusive, inclusive| exclusive <= inclusive)
    }

    fn bound(
        &self,
        inclusive: &str,
        exclusive: &str,
        stricter: fn(f64, f64) -> bool,
    ) -> Option<Bound<&'d serde_json::Number>> {
        let plain = self.object.get(inclusive).and_then(Value::as_number);
        match self.object.get(exclusive) {
            Some(Value::Bool(flag)) => plain.map(|value| Bound { value, exclusive: *flag }),
            Some(Value::Number(value)) => {
                let weaker = plain.filter(|plain| !stricter(float(value), float(plain)));
                Some(
                    weaker
                        .map_or(Bound { value, exclusive: true }, |value| Bound { value, exclusive: false }),
                )
            }
            _ => plain.map(|value| Bound { value, exclusive: false }),
        }
    }

    /// What people are told about the schema: its description, or else its title.
    pub fn description(&self) -> Option<&'d str> {
        self.text("description").or_else(|| self.text("title"))
    }

    /// Whether the schema says that it is on its way out.
    pub fn deprecated(&self) -> bool {
        self.flag("deprecated")
    }

    /// Whether the value under `key` is `true`.
    pub fn says(&self, key: &str) -> bool {
        self.flag(key)
    }

    /// Where the member `key` stands.
    pub fn member(&self, key: &str) -> Pointer {
        self.pointer.member(key)
    }

    /// Whether `key` is written.
    pub fn has(&self, key: &str) -> bool {
        self.object.contains_key(key)
    }

    fn text(&self, key: &str) -> Option<&'d str> {
        self.object.get(key)?.as_str()
    }

    fn flag(&self, key: &str) -> bool {
        self.object.get(key).and_then(Value::as_bool).unwrap_or(false)
    }
}

fn float(number: &serde_json::Number) -> f64 {
    number.as_f64().unwrap_or(f64::NAN)
}

/// What schemas a keyword has for its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inside {
    /// A schema.
    Schema,
    /// An object of schemas.
    ByName,
    /// An array of schemas.
    List,
}

impl Inside {
    /// What schemas `keyword` has for its value, if any.
    pub fn of(keyword: &str) -> Option<Self> {
        match keyword {
            "additionalProperties"
            | "contains"
            | "contentSchema"
            | "else"
            | "if"
            | "items"
            | "not"
            | "propertyNames"
            | "then"
            | "unevaluatedItems"
            | "unevaluatedProperties" => Some(Self::Schema),
            "$defs" | "dependentSchemas" | "patternProperties" | "properties" => Some(Self::ByName),
            "allOf" | "anyOf" | "oneOf" | "prefixItems" => Some(Self::List),
            _ => None,
        }
    }
}

/// Calls `visit` with `value`, a schema at `pointer`, and with all schemas in it, the outer before the inner.
pub(super) fn each_schema<'d>(
    value: &'d Value,
    pointer: Pointer,
    visit: &mut impl FnMut(&Pointer, &'d Value),
) {
    visit(&pointer, value);
    for (keyword, value) in value.as_object().into_iter().flatten() {
        let Some(inside) = Inside::of(keyword) else { continue };
        let at = pointer.member(keyword);
        match (inside, value) {
            (Inside::Schema, _) => each_schema(value, at, visit),
            (Inside::ByName, Value::Object(schemas)) => {
                schemas.iter().for_each(|(name, schema)| each_schema(schema, at.member(name), visit));
            }
            (Inside::List, Value::Array(schemas)) => {
                let schemas = schemas.iter().enumerate();
                schemas.for_each(|(index, schema)| each_schema(schema, at.item(index), visit));
            }
            (Inside::ByName | Inside::List, _) => {}
        }
    }
}

/// Whether `tokens`, from a schema on, lead to a schema within it.
pub(super) fn leads_to_a_schema<'t>(mut tokens: impl Iterator<Item = Cow<'t, str>>) -> bool {
    while let Some(token) = tokens.next() {
        let good = match Inside::of(&token) {
            Some(Inside::Schema) => true,
            Some(Inside::ByName | Inside::List) => tokens.next().is_some(),
            None => false,
        };
        if !good {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leads(pointer: &str) -> bool {
        Pointer::parse(pointer).is_some_and(|pointer| leads_to_a_schema(pointer.tokens()))
    }

    #[test]
    fn a_schema_holds_schemas_under_some_keywords_alone() {
        for pointer in ["", "/items", "/properties/x-a/items", "/allOf/0/properties/enum"] {
            assert!(leads(pointer), "{pointer}");
        }
        for pointer in
            ["/example", "/x-a", "/properties", "/enum/0", "/items/default", "/properties/a/x-b/items"]
        {
            assert!(!leads(pointer), "{pointer}");
        }
    }
}
