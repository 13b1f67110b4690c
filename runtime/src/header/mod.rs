//! Values as header fields ([RFC 9110, 5.5](https://www.rfc-editor.org/rfc/rfc9110#section-5.5)).

mod list;

use std::error::Error;
use std::fmt;

use http::header::HeaderValue;

use crate::decode::{self, Choice};
pub(crate) use list::{json, list, object, scalar};

/// What can be the value of a header field.
pub trait HeaderText {
    /// The value, or `None` where no field can carry it: line ends and other control characters, numbers that are not
    /// finite.
    fn header_value(&self) -> Option<HeaderValue>;
}

impl HeaderText for str {
    fn header_value(&self) -> Option<HeaderValue> {
        HeaderValue::from_bytes(self.as_bytes()).ok()
    }
}

impl HeaderText for String {
    fn header_value(&self) -> Option<HeaderValue> {
        self.as_str().header_value()
    }
}

/// One of several strings is sent as the string.
impl<T: Choice> HeaderText for T {
    fn header_value(&self) -> Option<HeaderValue> {
        decode::as_str(*self).header_value()
    }
}

impl HeaderText for bool {
    fn header_value(&self) -> Option<HeaderValue> {
        Some(HeaderValue::from_static(if *self { "true" } else { "false" }))
    }
}

macro_rules! integers {
    ($($integer:ty)*) => {$(
        impl HeaderText for $integer {
            fn header_value(&self) -> Option<HeaderValue> {
                Some(HeaderValue::from(*self))
            }
        }
    )*};
}

integers!(i16 i32 i64 u16 u32 u64);

macro_rules! numbers {
    ($($number:ty)*) => {$(
        impl HeaderText for $number {
            fn header_value(&self) -> Option<HeaderValue> {
                // `Debug` is the shortest text that is read back as the same number, with an exponent where it is long.
                self.is_finite().then(|| format!("{self:?}")).and_then(|text| HeaderValue::try_from(text).ok())
            }
        }
    )*};
}

numbers!(f32 f64);

/// A header that was to be sent and cannot be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsendable {
    pub(crate) name: &'static str,
}

// The value is not shown: it may be secret, and it has characters that do not belong in a log.
impl fmt::Display for Unsendable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the value of the header `{}` cannot be sent", self.name)
    }
}

impl Error for Unsendable {}
