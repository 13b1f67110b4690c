//! Credentials: the one room that reads them, compares them, and writes challenges.

mod authorization;
mod bearer;
mod challenge;
mod denied;
mod refusal;

pub(crate) use authorization::Field;
pub use bearer::BearerToken;
pub use denied::Denied;
pub use refusal::Refusal;

/// The scopes that an operation needs of a credential, in the document's order.
pub type Scopes = &'static [&'static str];
