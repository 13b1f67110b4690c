//! The second stage: an OpenAPI document, every key of it accounted for.
//!
//! Knows the versions of OpenAPI and the table of every object and key; knows nothing of Rust.

mod check;
mod features;
mod number;
mod schema;
mod skeleton;
mod table;

pub use check::{Checked, check};
pub use features::features;
pub use schema::{Additional, Bound, Inside, Schema};
pub(crate) use table::ALLOW_KEY;
pub(crate) use table::is_media_type;
pub use table::Version;

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};

use openapiv3::OpenAPI;
use serde_json::Value;

use crate::diagnostic::{Acknowledgement, Code, Diagnostic, Level, Place};
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
    /// Where its outermost schemas stand.
    schemas: BTreeSet<Pointer>,
    source: &'s Source,
    /// What the text has for the numbers with a fraction or an exponent, once it was asked for.
    numbers: OnceCell<HashMap<Pointer, String>>,
}

impl<'s> Document<'s> {
    /// Whether a Schema Object stands at `pointer`: one that the table knows, or one within such a one.
    ///
    /// What stands elsewhere (an extension, an example, what describes more than the server) has not been checked as a schema.
    pub fn is_schema(&self, pointer: &Pointer) -> bool {
        let mut outer = pointer.clone();
        while !self.schemas.contains(&outer) {
            let Some(parent) = outer.parent() else { return false };
            outer = parent;
        }
        let inside = pointer.tokens().skip(outer.tokens().count());
        schema::leads_to_a_schema(inside)
    }

    /// Calls `visit` with each schema and where it stands, the outer before the inner.
    pub fn each_schema(&self, mut visit: impl FnMut(&Pointer, &'s Value)) {
        for pointer in &self.schemas {
            if let Some(value) = pointer.of(self.tree) {
                schema::each_schema(value, pointer.clone(), &mut visit);
            }
        }
    }

    /// The last part of the file's path.
    pub fn file_name(&self) -> &str {
        self.name.rsplit('/').next().unwrap_or(self.name)
    }
}

/// What became of a text.
#[derive(Debug)]
pub struct Reading<'s> {
    /// The document, or `None` where too much is wrong to ask what it means.
    pub document: Option<Document<'s>>,
    /// The warnings that it says it knows of.
    pub acknowledgements: Vec<Acknowledgement>,
    /// Everything that is wrong with its keys.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads `source` as a document.
pub fn document(source: &Source) -> Reading<'_> {
    let version = match Version::of(source.tree()) {
        Ok(version) => version,
        Err(diagnostic) => {
            return Reading { document: None, acknowledgements: Vec::new(), diagnostics: vec![diagnostic] };
        }
    };
    let Checked { schemas, documentation, acknowledgements, mut diagnostics } = check(source.tree(), version);
    let document = match skeleton::skeleton(source.tree(), &schemas, &documentation) {
        Ok(skeleton) => {
            let sound = !diagnostics.iter().any(is_error);
            let (tree, name, schemas) = (source.tree(), source.name(), schemas.into_iter().collect());
            let numbers = OnceCell::new();
            Some(Document { version, tree, skeleton, name, sound, schemas, source, numbers })
        }
        Err(error) => {
            if !diagnostics.iter().any(is_error) {
                // The table lets nothing pass that `openapiv3` refuses; if it does, the document is refused all the same.
                let message = format!("the document cannot be read: {error}");
                diagnostics.push(Diagnostic::new(Code::WrongValue, Place::Document, message));
            }
            None
        }
    };
    Reading { document, acknowledgements, diagnostics }
}

fn is_error(diagnostic: &Diagnostic) -> bool {
    diagnostic.code.level() > Level::Warn
}
