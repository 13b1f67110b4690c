//! Values of the document, with the digits of their numbers.

use std::fmt;

use serde_json::Value;

use crate::document::Document;
use crate::source::Pointer;

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as JSON writes it.
    Number(String),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Literal>),
    /// An object.
    Object(Vec<(String, Literal)>),
}

impl Literal {
    /// `value`, which stands at `at`.
    pub(in crate::model) fn of(document: &Document<'_>, value: &Value, at: &Pointer) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(*value),
            Value::Number(number) => Self::Number(document.number(at).unwrap_or_else(|| number.to_string())),
            Value::String(text) => Self::String(text.clone()),
            Value::Array(items) => {
                let items = items.iter().enumerate();
                Self::Array(items.map(|(index, item)| Self::of(document, item, &at.item(index))).collect())
            }
            Value::Object(members) => {
                let members = members.iter();
                let member =
                    |(name, value): (&String, _)| (name.clone(), Self::of(document, value, &at.member(name)));
                Self::Object(members.map(member).collect())
            }
        }
    }
}

impl Literal {
    /// Whether `value` is this one (JSON Schema Core, 4.2.2).
    pub(in crate::model) fn is(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Null, Value::Null) => true,
            (Self::Bool(one), Value::Bool(other)) => one == other,
            (Self::Number(text), Value::Number(number)) => {
                *text == number.to_string() || text.parse().ok() == number.as_f64()
            }
            (Self::String(one), Value::String(other)) => one == other,
            (Self::Array(items), Value::Array(values)) => {
                items.len() == values.len() && items.iter().zip(values).all(|(item, value)| item.is(value))
            }
            (Self::Object(members), Value::Object(values)) => {
                let is_there =
                    |(name, member): &(String, Self)| values.get(name).is_some_and(|value| member.is(value));
                members.len() == values.len() && members.iter().all(is_there)
            }
            _ => false,
        }
    }
}

/// As JSON.
impl fmt::Display for Literal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = |text: &str| Value::from(text).to_string();
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => write!(f, "{value}"),
            Self::Number(number) => f.write_str(number),
            Self::String(value) => f.write_str(&text(value)),
            Self::Array(items) => {
                let items: Vec<String> = items.iter().map(Self::to_string).collect();
                write!(f, "[{}]", items.join(","))
            }
            Self::Object(members) => {
                let members = members.iter().map(|(name, value)| format!("{}:{value}", text(name)));
                write!(f, "{{{}}}", members.collect::<Vec<_>>().join(","))
            }
        }
    }
}
