//! The fourth stage: from what a document means to files of Rust.
//!
//! Total: nothing here can fail, and nothing here looks at the document again. Knows Rust and the names of the runtime; knows
//! nothing of OpenAPI and diagnostics.

mod caller;
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
mod security;
mod server;
mod types;

pub use document::{Origin, Routes};
pub use file::{File, is_generated};

use crate::model::Api;
use imports::Taken;

/// The files of the server that `api` describes, in the order in which they are read best.
pub fn code(api: &Api, origin: &Origin) -> Vec<File> {
    let taken = Taken::of(api);
    let mut files = vec![index::file(api, origin)];
    if api.types.items().next().is_some() {
        files.push(types::file(api, &taken, origin));
    }
    if api.security.is_required() {
        files.push(security::file(api, &taken, origin));
    }
    files.extend(api.groups.iter().map(|group| group::file(api, group, &taken, origin)));
    files.push(server::file(api, &taken, origin));
    files.push(document::file(origin, api));
    files.extend(page::file(api, origin));
    files
}
