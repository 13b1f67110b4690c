//! Shapes in words.

use std::borrow::Cow;

use super::{List, Object, SCHEMA_OBJECT, Shape};

impl Shape {
    /// What a value of this shape is, with an article.
    pub(crate) fn expected(&self) -> Cow<'static, str> {
        match self {
            Self::Any => "any value".into(),
            Self::String | Self::Name | Self::Token | Self::Choice(_) | Self::Warning => "a string".into(),
            Self::Uri | Self::Location | Self::Dialect(_) => "a URL in a string".into(),
            Self::Boolean => "a boolean".into(),
            Self::Number | Self::Positive => "a number".into(),
            Self::Length => "an integer".into(),
            Self::Object(object) => with_article(object.name).into(),
            Self::Reference(object) | Self::LateReference(object) => {
                format!("{} or a reference", with_article(object.name)).into()
            }
            Self::Schema => "a Schema Object".into(),
            Self::SchemaOrBoolean => "a Schema Object or a boolean".into(),
            Self::Map(_) => "a map".into(),
            Self::List(list) => list.expected().into(),
            Self::OneOrMore(list) => format!("{} or {}", list.items.expected(), list.expected()).into(),
        }
    }

    /// Whether a value of this shape is the object, or has it as an entry or item.
    pub(crate) fn holds(&self, object: &Object) -> bool {
        match self {
            Self::Object(other) | Self::Reference(other) | Self::LateReference(other) => {
                std::ptr::eq(*other, object)
            }
            Self::Schema | Self::SchemaOrBoolean => std::ptr::eq(&SCHEMA_OBJECT, object),
            Self::Map(map) => map.values.holds(object),
            Self::List(list) | Self::OneOrMore(list) => list.items.holds(object),
            Self::Any
            | Self::String
            | Self::Name
            | Self::Uri
            | Self::Location
            | Self::Token
            | Self::Boolean
            | Self::Number
            | Self::Positive
            | Self::Length
            | Self::Choice(_)
            | Self::Warning
            | Self::Dialect(_) => false,
        }
    }

    /// Whether it is written as lines of its own under the key.
    pub(crate) fn is_container(&self) -> bool {
        let is_object = matches!(self, Self::Object(_) | Self::Reference(_) | Self::LateReference(_));
        is_object || matches!(self, Self::Schema | Self::Map(_) | Self::List(_))
    }
}

impl List {
    fn expected(&self) -> String {
        match self.items {
            Shape::Object(object) | Shape::Reference(object) => format!("a list of {}s", object.name),
            Shape::Schema => "a list of Schema Objects".to_owned(),
            Shape::String | Shape::Choice(_) | Shape::Warning => "a list of strings".to_owned(),
            _ => "a list".to_owned(),
        }
    }
}

/// `an Info Object`, `a Tag Object`.
fn with_article(name: &str) -> String {
    let article = if name.starts_with(['A', 'E', 'I', 'O', 'X']) { "an" } else { "a" };
    format!("{article} {name}")
}
