//! The first stage: from a path to a tree, and from a place in the tree back to the text.
//!
//! Knows YAML, JSON and the file system; knows nothing of OpenAPI.

mod pointer;

pub use pointer::Pointer;
