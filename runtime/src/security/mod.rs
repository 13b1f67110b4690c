//! Credentials: the one room that reads them, compares them, judges requirements, and writes challenges.

mod api_key;
mod authorization;
mod base64;
mod basic;
mod bearer;
mod certificate;
mod challenge;
mod cookie;
mod denied;
mod http;
mod proof;
mod refusal;
mod requirement;
mod scheme;
mod secret;
#[cfg(test)]
mod tests;
mod unread;

pub use api_key::ApiKey;
pub(crate) use authorization::Field;
pub use basic::BasicCredentials;
pub use bearer::BearerToken;
pub use certificate::PeerCertificate;
pub use challenge::Challenge;
pub use denied::Denied;
pub use http::HttpCredentials;
pub use proof::{Proof, Shown};
pub use refusal::Refusal;
pub use requirement::Requirement;
pub use scheme::Scheme;
pub use unread::Unread;

/// The scopes that an operation needs of a credential, in the document's order.
pub type Scopes = &'static [&'static str];
