//! From a deserializer's events to a tree, with nothing dropped on the way.
//!
//! `serde_json::Value` could read itself, but it lets the last of two equal keys win in silence, and refuses keys
//! like `200` and numbers like `.nan` without a place. So the tree is built here, by a visitor that knows where it is.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess};
use serde::de::{VariantAccess, Visitor};
use serde_json::{Number, Value};

use super::key::{Key, KeySeed};
use super::mapping::Mapping;
use super::path::Path;
use crate::diagnostic::{Code, Diagnostic, Place};

/// What is counted and collected while a tree is built.
pub(super) struct Builder<'t> {
    /// The text as YAML; `None` for JSON, where a scalar is what it says it is.
    yaml: Option<&'t str>,
    budget: usize,
    /// What was wrong on the way; the tree is whole all the same.
    pub(super) problems: Vec<Diagnostic>,
}

/// How deep a document may be nested: what the readers of YAML and JSON both take.
pub(super) const MAX_DEPTH: usize = 127;

/// The message of the error with which a reader stops once the budget is spent.
pub(super) const BUDGET_SPENT: &str = "the document grows too large through its aliases";

/// What a document may grow to through aliases, in units of which a node costs as many as it has bytes, and some more:
/// what is written out never costs sixteen times its length, so that the rest is for aliases.
const UNITS_PER_BYTE: usize = 16;
const UNITS_FOR_ALIASES: usize = 1 << 20;
const COLLECTION: usize = 8;
pub(super) const SCALAR: usize = 2;
const PROBLEM: usize = 64;

impl<'t> Builder<'t> {
    pub(super) fn yaml(text: &'t str) -> Self {
        let budget = text.len().saturating_mul(UNITS_PER_BYTE).saturating_add(UNITS_FOR_ALIASES);
        Self { yaml: Some(text), budget, problems: Vec::new() }
    }

    pub(super) fn json() -> Self {
        Self { yaml: None, budget: usize::MAX, problems: Vec::new() }
    }

    /// Reads one document.
    pub(super) fn build<'de, D: Deserializer<'de>>(&mut self, deserializer: D) -> Result<Value, D::Error> {
        self.at(&Path::Root).deserialize(deserializer)
    }

    pub(super) fn at<'a>(&'a mut self, path: &'a Path<'a>) -> Seed<'a, 't> {
        Seed { builder: self, path }
    }

    /// Collects a problem, for a price: aliases repeat problems too.
    pub(super) fn problem(&mut self, diagnostic: Diagnostic) {
        self.budget = self.budget.saturating_sub(PROBLEM);
        self.problems.push(diagnostic);
    }

    /// Counts a node, because an alias repeats one without writing it: nine lines can mean a billion nodes.
    pub(super) fn spend<E: Error>(&mut self, units: usize) -> Result<(), E> {
        match self.budget.checked_sub(units) {
            Some(rest) => {
                self.budget = rest;
                Ok(())
            }
            None => Err(E::custom(BUDGET_SPENT)),
        }
    }

    /// Whether `scalar`, a part of the text, is written without quotes.
    pub(super) fn is_plain(&self, scalar: &str) -> bool {
        let Some(text) = self.yaml else { return false };
        let start = (scalar.as_ptr() as usize).checked_sub(text.as_ptr() as usize);
        let before = start.and_then(|start| text.get(..start));
        before.is_some_and(|before| !before.ends_with(['"', '\'']))
    }

    fn not_a_number(&mut self, path: &Path<'_>, written: impl fmt::Display) {
        let message = format!("JSON has no number like {written}");
        self.problem(Diagnostic::new(Code::Number, Place::Value(path.pointer()), message));
    }
}

/// Reads the value at `path`.
pub(super) struct Seed<'a, 't> {
    builder: &'a mut Builder<'t>,
    path: &'a Path<'a>,
}

impl<'de> DeserializeSeed<'de> for Seed<'_, '_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_, '_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        self.builder.spend(SCALAR)?;
        Ok(Value::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Value, E> {
        self.visit_unit()
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        self.builder.spend(SCALAR)?;
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        self.builder.spend(SCALAR)?;
        Ok(Value::from(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        self.builder.spend(SCALAR)?;
        Ok(Value::from(value))
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        self.builder.spend(SCALAR)?;
        Ok(match Number::from_f64(value) {
            Some(number) => Value::Number(number),
            None => {
                self.builder.not_a_number(self.path, if value.is_nan() { ".nan" } else { ".inf" });
                Value::Null
            }
        })
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Value, E> {
        if overflows(text) && self.builder.is_plain(text) {
            self.builder.not_a_number(self.path, text);
        }
        self.visit_str(text)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        self.builder.spend(SCALAR + text.len())?;
        Ok(Value::String(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        self.builder.spend(COLLECTION)?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self.builder.at(&self.path.item(list.len())))? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let Self { builder, path } = self;
        builder.spend(COLLECTION)?;
        let mut mapping = Mapping::default();
        while let Some(key) = members.next_key_seed(KeySeed { builder: &mut *builder })? {
            let value = members.next_value_seed(builder.at(&path.member(key.text())))?;
            match key {
                Key::Name(name) => mapping.insert(builder, path, name, value),
                Key::Merge => mapping.merge(builder, path, value),
            }
        }
        Ok(Value::Object(mapping.finish()))
    }

    /// What `serde_yaml` calls an enum is a value with a local tag, which the survey of the text reports.
    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<Value, A::Error> {
        let (IgnoredAny, content) = tagged.variant()?;
        content.newtype_variant_seed(self)
    }
}

/// A plain scalar beyond the range of numbers, like `1e400`, which `serde_yaml` takes for a text.
fn overflows(text: &str) -> bool {
    let is_numeric = |byte: u8| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E');
    text.bytes().all(is_numeric) && text.parse().is_ok_and(f64::is_infinite)
}
