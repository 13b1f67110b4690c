//! Schemas that have no natural type in Rust, checked as JSON Schema 2020-12 says.
//!
//! Generated code states such a schema as static data, and [`Schema::check`] holds a value of a scanned body against it,
//! keyword by keyword: what a type would note is noted here, in the same words and at the same places. A schema may refer
//! to itself and to others. [`value`] is the rule of a value that is then handed on as [`Json`](crate::json::Json).
//!
//! ```
//! use specwright_runtime::decode::{self, Decode, Node};
//! use specwright_runtime::json::Json;
//! use specwright_runtime::schema::Keyword::*;
//! use specwright_runtime::schema::{Keyword, Schema, Types, value};
//!
//! /// An object with a name and with parts that are like it, and nothing else; or just a name.
//! static PART: Schema = Schema::Keywords(&[
//!     Type(Types::OBJECT.or(Types::STRING)),
//!     Required(&["name"]),
//!     Properties {
//!         named: &[
//!             ("name", Schema::Keywords(&[Type(Types::STRING), MinLength(1)])),
//!             ("parts", Schema::Keywords(&[Type(Types::ARRAY), Items { prefix: &[], rest: Some(&PART) }])),
//!         ],
//!         patterns: &[],
//!         additional: Some(&Schema::Boolean(false)),
//!     },
//! ]);
//!
//! let body = br#"{"name": "rake", "parts": ["handle", {"name": "head"}]}"#;
//! let rake = decode::from_slice_with(body, &value(&PART)).unwrap();
//! assert_eq!(rake.get("name"), Some(&Json::from("rake")));
//!
//! let problems = decode::from_slice_with(br#"{"name": "", "parts": [1, {}]}"#, &value(&PART)).unwrap_err();
//! let kinds: Vec<_> = problems.iter().map(|problem| problem.kind.as_str()).collect();
//! assert_eq!(kinds, ["string_too_short", "any_of", "missing"]);
//! ```
//!
//! # Cost
//!
//! A check costs no more than the size of the body times that of the schema, whatever the body: what a schema said of a
//! value is remembered where it is asked often, and equal items are found by hashing. A schema that refers to itself
//! without going into the value (`{"$ref": "#"}`) says nothing; the generator refuses it, and here it refuses all values.
//!
//! No more than 512 schemas are looked at inside each other; a value that is deeper is `json_invalid`. A body of 60 levels
//! needs that many where each level is inside eight schemas.

mod array;
mod assertion;
mod check;
mod evaluated;
mod found;
mod keyword;
mod literal;
mod memory;
mod object;
mod pattern;
mod scope;
mod taken;
mod types;
mod union;
mod unique;
mod value;

#[cfg(test)]
mod tests;

use crate::decode::Node;

use check::Check;
pub use keyword::{Anchors, Keyword};
pub use literal::Literal;
pub use pattern::Pattern;
pub use types::Types;
pub(crate) use unique::are_unique;
pub use value::{Value, value};

/// A schema (JSON Schema Core, section 4.3).
#[derive(Debug)]
pub enum Schema {
    /// `true` holds for every value, `false` for none.
    Boolean(bool),
    /// Holds where all keywords do. See [`Keyword`] for those that have a place among the others.
    Keywords(&'static [Keyword]),
}

impl Schema {
    /// Whether a value is as the schema says. What is wrong is noted.
    ///
    /// A string with half a surrogate pair in it, anywhere in the value, is wrong whatever the schema says.
    pub fn check(&'static self, node: &mut Node<'_, '_>) -> bool {
        Check::of(node.document()).whole(self, node)
    }

    /// Which schema of its `oneOf` or `anyOf` is the first that holds, counted from 0. `None` where the schema does not
    /// hold, which is noted as in [`check`](Self::check), and where it has neither keyword.
    pub fn branch(&'static self, node: &mut Node<'_, '_>) -> Option<usize> {
        if self.check(node) { Check::of(node.document()).branch(self, node) } else { None }
    }
}
