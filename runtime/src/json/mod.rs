//! JSON values of any shape (RFC 8259).
//!
//! Where a schema has no natural type in Rust, what was sent is handed on as [`Json`], after it was checked.

mod decimal;
mod number;
mod read;

#[cfg(test)]
mod tests;

use crate::encode::{Encode, Writer};

pub(crate) use decimal::Decimal;
pub use number::Number;
pub(crate) use read::{built, half_pairs};

/// A JSON value of any shape.
///
/// Two are equal as JSON Schema Core says in section 4.2.2: `1` and `1.0` are, and the order of members does not count.
///
/// ```
/// use specwright_runtime::decode;
/// use specwright_runtime::json::Json;
///
/// let pet: Json = decode::from_slice(br#"{"name": "Rex", "legs": 4.0, "tags": []}"#).unwrap();
/// assert_eq!(pet.get("name").and_then(Json::as_str), Some("Rex"));
/// assert_eq!(pet.get("legs"), Some(&Json::from(4)));
/// assert!(pet.get("tags").is_some_and(|tags| tags.items().is_empty()));
/// ```
#[derive(Debug, Clone, Default)]
pub enum Json {
    /// `null`
    #[default]
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as it was written.
    Number(Number),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Json>),
    /// An object: the names of its members, of which no two are the same, and their values.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Whether it is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// `true` or `false`, if it is one of them.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// The number, if it is one.
    pub fn as_number(&self) -> Option<&Number> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The text, if it is a string.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The items, if it is an array; otherwise none.
    pub fn items(&self) -> &[Self] {
        match self {
            Self::Array(items) => items,
            _ => &[],
        }
    }

    /// The members in the order in which they were sent, if it is an object; otherwise none.
    pub fn members(&self) -> &[(String, Self)] {
        match self {
            Self::Object(members) => members,
            _ => &[],
        }
    }

    /// The member with this name, if it is an object that has one.
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.members().iter().find(|(other, _)| other == name).map(|(_, value)| value)
    }
}

impl PartialEq for Json {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Null, Self::Null) => true,
            (Self::Bool(a), Self::Bool(b)) => a == b,
            (Self::Number(a), Self::Number(b)) => a == b,
            (Self::String(a), Self::String(b)) => a == b,
            (Self::Array(a), Self::Array(b)) => a == b,
            (Self::Object(a), Self::Object(b)) => a.len() == b.len() && sorted(a) == sorted(b),
            _ => false,
        }
    }
}

impl Eq for Json {}

fn sorted(members: &[(String, Json)]) -> Vec<&(String, Json)> {
    let mut members: Vec<_> = members.iter().collect();
    members.sort_by(|(a, _), (b, _)| a.cmp(b));
    members
}

impl Encode for Json {
    fn encode(&self, writer: &mut Writer) {
        match self {
            Self::Null => writer.null(),
            Self::Bool(value) => writer.boolean(*value),
            Self::Number(number) => number.encode(writer),
            Self::String(text) => writer.string(text),
            Self::Array(items) => items.encode(writer),
            Self::Object(members) => {
                let object = writer.object();
                members.iter().fold(object, |object, (name, value)| object.field(name, value)).end();
            }
        }
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

macro_rules! from {
    ($($variant:ident($from:ty),)+) => {
        $(
            impl From<$from> for Json {
                fn from(value: $from) -> Self {
                    Self::$variant(value.into())
                }
            }
        )+
    };
}

from! {
    Bool(bool),
    Number(Number),
    Number(i32),
    Number(i64),
    Number(u32),
    Number(u64),
    String(String),
    Array(Vec<Json>),
    Object(Vec<(String, Json)>),
}
