//! Values that are listed: `enum` and `const`.

use serde_json::Value;

use super::check::Literal;
use super::name::{Name, Scope};
use super::reader::Reader;
use super::types::{Choice, Kind};
use crate::diagnostic::{Code, Place};
use crate::document::Schema;

impl<'d> Reader<'d> {
    /// One of several strings.
    pub(super) fn choices(&mut self, schema: &Schema<'d>) -> Option<Kind> {
        let at = schema.member("enum");
        let values = schema.choices()?;
        let (mut names, mut choices) = (Scope::default(), Vec::<Choice>::new());
        if values.is_empty() {
            self.report(Code::WrongValue, Place::Value(at.clone()), "an `enum` has at least one value");
            return None;
        }
        for (index, value) in values.iter().enumerate() {
            let place = Place::Value(at.item(index));
            match value.as_str() {
                None => {} // `null`, which has its place elsewhere
                Some(text) if choices.iter().any(|choice| choice.wire == text) => {
                    self.report(Code::NoEffect, place, "this value is in the `enum` already");
                }
                Some(text) => {
                    choices.push(Choice { wire: text.to_owned(), name: names.take(&choice_name(text)) })
                }
            }
        }
        self.all_are_of_type(schema, values);
        Some(Kind::Enum(choices))
    }

    /// The one value of `schema`, which is of its type.
    pub(super) fn constant(&mut self, schema: &Schema<'d>) -> Option<Literal> {
        let value = schema.constant()?;
        if self.is_of_type(schema, value) {
            return Some(Literal::of(self.document, value, &schema.member("const")));
        }
        let message = "the schema is of another type than its `const`";
        self.report(Code::Unsatisfiable, Place::Value(schema.member("const")), message);
        None
    }

    /// Whether some value of the `enum`, or the `const`, is of the type of `schema`; otherwise that is reported.
    pub(super) fn enum_can_be_met(&mut self, schema: &Schema<'d>) -> Option<()> {
        if schema.has("const") {
            self.constant(schema)?;
        }
        let at = || Place::Value(schema.member("enum"));
        match schema.choices() {
            Some(values) if values.is_empty() => {
                self.report(Code::WrongValue, at(), "an `enum` has at least one value");
                None
            }
            Some(values) if !values.iter().any(|value| self.is_of_type(schema, value)) => {
                self.report(Code::Unsatisfiable, at(), "no value of the `enum` has the type of the schema");
                None
            }
            Some(values) => {
                self.all_are_of_type(schema, values);
                Some(())
            }
            None => Some(()),
        }
    }

    /// Warns of values in the `enum` that no value can be, because `type` has none of them.
    fn all_are_of_type(&mut self, schema: &Schema<'d>, values: &[Value]) {
        for (index, value) in values.iter().enumerate() {
            if self.is_of_type(schema, value) {
                continue;
            }
            let message = "the schema is of another type than this value of its `enum`";
            let help = match (value, schema.types().as_slice()) {
                (Value::Null, _) => "let the `type` be null, too, or remove it",
                (_, ["string"]) => "put it in quotes, or remove it",
                _ => "remove it",
            };
            let place = Place::Value(schema.member("enum").item(index));
            self.report_with_help(Code::NoEffect, place, message, help);
        }
    }

    fn is_of_type(&self, schema: &Schema<'d>, value: &Value) -> bool {
        let of = |name: &&str| match *name {
            "string" => value.is_string(),
            "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
            "number" => value.is_number(),
            "boolean" => value.is_boolean(),
            "array" => value.is_array(),
            "object" => value.is_object(),
            _ => true,
        };
        !schema.has("type") || value.is_null() && schema.nullable() || schema.types().iter().any(of)
    }
}

/// A sign in front tells choices apart as letters do: `name` and `-name`, `+1` and `-1`.
fn choice_name(text: &str) -> Name {
    let signed = [("+", "plus"), ("-", "minus")].into_iter().find_map(|(sign, word)| {
        let rest = text.strip_prefix(sign).filter(|rest| rest.starts_with(char::is_alphanumeric))?;
        Name::camel(&format!("{word} {rest}"))
    });
    signed.or_else(|| Name::camel(text)).unwrap_or_else(|| Name::spelt(text))
}
