//! What is wanted of a response.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::problems::Wanted as Problem;

/// What is wanted of a response: one of these is met. The first is ours.
#[derive(Debug, Deserialize)]
#[serde(try_from = "Value")]
pub(super) struct Wanted(Vec<Answer>);

/// An answer that will do. What is not said here does not matter.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Answer {
    /// The statuses that are good.
    pub(super) status: AnyOf<u16>,
    /// Fields by their names: the values that are good, where `None` is none.
    #[serde(default)]
    pub(super) headers: BTreeMap<String, AnyOf<Option<String>>>,
    /// The schemes that `WWW-Authenticate` names: all of them, in any order.
    pub(super) challenges: Option<Vec<String>>,
    /// Some of the schemes that `WWW-Authenticate` names.
    #[serde(default)]
    pub(super) challenges_include: Vec<String>,
    /// The content as JSON.
    pub(super) json: Option<Value>,
    /// Some of the members of the content, which is an object of JSON.
    pub(super) json_has: Option<Map<String, Value>>,
    /// The content as JSON: the operation, its parameters and its body.
    pub(super) echo: Option<AnyOf<Map<String, Value>>>,
    /// What is in the `detail` of the content, in any order.
    pub(super) problems: Option<Vec<Problem>>,
    /// The content as text, in which a character is a byte or what it is in UTF-8.
    pub(super) body: Option<String>,
}

/// Several answers of which one is met, as they are written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Either {
    either: Vec<Answer>,
}

impl Wanted {
    /// All that will do, ours first.
    pub(super) fn answers(&self) -> &[Answer] {
        &self.0
    }
}

impl TryFrom<Value> for Wanted {
    type Error = serde_json::Error;

    fn try_from(written: Value) -> Result<Self, Self::Error> {
        match written.get("either") {
            Some(_) => Either::deserialize(written).map(|Either { either }| Self(either)),
            None => Answer::deserialize(written).map(|answer| Self(vec![answer])),
        }
    }
}

/// One value, or a list of which any will do.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum AnyOf<T> {
    /// Exactly this.
    One(T),
    /// One of these.
    Some(Vec<T>),
}

impl<T> AnyOf<T> {
    /// All that will do.
    pub(super) fn all(&self) -> &[T] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Some(some) => some,
        }
    }
}
