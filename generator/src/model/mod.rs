//! The third stage: what the document means.
//!
//! References are resolved, names are chosen, every rule is checked. Knows nothing of tokens and files. An [`Api`] can be
//! written down as Rust without a further question.

mod all_of;
mod both_ways;
mod caller;
pub mod check;
mod choices;
mod default;
mod direction;
mod doc;
mod encoding;
mod example;
mod flow;
mod form;
mod format;
mod header;
mod held;
mod lint;
mod media_type;
mod name;
mod null;
mod number;
mod object;
mod operation;
mod origin;
mod parameter;
mod path;
mod pattern;
mod reader;
mod recursion;
mod reference;
mod representation;
mod request_body;
mod requirement;
mod resource;
mod response;
mod schema;
mod security;
mod security_scheme;
mod segment;
mod status;
mod style;
mod tag;
mod text;
mod types;
mod union;
mod uri;
mod webhook;

pub use crate::document::Bound;
pub use caller::{Caller, CallerId};
#[cfg(test)]
pub(crate) use check::checks_of;
pub use check::{CheckId, Checks, Direction, PatternId};
pub use doc::Doc;
pub use encoding::Encoding;
pub use format::{Into, Parsed, TextFormat, has_type};
pub use header::{Header, HeaderValue};
pub use media_type::MediaType;
pub use name::{Name, Scope};
pub use operation::{Method, Operation};
pub use parameter::{Location, Parameter, Parameters};
pub use path::{PathItem, Template};
pub use representation::{Representation, ResponseBody, Written};
pub use request_body::{Content, Reading, RequestBody};
pub use requirement::Requirement;
pub use response::{Response, Responses};
pub use security::{SchemeId, Security};
pub use security_scheme::{Credentials, SecurityScheme};
pub use segment::Segment;
pub use status::{Open, Status};
pub use style::{Serialization, Style};
pub use tag::Group;
pub use types::{
    Bounds, Choice, Field, Item, Items, Kind, Length, Literal, Rest, Tag, Text, Type, TypeId, Types, Union,
    Variant, Width,
};
pub use webhook::{Webhook, WebhookBody, WebhookHeader};

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::document::Document;
use operation::Ids;
use reader::Reader;

/// What a document means, checked.
#[derive(Debug)]
pub struct Api {
    /// The document's title (OpenAPI, Info Object).
    pub title: String,
    /// The document's own version (OpenAPI, Info Object).
    pub version: String,
    /// The security schemes, and who may call by them.
    pub security: Security,
    /// The types of the schemas.
    pub types: Types,
    /// What schemas say that no type does.
    pub checks: Checks,
    /// The operations by their tags, those without one first.
    pub groups: Vec<Group>,
    /// The paths, in the order of the document.
    pub paths: Vec<PathItem>,
    /// The requests that the API sends of itself, where webhooks are more than documentation.
    pub webhooks: Vec<Webhook>,
    /// The origins that the documentation page may talk to beside its own: those of servers, token endpoints and discovery.
    pub origins: Vec<String>,
    /// Every name of a type that the document leads to.
    pub names: Scope,
}

/// Reads what `document` means, and everything that is wrong with it.
///
/// An [`Api`] that comes with errors among the diagnostics must not be written down.
///
/// `formats` are types that texts of a format are read into, by their paths.
pub fn model(document: &Document<'_>, formats: &BTreeMap<String, String>) -> (Api, Vec<Diagnostic>) {
    let mut reader = Reader::new(document, formats);
    let mut security = Security::of(reader.security_schemes());
    reader.component_types();
    let mut ids = Ids::default();
    let (paths, operations) = reader.paths(&mut security, &mut ids);
    let mut groups = reader.groups(operations);
    let webhooks = reader.webhooks(&mut ids);
    security.take_names(&mut reader);
    reader.types.finish(&mut reader.diagnostics);
    reader.split_by_direction();
    for (_, operation) in groups.iter_mut().flat_map(|group| &mut group.operations) {
        operation.reads(|ty| reader.types.input(ty));
    }
    let operations = groups.iter_mut().flat_map(|group| &mut group.operations);
    reader.choose_in_text(operations.map(|(_, operation)| operation));
    reader.finish_checks();
    reader.check_beside();
    reader.check_values();
    reader.fill_defaults();
    reader.nothing_is_lost_in_silence();
    reader.lint();
    let info = &document.skeleton.info;
    let api = Api {
        title: info.title.clone(),
        version: info.version.clone(),
        security,
        types: reader.types,
        checks: reader.checks,
        groups,
        paths,
        webhooks,
        origins: origin::origins(document),
        names: reader.names,
    };
    (api, reader.diagnostics)
}
