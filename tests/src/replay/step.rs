//! A step of a case.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::jwt::Forgery;
use super::wanted::Wanted;
use crate::exchange::Request;

/// A step, with its variables filled in.
#[derive(Debug)]
pub(super) enum Step {
    /// A request, and what is wanted of its response.
    Exchange(Exchange),
    /// A token is made.
    Forge(Forge),
}

/// A request, and what is wanted of its response.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Exchange {
    /// What is sent.
    pub(super) request: Request,
    /// What is wanted.
    pub(super) response: Wanted,
    /// Variables, and the members of the response's JSON that they take.
    #[serde(default)]
    capture: BTreeMap<String, String>,
}

/// A token is made.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Forge {
    /// How.
    pub(super) jwt: Forgery,
}

impl Step {
    /// Reads a step.
    pub(super) fn read(step: &Value) -> Result<Self, serde_json::Error> {
        match step.get("jwt") {
            Some(_) => Forge::deserialize(step).map(Self::Forge),
            None => Exchange::deserialize(step).map(Self::Exchange),
        }
    }
}

impl Exchange {
    /// The variables that are taken out of the content of a response.
    pub(super) fn captured(&self, content: &[u8]) -> Result<Vec<(String, String)>, String> {
        let content: Value = match self.capture.is_empty() {
            true => Value::Null,
            false => serde_json::from_slice(content).map_err(|error| format!("cannot go on: {error}"))?,
        };
        let take = |(variable, member): (&String, &String)| match &content[member] {
            Value::String(value) => Ok((variable.clone(), value.clone())),
            other => Err(format!("cannot go on: `{member}` is {other}")),
        };
        self.capture.iter().map(take).collect()
    }
}
