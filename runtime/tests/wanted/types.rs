//! One type for each schema of the document.

use ::specwright_runtime::decode::{Decode, INTEGER, Node, STRING};
use ::specwright_runtime::encode::{Encode, Writer};

/// What an authenticated caller sees.
#[derive(Debug, Clone, PartialEq)]
pub struct Items {
    /// The token, exactly as it was sent.
    pub token: String,
}

impl Encode for Items {
    fn encode(&self, writer: &mut Writer) {
        writer.object().field("token", &self.token).end();
    }
}

/// What a customer asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct NewOrder {
    pub item: String,
    pub count: i64,
}

impl Decode for NewOrder {
    fn decode(node: Node<'_, '_>) -> Option<Self> {
        let mut object = node.object()?;
        let item = object.required("item", STRING.length(1, 50));
        let count = object.required("count", INTEGER.range(1, 100));
        object.closed();
        let (Some(item), Some(count)) = (item, count) else {
            return None;
        };
        Some(Self { item, count })
    }
}

/// What a customer has asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    pub id: i64,
    pub item: String,
    pub note: Option<String>,
}

impl Encode for Order {
    fn encode(&self, writer: &mut Writer) {
        writer.object().field("id", &self.id).field("item", &self.item).optional("note", &self.note).end();
    }
}

/// Why a request was not served.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    pub detail: String,
}

impl Encode for Problem {
    fn encode(&self, writer: &mut Writer) {
        writer.object().field("detail", &self.detail).end();
    }
}
