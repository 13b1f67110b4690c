//! Values of the document, with the digits of their numbers.

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
