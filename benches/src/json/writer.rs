//! Who writes.

use std::hint::black_box;
use std::str::FromStr;

use serde::Serialize;
use serde::de::DeserializeOwned;
use specwright_runtime::decode::{self, Rule, list, of};
use specwright_runtime::encode::{self, Encode};

use super::{Body, by_hand};
use crate::{Outcome, orders};

/// Who encodes.
#[derive(Clone, Copy)]
pub(crate) enum Writer {
    /// The generated types and the runtime.
    Runtime,
    /// serde's derive and `serde_json`.
    Serde,
}

impl Writer {
    pub(crate) const ALL: [Self; 2] = [Self::Runtime, Self::Serde];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Runtime => "runtime",
            Self::Serde => "serde",
        }
    }

    /// Writes what a body says, many times; the last of the texts, if there is one.
    pub(crate) fn repeat(self, body: Body, times: u64) -> Outcome<Option<Vec<u8>>> {
        match (self, body.is_array()) {
            (Self::Runtime, false) => by_runtime(body, &of::<orders::Order>(), times),
            (Self::Runtime, true) => by_runtime(body, &list(of::<orders::Order>()), times),
            (Self::Serde, false) => by_serde::<by_hand::Order>(body, times),
            (Self::Serde, true) => by_serde::<by_hand::Orders>(body, times),
        }
    }
}

impl FromStr for Writer {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let writer = Self::ALL.into_iter().find(|writer| writer.name() == text);
        writer.ok_or_else(|| format!("{text} does not write"))
    }
}

fn by_runtime<R>(body: Body, rule: &R, times: u64) -> Outcome<Option<Vec<u8>>>
where
    R: Rule<Out: Encode>,
{
    let Ok(value) = decode::from_slice_with(body.text().as_bytes(), rule) else {
        return Err("the runtime cannot read what it is to write".into());
    };
    let mut last = None;
    for _ in 0..times {
        last = Some(black_box(encode::to_vec(black_box(&value))));
    }
    Ok(last)
}

fn by_serde<T: DeserializeOwned + Serialize>(body: Body, times: u64) -> Outcome<Option<Vec<u8>>> {
    let value: T = serde_json::from_str(body.text())?;
    let mut last = None;
    for _ in 0..times {
        last = Some(black_box(serde_json::to_vec(black_box(&value))?));
    }
    Ok(last)
}
