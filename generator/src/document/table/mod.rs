//! The table: every object of OpenAPI 3.0, 3.1 and 3.2, and every key of it, with what the generator makes of it.
//!
//! The files follow the order of the
//! specification, and so do the rows. The walker in `check` reads documents against the table, and
//! `docs/FEATURES.md` is written from it.

mod acknowledgement;
mod body;
mod components;
mod documentation;
mod grammar;
mod info;
mod names;
mod object;
mod openapi;
mod operation;
mod parameter;
mod path;
mod reference;
mod response;
mod rule;
mod schema;
mod security;
mod server;
mod shape;
#[cfg(test)]
mod tests;
mod version;
mod words;

pub(crate) use acknowledgement::*;
pub(crate) use body::*;
pub(crate) use components::*;
pub(crate) use documentation::*;
pub(crate) use grammar::*;
pub(crate) use info::*;
pub(crate) use object::*;
pub(crate) use openapi::*;
pub(crate) use operation::*;
pub(crate) use parameter::*;
pub(crate) use path::*;
pub(crate) use reference::*;
pub(crate) use response::*;
pub(crate) use rule::*;
pub(crate) use schema::*;
pub(crate) use security::*;
pub(crate) use server::*;
pub(crate) use shape::*;
pub use version::Version;
pub(crate) use version::Versions;

/// Every object, in the order of the specification.
pub(crate) static OBJECTS: &[&Object] = &[
    &OPENAPI,
    &INFO,
    &CONTACT,
    &LICENSE,
    &SERVER,
    &SERVER_VARIABLE,
    &COMPONENTS,
    &PATHS,
    &PATH_ITEM,
    &OPERATION,
    &EXTERNAL_DOCUMENTATION,
    &PARAMETER,
    &REQUEST_BODY,
    &MEDIA_TYPE,
    &ENCODING,
    &RESPONSES,
    &RESPONSE,
    &CALLBACK,
    &EXAMPLE,
    &LINK,
    &HEADER,
    &TAG,
    &REFERENCE,
    &SCHEMA_OBJECT,
    &DISCRIMINATOR,
    &XML,
    &SECURITY_SCHEME,
    &OAUTH_FLOWS,
    &IMPLICIT_FLOW,
    &PASSWORD_FLOW,
    &CLIENT_CREDENTIALS_FLOW,
    &AUTHORIZATION_CODE_FLOW,
    &DEVICE_AUTHORIZATION_FLOW,
    &SECURITY_REQUIREMENT,
];
