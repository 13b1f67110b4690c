//! Numbers that keep their text (RFC 8259, section 6).

use std::fmt;
use std::hash::{Hash, Hasher};

use super::decimal::Decimal;
use crate::decode;
use crate::encode::{Encode, Writer};

/// A number as it was sent: nothing is rounded, and nothing is too great.
///
/// Two are equal where they are the same number, however it is written.
///
/// ```
/// use specwright_runtime::json::Number;
///
/// let number = Number::new("9007199254740993.0").unwrap();
/// assert_eq!(number, Number::from(9007199254740993_i64));
/// assert_eq!(number.as_i64(), Some(9007199254740993));
/// assert_eq!(Number::new("0x10"), None);
/// ```
#[derive(Debug, Clone)]
pub struct Number(Box<str>);

impl Number {
    /// A number as JSON writes it; `None` for any other text.
    pub fn new(text: &str) -> Option<Self> {
        decode::is_number(text).then(|| Self(text.into()))
    }

    /// The nearest number that `value` has digits for; `None` for infinity and NaN.
    pub fn from_f64(value: f64) -> Option<Self> {
        value.is_finite().then(|| Self(zmij::Buffer::new().format_finite(value).into()))
    }

    /// A span of a scanned body, which is a number.
    pub(super) fn scanned(text: &str) -> Self {
        Self(text.into())
    }

    /// The text, as JSON writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The integer that it is, exactly; `1.0` and `1e2` are integers, too. `None` for a fraction and for more than 64
    /// bits.
    pub fn as_i64(&self) -> Option<i64> {
        self.as_i128()?.try_into().ok()
    }

    /// The integer that it is, exactly, where it is not negative. `None` for a fraction and for more than 64 bits.
    pub fn as_u64(&self) -> Option<u64> {
        self.as_i128()?.try_into().ok()
    }

    /// The nearest number in double precision; infinite where it is too great for that.
    pub fn as_f64(&self) -> f64 {
        // every number of JSON is one of Rust
        self.0.parse().unwrap_or(f64::INFINITY)
    }

    /// Whether there is no fraction (JSON Schema Core, section 4.2.1).
    pub fn is_integer(&self) -> bool {
        self.decimal().is_integer()
    }

    fn as_i128(&self) -> Option<i128> {
        self.decimal().as_i128()
    }

    fn decimal(&self) -> Decimal<'_> {
        Decimal::of(&self.0)
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.decimal() == other.decimal()
    }
}

impl Eq for Number {}

impl Hash for Number {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.decimal().hash(state);
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Encode for Number {
    fn encode(&self, writer: &mut Writer) {
        writer.number_text(&self.0);
    }
}

macro_rules! from {
    ($($integer:ty)+) => {
        $(
            impl From<$integer> for Number {
                fn from(value: $integer) -> Self {
                    Self(value.to_string().into())
                }
            }
        )+
    };
}

from!(i32 i64 u32 u64);
