//! A small JSON body: decoded and validated by the runtime, and only decoded by serde.

use std::hint::black_box;
use std::str::FromStr;

use serde::Deserialize;
use specwright_runtime::decode::{self, Decode, INTEGER, NUMBER, Node, STRING, list};

use crate::Outcome;

const BODY: &str = r#"{
  "customer": "Ada Lovelace, 12 St James's Square, London",
  "quantity": 12,
  "price": 149.5,
  "tags": ["garden", "long handle", "steel", "gift"],
  "note": "Ring twice, please: the bell is \"tired\". If nobody opens, leave it with the neighbours on the ground floor. Thank you very much!"
}"#;

/// What a customer asks for. The rules are written as the generator writes them.
#[derive(Debug, PartialEq, Deserialize)]
struct NewOrder {
    customer: String,
    quantity: i64,
    price: f64,
    tags: Vec<String>,
    note: Option<String>,
}

impl Decode for NewOrder {
    fn decode(node: Node<'_, '_>) -> Option<Self> {
        let mut object = node.object()?;
        let customer = object.required("customer", STRING.length(1, 100));
        let quantity = object.required("quantity", INTEGER.range(1, 1000));
        let price = object.required("price", NUMBER.min(0.0));
        let tags = object.required("tags", list(STRING.length(1, 30)).max_items(10));
        let note = object.optional("note", STRING.max_length(500));
        object.closed();
        let (Some(customer), Some(quantity), Some(price), Some(tags), Some(note)) =
            (customer, quantity, price, tags, note)
        else {
            return None;
        };
        Some(Self { customer, quantity, price, tags, note })
    }
}

/// Who decodes.
#[derive(Clone, Copy)]
pub(crate) enum Decoder {
    /// The runtime, which validates and notes every problem.
    Runtime,
    /// serde's derive and `serde_json`, without validation.
    Serde,
}

impl Decoder {
    pub(crate) const ALL: [Self; 2] = [Self::Runtime, Self::Serde];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Runtime => "runtime",
            Self::Serde => "serde",
        }
    }
}

impl FromStr for Decoder {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let decoder = Self::ALL.into_iter().find(|decoder| decoder.name() == text);
        decoder.ok_or_else(|| format!("{text} does not decode"))
    }
}

/// Decodes the body.
pub(crate) fn decode(decoder: Decoder, times: u64) {
    match decoder {
        Decoder::Runtime => (0..times).for_each(|_| drop(black_box(by_runtime(black_box(BODY))))),
        Decoder::Serde => (0..times).for_each(|_| drop(black_box(by_serde(black_box(BODY))))),
    }
}

fn by_runtime(body: &str) -> Option<NewOrder> {
    decode::from_slice(body.as_bytes()).ok()
}

fn by_serde(body: &str) -> Option<NewOrder> {
    serde_json::from_slice(body.as_bytes()).ok()
}

/// Makes sure that both read the same.
pub(crate) fn check() -> Outcome<()> {
    match (by_runtime(BODY), by_serde(BODY)) {
        (Some(ours), Some(theirs)) if ours == theirs => Ok(()),
        different => Err(format!("the decoders differ: {different:?}").into()),
    }
}

/// The bytes of the body.
pub(crate) fn size() -> usize {
    BODY.len()
}
