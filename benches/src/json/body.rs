//! The bodies that are read and written.

use std::str::FromStr;
use std::sync::LazyLock;

/// How many orders are in an array.
const ORDERS: u32 = 34;

static ORDER: LazyLock<String> = LazyLock::new(|| order(0, true));
static ARRAY: LazyLock<String> = LazyLock::new(|| array(true));
static WRONG_ORDER: LazyLock<String> = LazyLock::new(|| order(0, false));
static WRONG_ARRAY: LazyLock<String> = LazyLock::new(|| array(false));

/// One order or many of them, good or with three problems in each.
#[derive(Clone, Copy)]
pub(crate) enum Body {
    Order,
    Array,
    WrongOrder,
    WrongArray,
}

impl Body {
    pub(crate) const ALL: [Self; 4] = [Self::Order, Self::Array, Self::WrongOrder, Self::WrongArray];
    pub(crate) const GOOD: [Self; 2] = [Self::Order, Self::Array];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Order => "object",
            Self::Array => "array",
            Self::WrongOrder => "wrong-object",
            Self::WrongArray => "wrong-array",
        }
    }

    pub(crate) fn text(self) -> &'static str {
        match self {
            Self::Order => &ORDER,
            Self::Array => &ARRAY,
            Self::WrongOrder => &WRONG_ORDER,
            Self::WrongArray => &WRONG_ARRAY,
        }
    }

    pub(crate) fn is_array(self) -> bool {
        matches!(self, Self::Array | Self::WrongArray)
    }

    /// How many problems there are.
    pub(crate) fn problems(self) -> usize {
        match self {
            Self::Order | Self::Array => 0,
            Self::WrongOrder => 3,
            // some orders are good, for a hundred problems are all that are reported
            Self::WrongArray => 3 * WRONG as usize,
        }
    }

    /// How often it is read: often enough to be counted, and not longer than that.
    pub(crate) fn times(self) -> u64 {
        if self.is_array() { 50 } else { 1_000 }
    }
}

impl FromStr for Body {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let body = Self::ALL.into_iter().find(|body| body.name() == text);
        body.ok_or_else(|| format!("{text} is no body"))
    }
}

/// How many orders of an array have problems.
const WRONG: u32 = 33;

fn array(is_good: bool) -> String {
    let orders: Vec<_> = (0..ORDERS).map(|number| order(number, is_good || number >= WRONG)).collect();
    format!("[{}]", orders.join(","))
}

/// An order as clients write it. What is wrong with it has the right type: else serde would read nothing at all.
fn order(number: u32, is_good: bool) -> String {
    let (sku, quantity, email) =
        if is_good { ("RAK", 2, "ada@example.com") } else { ("rak", 0, "ada at home") };
    let status = match number % 4 {
        0 => "open",
        1 => "paid",
        2 => "sent",
        _ => "returned",
    };
    let note =
        if number.is_multiple_of(2) { r#","note":"Ring twice, please: the bell is \"tired\".""# } else { "" };
    format!(
        r#"{{"id":"7f1c4a52-5c0e-4d0b-9b7c-2f6f0a4e{:04x}","customer":"Ada Lovelace","email":"{email}","status":"{status}","lines":[{{"sku":"{sku}-{:04}","quantity":{quantity},"price":149.5}},{{"sku":"SPA-0031","quantity":{},"price":29.95}}],"tags":["garden","gift"]{note}}}"#,
        0x8d31 + number,
        1200 + number,
        number + 1,
    )
}
