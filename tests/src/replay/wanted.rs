//! What is wanted of a response.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};

/// What is wanted of a response. What is not said here does not matter.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wanted {
    /// The statuses that are good.
    pub(super) status: AnyOf<u16>,
    /// Fields by their names: the value, or `None` where there must be none.
    #[serde(default)]
    pub(super) headers: BTreeMap<String, Option<String>>,
    /// The schemes that `WWW-Authenticate` names: all of them, in any order.
    pub(super) challenges: Option<Vec<String>>,
    /// Some of the schemes that `WWW-Authenticate` names.
    #[serde(default)]
    pub(super) challenges_include: Vec<String>,
    /// The content as JSON.
    pub(super) json: Option<Value>,
    /// Some of the members of the content, which is an object of JSON.
    pub(super) json_has: Option<Map<String, Value>>,
    /// The content as text, in which a character is a byte.
    pub(super) body: Option<String>,
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
