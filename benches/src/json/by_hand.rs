//! The same types by hand, for serde, and validated by garde.

use garde::Validate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Debug, Deserialize, Serialize, Validate)]
#[garde(transparent)]
#[serde(transparent)]
pub(super) struct Orders(#[garde(length(max = 100), dive)] pub(super) Vec<Order>);

#[derive(Debug, Deserialize, Serialize, Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct Order {
    #[garde(skip)]
    id: Uuid,
    #[garde(length(chars, min = 1, max = 100))]
    customer: String,
    #[garde(email)]
    email: String,
    #[garde(skip)]
    status: Status,
    #[garde(length(min = 1, max = 50), dive)]
    lines: Vec<Line>,
    #[garde(length(max = 10), inner(length(chars, min = 1, max = 30)))]
    tags: Vec<String>,
    #[garde(inner(length(chars, max = 500)))]
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Status {
    Open,
    Paid,
    Sent,
    Returned,
}

#[derive(Debug, Deserialize, Serialize, Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct Line {
    #[garde(pattern("^[A-Z]{3}-[0-9]{4}$"))]
    sku: String,
    #[garde(range(min = 1, max = 1000))]
    quantity: i64,
    #[garde(range(min = 0.0))]
    price: f64,
}
