//! The rules that schemas are made of.

mod boolean;
mod bounds;
mod integer;
mod list;
mod null;
mod number;
mod of;
mod string;

pub use boolean::{BOOLEAN, BooleanRule};
pub use integer::{INT32, INT64, INTEGER, IntegerRule};
pub use list::{ListRule, list};
pub use null::{NULL, NullRule, NullableRule, nullable};
pub use number::{FLOAT, NUMBER, NumberRule};
pub use of::{Of, of};
pub use string::{STRING, StringRule};
