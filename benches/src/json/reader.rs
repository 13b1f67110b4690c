//! Who reads.

use std::hint::black_box;
use std::str::FromStr;

use garde::Validate;
use jsonschema::Validator;
use serde::de::DeserializeOwned;
use serde_json::Value;
use specwright_runtime::decode::{self, Rule, list, of};

use super::{Body, by_hand, schema};
use crate::orders;

/// Who decodes, and mostly validates.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reader {
    /// The generated types and the runtime.
    Runtime,
    /// serde's derive and `serde_json`, without validation.
    Serde,
    /// The same, and then garde.
    Garde,
    /// `serde_json::Value`, then `jsonschema`, and where nothing is wrong serde's derive.
    JsonSchema,
}

impl Reader {
    pub(crate) const ALL: [Self; 4] = [Self::Runtime, Self::Serde, Self::Garde, Self::JsonSchema];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Runtime => "runtime",
            Self::Serde => "serde",
            Self::Garde => "serde and garde",
            Self::JsonSchema => "serde and jsonschema",
        }
    }

    pub(super) fn validates(self) -> bool {
        self != Self::Serde
    }

    /// Reads a body, many times.
    pub(crate) fn repeat(self, body: Body, times: u64) {
        let text = body.text();
        for _ in 0..times {
            black_box(self.problems(body, black_box(text)));
        }
    }

    /// Reads a body, and drops what was read. How many problems were found in it.
    pub(super) fn problems(self, body: Body, text: &str) -> usize {
        match (self, body.is_array()) {
            (Self::Runtime, false) => by_runtime(text, &of::<orders::Order>()),
            (Self::Runtime, true) => by_runtime(text, &list(of::<orders::Order>()).max_items(100)),
            (Self::Serde, false) => by_serde::<by_hand::Order>(text),
            (Self::Serde, true) => by_serde::<by_hand::Orders>(text),
            (Self::Garde, false) => by_garde::<by_hand::Order>(text),
            (Self::Garde, true) => by_garde::<by_hand::Orders>(text),
            (Self::JsonSchema, false) => by_json_schema::<by_hand::Order>(text, schema::ORDER.as_ref()),
            (Self::JsonSchema, true) => by_json_schema::<by_hand::Orders>(text, schema::ORDERS.as_ref()),
        }
    }
}

impl FromStr for Reader {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let reader = Self::ALL.into_iter().find(|reader| reader.name() == text);
        reader.ok_or_else(|| format!("{text} does not read"))
    }
}

/// What somebody makes of a body, which is one problem where it makes nothing of it.
fn read<T, E>(outcome: Result<T, E>) -> usize {
    usize::from(black_box(outcome).is_err())
}

fn by_runtime<R: Rule>(text: &str, rule: &R) -> usize {
    match decode::from_slice_with(text.as_bytes(), rule) {
        Err(problems) => black_box(problems).len(),
        good => read(good),
    }
}

fn by_serde<T: DeserializeOwned>(text: &str) -> usize {
    read(serde_json::from_slice::<T>(text.as_bytes()))
}

fn by_garde<T: DeserializeOwned + Validate<Context = ()>>(text: &str) -> usize {
    match serde_json::from_slice::<T>(text.as_bytes()) {
        Ok(value) => match value.validate() {
            Err(report) => black_box(report).iter().count(),
            Ok(()) => read::<T, ()>(Ok(value)),
        },
        bad => read(bad),
    }
}

fn by_json_schema<T: DeserializeOwned>(text: &str, validator: Option<&Validator>) -> usize {
    let (Ok(value), Some(validator)) = (serde_json::from_slice::<Value>(text.as_bytes()), validator) else {
        return usize::MAX;
    };
    // the place and the message, which the others make as well
    let problems: Vec<_> = validator
        .iter_errors(&value)
        .map(|error| (error.instance_path().to_string(), error.to_string()))
        .collect();
    if problems.is_empty() { read(serde_json::from_value::<T>(value)) } else { black_box(problems).len() }
}
