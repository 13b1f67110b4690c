//! Every security scheme in every position: what the documents say. The build script writes them down, and a test knows what
//! follows from them.

mod document;
mod operation;
mod position;
mod scheme;

pub(crate) use document::{Document, documents};
pub(crate) use operation::{Input, Operation};
pub(crate) use position::{Alternative, Wanted};
pub(crate) use scheme::{Place, Scheme};
