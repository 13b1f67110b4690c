//! Reading JSON (RFC 8259) into the types of the document, and checking it on the way.
//!
//! The body is scanned once into a flat [`Document`]: a vector of small tokens that hold spans of the body. A type then
//! reads itself from there, by [`Decode`], as a table of its properties and their [`Rule`]s. A reader notes a problem
//! where it finds one and goes on, so that all of them are found in one pass; the way to a problem is worked out
//! afterwards, for all of them in one walk.
//!
//! ```
//! use specwright_runtime::decode::{self, Decode, INTEGER, Node, STRING};
//!
//! struct NewOrder {
//!     item: String,
//!     count: i64,
//! }
//!
//! impl Decode for NewOrder {
//!     fn decode(node: Node<'_, '_>) -> Option<Self> {
//!         let mut object = node.object()?;
//!         let item = object.required("item", STRING.length(1, 50));
//!         let count = object.required("count", INTEGER.range(1, 100));
//!         object.closed();
//!         let (Some(item), Some(count)) = (item, count) else {
//!             return None;
//!         };
//!         Some(Self { item, count })
//!     }
//! }
//!
//! let order: NewOrder = decode::from_slice(br#"{"item": "rake", "count": 2}"#).unwrap();
//! assert_eq!((order.item.as_str(), order.count), ("rake", 2));
//!
//! let problems = decode::from_slice::<NewOrder>(br#"{"item": "", "count": 1.5}"#).err().unwrap();
//! let kinds: Vec<_> = problems.iter().map(|problem| problem.kind.as_str()).collect();
//! assert_eq!(kinds, ["string_too_short", "int_from_float"]);
//! ```

mod by_name;
mod choice;
mod document;
mod locate;
mod newtype;
mod node;
mod notes;
mod object;
mod rule;
mod scan;
pub(crate) mod text;
mod token;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::fmt;

use crate::problem::{Kind, Problem};
pub(crate) use locate::NAMES;
use notes::Notes;
pub(crate) use notes::PROBLEMS;
pub(crate) use rule::{TextList, readings, written};
pub(crate) use scan::is_number;
pub(crate) use token::Token;

pub use choice::{Choice, as_str, choice_of_text};
pub use document::Document;
pub use node::Node;
pub use object::Object;
pub use rule::{
    BOOLEAN, BooleanRule, CheckedListRule, CheckedRule, ConstantRule, FLOAT, INT32, INT64, INTEGER,
    IntegerRule, ListRule, MapRule, MultipleRule, NULL, NUMBER, NullRule, NullableRule, NumberRule, Of,
    ParsedRule, STRING, StringAnd, StringRule, TextKeyword, TupleRule, UniqueRule, checked, constant, list,
    map, nullable, of, parsed, tuple,
};

/// A type that is read from JSON.
pub trait Decode: Sized {
    /// Reads one value. `None` where at least one problem was noted.
    fn decode(node: Node<'_, '_>) -> Option<Self>;
}

/// A type that can be read from text, too: a parameter, a header, a form field. Its rule is [`of`].
pub trait DecodeText: Decode {
    /// Reads one value. `None` where at least one problem was noted.
    fn decode_text(text: Cow<'_, str>, note: Note<'_>) -> Option<Self>;
}

/// What one value has to be like.
pub trait Rule {
    /// What is read.
    type Out;

    /// Reads one value from JSON. `None` where at least one problem was noted.
    fn read(&self, node: Node<'_, '_>) -> Option<Self::Out>;
}

/// What one value has to be like, where it may be given as text: a parameter, a header, a form field.
pub trait TextRule: Rule {
    /// Reads one value from text. `None` where at least one problem was noted.
    ///
    /// A number is written as in JSON, and a boolean is `true` or `false`.
    fn read_text(&self, text: Cow<'_, str>, note: Note<'_>) -> Option<Self::Out>;
}

/// Takes down what is wrong with one value: what it is called, and what should have been sent.
pub type Note<'a> = &'a mut dyn FnMut(Kind, fmt::Arguments<'_>);

/// Reads a whole body. The ways of the problems begin at the body itself.
pub fn from_slice<T: Decode>(body: &[u8]) -> Result<T, Vec<Problem>> {
    from_slice_with(body, &of::<T>())
}

/// Reads a whole body by a rule. The ways of the problems begin at the body itself.
pub fn from_slice_with<R: Rule>(body: &[u8], rule: &R) -> Result<R::Out, Vec<Problem>> {
    let document = Document::parse(body).map_err(|problem| vec![problem])?;
    let mut notes = Notes::new(&document);
    match rule.read(Node::root(&mut notes)) {
        Some(value) if notes.is_empty() => Ok(value),
        _ => Err(notes.located()),
    }
}

/// A value that is written in JSON and is what `rule` reads: a default of the document. `None` where it is not.
pub fn literal<R: Rule>(json: &'static str, rule: R) -> Option<R::Out> {
    from_slice_with(json.as_bytes(), &rule).ok()
}
