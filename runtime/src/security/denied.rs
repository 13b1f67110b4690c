//! What a verifier says to a credential that it does not accept.

use std::borrow::Cow;
use std::error::Error;

use super::Scopes;
use crate::failure::Failure;

/// Why a well-formed credential is not accepted.
///
/// A verifier that breaks says so with [`Broken`](Self::Broken), which every error converts into, so `?` never lets
/// anybody in.
#[derive(Debug)]
#[non_exhaustive]
pub enum Denied {
    /// 401: it is wrong, expired, revoked or unknown. For a bearer token the challenge says `invalid_token` and the text, which
    /// is for the developer of the client: `error_description` of [RFC 6750, 3](https://www.rfc-editor.org/rfc/rfc6750#section-3).
    InvalidCredentials(Option<Cow<'static, str>>),
    /// 403: it is good, but not for this. The scopes are those that the operation needs.
    InsufficientScope(Scopes),
    /// 503: whether it is good cannot be told now.
    Unavailable(Failure),
    /// 500: the verifier is broken.
    Broken(Failure),
}

impl<E: Error + Send + Sync + 'static> From<E> for Denied {
    fn from(error: E) -> Self {
        Self::Broken(error.into())
    }
}
