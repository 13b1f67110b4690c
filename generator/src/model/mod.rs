//! The third stage: what the document means.
//!
//! References are resolved, names are chosen, every rule is checked. Knows nothing of tokens and files. An [`Api`] can be
//! written down as Rust without a further question.

mod doc;
mod example;
mod lint;
mod media_type;
mod name;
mod number;
mod operation;
mod parameter;
mod path;
mod reader;
mod recursion;
mod reference;
mod request_body;
mod response;
mod schema;
mod security;
mod status;
mod tag;
mod types;

pub use crate::document::Bound;
pub use doc::Doc;
pub use name::{Name, Scope};
pub use operation::{Method, Operation};
pub use parameter::{Location, Parameter, Parameters};
pub use path::{PathItem, Segment, Template};
pub use request_body::RequestBody;
pub use response::{Header, Response, Responses};
pub use security::{Requirement, SecurityScheme};
pub use tag::Group;
pub use types::{Bounds, Choice, Field, Item, Kind, Length, Type, TypeId, Types, Width};

use crate::diagnostic::Diagnostic;
use crate::document::Document;
use reader::Reader;

/// What a document means, checked.
#[derive(Debug)]
pub struct Api {
    /// The document's title (OpenAPI, Info Object).
    pub title: String,
    /// The document's own version (OpenAPI, Info Object).
    pub version: String,
    /// The security schemes that an operation requires, in the order of the document.
    pub schemes: Vec<SecurityScheme>,
    /// The types of the schemas.
    pub types: Types,
    /// The operations by their tags, those without one first.
    pub groups: Vec<Group>,
    /// The paths, in the order of the document.
    pub paths: Vec<PathItem>,
    /// The origins that the documentation page may talk to beside its own: those of servers and token endpoints.
    pub origins: Vec<String>,
    /// Every name of a type that the document leads to.
    pub names: Scope,
}

/// Reads what `document` means, and everything that is wrong with it.
///
/// An [`Api`] that comes with errors among the diagnostics must not be written down.
pub fn model(document: &Document<'_>) -> (Api, Vec<Diagnostic>) {
    let mut reader = Reader::new(document);
    let declared = reader.security_schemes();
    reader.component_types();
    let (paths, operations) = reader.paths(&declared);
    let schemes = security::required(declared, &operations);
    let groups = reader.groups(operations);
    reader.types.finish(&mut reader.diagnostics);
    reader.check_examples();
    reader.nothing_is_lost_in_silence();
    reader.lint();
    let info = &document.skeleton.info;
    let api = Api {
        title: info.title.clone(),
        version: info.version.clone(),
        schemes,
        types: reader.types,
        groups,
        paths,
        origins: security::origins(&document.skeleton),
        names: reader.names,
    };
    (api, reader.diagnostics)
}
