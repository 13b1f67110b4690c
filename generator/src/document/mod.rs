//! The second stage: an OpenAPI document, every key of it accounted for.
//!
//! Knows the versions of OpenAPI and the table of every object and key; knows nothing of Rust.

mod check;
mod features;
mod schema;
mod skeleton;
mod table;

pub use check::{Checked, check};
pub use features::features;
pub use schema::{Bound, Schema};
pub use table::Version;

use openapiv3::OpenAPI;
use serde_json::Value;

use crate::diagnostic::{Code, Diagnostic, Level, Place};
use crate::source::{Pointer, Source};

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
    /// Whether there is no error among its keys.
    pub sound: bool,
    /// Where it describes more than the server: what stands there is not checked for support.
    documentation: Vec<Pointer>,
}

impl Document<'_> {
    /// Whether `pointer` leads into what describes more than the server.
    pub fn is_documentation(&self, pointer: &Pointer) -> bool {
        let inside = |outer: &Pointer| {
            let rest = pointer.as_str().strip_prefix(outer.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        self.documentation.iter().any(inside)
    }

    /// The last part of the file's path.
    pub fn file_name(&self) -> &str {
        self.name.rsplit('/').next().unwrap_or(self.name)
    }
}

/// Reads `source` as a document, and everything that is wrong with its keys.
///
/// There is no document where too much is wrong to ask what it means.
pub fn document(source: &Source) -> (Option<Document<'_>>, Vec<Diagnostic>) {
    let version = match Version::of(source.tree()) {
        Ok(version) => version,
        Err(diagnostic) => return (None, vec![diagnostic]),
    };
    let Checked { schemas, documentation, mut diagnostics } = check(source.tree(), version);
    match skeleton::skeleton(source.tree(), &schemas, &documentation) {
        Ok(skeleton) => {
            let sound = !diagnostics.iter().any(is_error);
            let (tree, name) = (source.tree(), source.name());
            (Some(Document { version, tree, skeleton, name, sound, documentation }), diagnostics)
        }
        Err(error) => {
            if !diagnostics.iter().any(is_error) {
                // The table lets nothing pass that `openapiv3` refuses; if it does, the document is refused all the same.
                let message = format!("the document cannot be read: {error}");
                diagnostics.push(Diagnostic::new(Code::WrongValue, Place::Document, message));
            }
            (None, diagnostics)
        }
    }
}

fn is_error(diagnostic: &Diagnostic) -> bool {
    diagnostic.code.level() > Level::Warn
}
