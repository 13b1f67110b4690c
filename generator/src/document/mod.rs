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
pub use skeleton::{Operation, PathItem};
pub(crate) use table::ALLOW_KEY;
pub use table::Version;
pub(crate) use table::is_media_type;

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use openapiv3::OpenAPI;
use serde_json::Value;

use crate::diagnostic::{Acknowledgement, Code, Diagnostic, Level, Place};
use crate::source::{Pointer, Source};
use skeleton::Skeleton;

/// What is made of the webhooks of a document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Webhooks {
    /// Nothing: they tell readers what the API sends.
    #[default]
    Documentation,
    /// Functions that make the requests.
    Requests,
}

/// A document whose keys are all known.
#[derive(Debug)]
pub struct Document<'s> {
    /// What its `openapi` says.
    pub version: Version,
    /// The tree, with its schemas as they were written.
    pub tree: &'s Value,
    /// Everything but the paths and the schemas: each of these is a reference to where it stands in the tree.
    pub skeleton: OpenAPI,
    /// The Path Item Objects that are no reference, by where they stand: those of paths and components, and of webhooks where
    /// they are more than documentation.
    pub path_items: BTreeMap<Pointer, PathItem>,
    /// The path of the file, as the user gave it.
    pub name: &'s str,
    /// Whether there is no error among its keys.
    pub sound: bool,
    /// What is made of its webhooks.
    pub webhooks: Webhooks,
    /// Where its outermost schemas stand.
    schemas: BTreeSet<Pointer>,
    /// Where references stand in the place of media types.
    media_types: BTreeSet<Pointer>,
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

    /// Whether a reference stands at `pointer`, in the place of a Media Type Object.
    pub fn is_media_type_reference(&self, pointer: &Pointer) -> bool {
        self.media_types.contains(pointer)
    }

    /// The names of the path items under `section` (`paths`, `webhooks`) and where they stand, in the order of the document.
    pub fn path_items_of(&self, section: &str) -> Vec<(&'s str, Pointer)> {
        let at = Pointer::root().member(section);
        let names = at.of(self.tree).and_then(Value::as_object).into_iter().flat_map(serde_json::Map::keys);
        let names = names.filter(|name| section != "paths" || name.starts_with('/'));
        names.map(|name| (name.as_str(), at.member(name))).collect()
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

/// Reads `source` as a document, whose webhooks are documentation.
pub fn document(source: &Source) -> Reading<'_> {
    document_with(source, Webhooks::Documentation)
}

/// Reads `source` as a document, whose webhooks are used as `webhooks` says.
pub fn document_with(source: &Source, webhooks: Webhooks) -> Reading<'_> {
    let version = match Version::of(source.tree()) {
        Ok(version) => version,
        Err(diagnostic) => {
            return Reading { document: None, acknowledgements: Vec::new(), diagnostics: vec![diagnostic] };
        }
    };
    let checked = check(source.tree(), version, webhooks);
    let skeleton = skeleton::skeleton(source.tree(), &checked);
    let Checked { schemas, media_types, acknowledgements, mut diagnostics, .. } = checked;
    let document = match skeleton {
        Ok(Skeleton { openapi: skeleton, path_items }) => {
            let sound = !diagnostics.iter().any(is_error);
            let (tree, name, numbers) = (source.tree(), source.name(), OnceCell::new());
            let (schemas, media_types) = (schemas.into_iter().collect(), media_types.into_iter().collect());
            Some(Document {
                version,
                tree,
                skeleton,
                path_items,
                name,
                sound,
                webhooks,
                schemas,
                media_types,
                source,
                numbers,
            })
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
