//! Credentials: the one room that reads them, compares them, and writes challenges.

mod authorization;
mod bearer;
mod challenge;
mod denied;
mod refusal;

use http::HeaderMap;
use http::header::AUTHORIZATION;

pub use bearer::BearerToken;
pub use denied::Denied;
pub use refusal::Refusal;

/// The scopes that an operation needs of a credential, in the document's order.
pub type Scopes = &'static [&'static str];

/// Marks the credentials of a request, so that no `Debug` of its headers shows them.
#[inline]
pub(crate) fn conceal(headers: &mut HeaderMap) {
    for (name, field) in headers {
        if name == AUTHORIZATION {
            field.set_sensitive(true);
        }
    }
}
