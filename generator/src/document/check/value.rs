//! Values: whether they have the shape that the table gives them.

use serde_json::{Number, Value};

use super::Walker;
use super::trail::Trail;
use crate::document::table::{Choice, Shape, is_token, is_uri_reference};

impl Walker {
    /// Checks a value, and what is in it.
    pub(super) fn value(&mut self, shape: &Shape, value: &Value, at: &Trail<'_>) {
        match (shape, value) {
            (Shape::Any, _)
            | (Shape::String, Value::String(_))
            | (Shape::Boolean | Shape::SchemaOrBoolean, Value::Bool(false))
            | (Shape::Boolean | Shape::SchemaOrBoolean, Value::Bool(true))
            | (Shape::Number, Value::Number(_)) => {}
            (Shape::Name | Shape::Uri | Shape::Location | Shape::Token, Value::String(text)) => {
                self.text(shape, text, at)
            }
            (Shape::Warning, Value::String(text)) => self.acknowledgement(text, at),
            (Shape::Choice(choices), Value::String(text)) => self.choice(choices, text, at),
            (Shape::Dialect(known), Value::String(text)) => self.dialect(known, text, at),
            (Shape::Length, Value::Number(number)) => self.length(shape, number, value, at),
            (Shape::Positive, Value::Number(number)) => self.positive(number, at),
            (Shape::Object(object), Value::Object(map)) => self.object(object, map, at),
            (Shape::Reference(object), Value::Object(map)) => self.reference_or(object, map, at),
            (Shape::LateReference(object), Value::Object(map)) => self.late_reference_or(object, map, at),
            (Shape::Schema | Shape::SchemaOrBoolean, _) => self.schema(value, at),
            (Shape::Map(shape), Value::Object(map)) => self.map(shape, map, at),
            (Shape::List(shape) | Shape::OneOrMore(shape), Value::Array(items)) => {
                self.list(shape, items, at)
            }
            (Shape::OneOrMore(shape), Value::String(_)) => self.value(&shape.items, value, at),
            _ => self.wrong_type(shape, value, at),
        }
    }

    fn text(&mut self, shape: &Shape, text: &str, at: &Trail<'_>) {
        let is_uri = matches!(shape, Shape::Uri | Shape::Location);
        if text.is_empty() && !matches!(shape, Shape::Uri) {
            self.wrong_value(at, "must not be empty", None);
        } else if is_uri && !is_uri_reference(text) {
            self.wrong_value(at, "is no URL", Some("a URL has no spaces, quotes or backslashes".to_owned()));
        } else if matches!(shape, Shape::Token) && !is_token(text) {
            let help = "one word of letters and digits, such as `bearer`";
            self.wrong_value(at, "is no token", Some(help.to_owned()));
        }
    }

    fn choice(&mut self, choices: &[Choice], text: &str, at: &Trail<'_>) {
        match choices.iter().find(|choice| choice.value == text) {
            Some(choice) if !choice.versions.contain(self.version) => self.value_of_other_version(choice, at),
            Some(_) => {}
            None => self.unknown_value(choices, text, at),
        }
    }

    fn length(&mut self, shape: &Shape, number: &Number, value: &Value, at: &Trail<'_>) {
        // JSON Schema counts 5.0 as an integer (2020-12, section 6.1.1).
        match number.as_f64() {
            Some(float) if float.fract() != 0.0 => self.wrong_type(shape, value, at),
            Some(float) if float < 0.0 => self.wrong_value(at, "must not be negative", None),
            Some(_) | None => {}
        }
    }

    fn positive(&mut self, number: &Number, at: &Trail<'_>) {
        if number.as_f64().is_some_and(|float| float <= 0.0) {
            self.wrong_value(at, "must be above 0", None);
        }
    }
}
