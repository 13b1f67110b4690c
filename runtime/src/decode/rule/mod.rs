//! The rules that schemas are made of.

mod boolean;
mod bounds;
mod checked;
mod constant;
mod in_text;
mod integer;
mod list;
mod map;
mod multiple;
mod null;
mod number;
mod of;
mod parsed;
mod string;
mod tuple;
mod unique;

pub use boolean::{BOOLEAN, BooleanRule};
pub(crate) use checked::readings;
pub use checked::{CheckedListRule, CheckedRule, checked};
pub use constant::{ConstantRule, constant};
pub(crate) use in_text::{TextList, written};
pub use integer::{INT32, INT64, INTEGER, IntegerRule};
pub use list::{ListRule, list};
pub use map::{MapRule, map};
pub use multiple::MultipleRule;
pub use null::{NULL, NullRule, NullableRule, nullable};
pub use number::{FLOAT, NUMBER, NumberRule};
pub use of::{Of, of};
pub use parsed::{ParsedRule, parsed};
pub use string::{STRING, StringAnd, StringRule, TextKeyword};
pub use tuple::{TupleRule, tuple};
pub use unique::UniqueRule;
