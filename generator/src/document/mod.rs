//! The second stage: an OpenAPI document, every key of it accounted for.
//!
//! Knows the versions of OpenAPI and the table of every object and key; knows nothing of Rust.

mod schema;
mod skeleton;

pub use schema::{Bound, Schema};

use openapiv3::OpenAPI;
use serde_json::Value;

/// A version of OpenAPI, as far as the table tells versions apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    /// 3.0.0 to 3.0.4.
    V3_0,
    /// 3.1.0 to 3.1.2.
    V3_1,
}

/// A document whose keys are all known.
#[derive(Debug)]
pub struct Document<'s> {
    /// What its `openapi` says.
    pub version: Version,
    /// The tree, with its schemas as they were written.
    pub tree: &'s Value,
    /// Everything but the schemas: each of them is a reference to where it stands in the tree.
    pub skeleton: OpenAPI,
    /// The path of the file, as the user gave it.
    pub name: &'s str,
}

impl Document<'_> {
    /// The last part of the file's path.
    pub fn file_name(&self) -> &str {
        self.name.rsplit('/').next().unwrap_or(self.name)
    }
}
