//! The fourth stage: from what a document means to files of Rust.
//!
//! Total: nothing here can fail, and nothing here looks at the document again. Knows Rust and the names of the runtime; knows
//! nothing of OpenAPI and diagnostics.

mod body;
mod caller;
mod choices;
mod default;
mod doc;
mod document;
mod file;
mod fit;
mod group;
mod imports;
mod index;
mod layout;
mod operation;
mod page;
mod parameter;
mod representation;
mod response;
mod route;
mod rule;
mod schema;
mod security;
mod server;
mod types;
mod union;
mod webhook;

pub use document::{Origin, Routes};
pub use file::{File, is_generated};

use crate::model::Api;
use imports::Taken;
use schema::Used;

/// The files of the server that `api` describes, in the order in which they are read best.
pub fn code(api: &Api, origin: &Origin) -> Vec<File> {
    let taken = Taken::of(api);
    let used = Used::default();
    let types = api.types.items().next().is_some().then(|| types::file(api, &taken, &used, origin));
    let security = api.security.is_required().then(|| security::file(api, &taken, origin));
    let groups: Vec<File> =
        api.groups.iter().map(|group| group::file(api, group, &taken, &used, origin)).collect();
    let webhooks = (!api.webhooks.is_empty()).then(|| webhook::file(api, &taken, &used, origin));
    let schemas = schema::file(&api.checks, &used, origin);
    let mut files = vec![index::file(api, schemas.is_some(), &used, origin)];
    files.extend(types.into_iter().chain(schemas).chain(security).chain(groups).chain(webhooks));
    files.push(server::file(api, &taken, origin));
    files.push(document::file(origin, api));
    files.extend(page::file(api, origin));
    files
}
