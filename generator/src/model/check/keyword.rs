//! Schemas and their keywords, as the runtime's module `schema` has them: see there for what they mean.

use super::{AnchorsId, CheckId, Literal, PatternId};
use crate::model::format::TextFormat;

/// A schema.
#[derive(Debug, Clone, PartialEq)]
pub enum Schema {
    /// `true` holds for every value, `false` for none.
    Boolean(bool),
    /// Holds where all keywords do.
    Keywords(Vec<Keyword>),
}

/// One of the types of JSON Schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "they are JSON Schema's own")]
pub enum SimpleType {
    Null,
    Boolean,
    Integer,
    Number,
    String,
    Array,
    Object,
}

/// A keyword that says something of values, or a few that belong together. Numbers are as JSON writes them.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "they are JSON Schema's own")]
pub enum Keyword {
    Type(Vec<SimpleType>),
    Enum(Vec<Literal>),
    Const(Literal),
    MultipleOf(String),
    Maximum(String),
    ExclusiveMaximum(String),
    Minimum(String),
    ExclusiveMinimum(String),
    MaxLength(u64),
    MinLength(u64),
    Pattern(PatternId),
    Format(TextFormat),
    MaxItems(u64),
    MinItems(u64),
    UniqueItems,
    Contains {
        schema: Box<Schema>,
        min: u64,
        max: Option<u64>,
    },
    Items {
        prefix: Vec<Schema>,
        rest: Option<Box<Schema>>,
    },
    MaxProperties(u64),
    MinProperties(u64),
    Required(Vec<String>),
    DependentRequired(Vec<(String, Vec<String>)>),
    Properties {
        named: Vec<(String, Schema)>,
        patterns: Vec<(PatternId, Schema)>,
        additional: Option<Box<Schema>>,
    },
    PropertyNames(Box<Schema>),
    AllOf(Vec<Schema>),
    AnyOf(Vec<Schema>),
    OneOf(Vec<Schema>),
    Not(Box<Schema>),
    If {
        condition: Box<Schema>,
        then: Option<Box<Schema>>,
        otherwise: Option<Box<Schema>>,
    },
    DependentSchemas(Vec<(String, Schema)>),
    Ref(CheckId),
    DynamicRef {
        anchor: String,
        initial: CheckId,
    },
    Resource(AnchorsId),
    UnevaluatedItems(Box<Schema>),
    UnevaluatedProperties(Box<Schema>),
}

impl Schema {
    /// The schema with these keywords: all that is said of values.
    pub(super) fn of(keywords: Vec<Keyword>) -> Self {
        if keywords.is_empty() { Self::Boolean(true) } else { Self::Keywords(keywords) }
    }
}

impl SimpleType {
    pub(super) fn of(name: &str) -> Option<Self> {
        Some(match name {
            "null" => Self::Null,
            "boolean" => Self::Boolean,
            "integer" => Self::Integer,
            "number" => Self::Number,
            "string" => Self::String,
            "array" => Self::Array,
            "object" => Self::Object,
            _ => return None,
        })
    }
}
