//! A recorded case: a request, and what is wanted of its response.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use crate::exchange::Request;

/// A case. What a case may not have is an error of reading, so that nothing recorded goes without being compared.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// What it is about, in few words.
    pub name: String,
    /// What it has in common with others.
    pub group: String,
    /// Whose rule it is.
    pub class: Class,
    /// The reason for the rule.
    pub why: Option<String>,
    /// What FastAPI answers, where that is something else.
    pub fastapi: Option<Value>,
    /// What is sent.
    pub request: Request,
    /// What is wanted.
    pub response: Wanted,
}

/// Whose rule a case is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Class {
    /// FastAPI answers the same.
    Match,
    /// FastAPI answers otherwise, and ours is stricter.
    Stricter,
}

/// What is wanted of a response.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    /// The statuses that are good.
    pub status: AnyOf<u16>,
    /// Fields by their names: the value, or `None` where there must be none.
    #[serde(default)]
    pub headers: BTreeMap<String, Option<String>>,
    /// The content as JSON.
    pub json: Option<Value>,
    /// The content as text, in which a character is a byte.
    pub body: Option<String>,
}

/// One value, or a list of which any will do.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum AnyOf<T> {
    /// Exactly this.
    One(T),
    /// One of these.
    Some(Vec<T>),
}

impl<T> AnyOf<T> {
    /// All that will do.
    pub fn all(&self) -> &[T] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Some(some) => some,
        }
    }
}

/// Reads the cases of a recording.
///
/// # Panics
///
/// When the file is not there, or is no list of cases.
pub fn read(path: &Path) -> Vec<Case> {
    let text = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_slice(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
