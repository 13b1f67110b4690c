//! The second stage: from a tree to a document of OpenAPI, checked key by key.
//!
//! Knows the versions of OpenAPI and every object and key of them; knows nothing of Rust.

mod check;
mod features;
mod table;

pub use check::{Checked, check};
pub use features::features;
pub use table::Version;
