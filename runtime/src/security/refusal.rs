//! Why a caller is refused, and how the answer says so.

use http::StatusCode;
use http::header::HeaderValue;

use super::challenge::{Challenge, Scheme};
use super::denied::Denied;

/// What became of a security requirement that is not met: a status, and a challenge of the scheme that refused.
#[derive(Debug)]
pub struct Refusal {
    scheme: Scheme,
    why: Why,
}

#[derive(Debug)]
enum Why {
    Absent,
    Repeated,
    Denied(Denied),
}

impl Refusal {
    /// What a verifier of bearer tokens said.
    pub fn bearer(denied: Denied) -> Self {
        Self { scheme: Scheme::Bearer, why: Why::Denied(denied) }
    }

    /// There is no credential.
    pub(super) fn absent(scheme: Scheme) -> Self {
        Self { scheme, why: Why::Absent }
    }

    /// There are two.
    pub(super) fn repeated(scheme: Scheme) -> Self {
        Self { scheme, why: Why::Repeated }
    }

    /// What is said to who shows no bearer token.
    pub(crate) fn no_bearer_token() -> Self {
        Self::absent(Scheme::Bearer)
    }

    pub(crate) fn is_no_bearer_token(&self) -> bool {
        matches!(self, Self { scheme: Scheme::Bearer, why: Why::Absent })
    }

    /// The status of the answer: 400, 401, 403, 500 or 503.
    pub fn status(&self) -> StatusCode {
        match &self.why {
            Why::Absent | Why::Denied(Denied::InvalidToken(_)) => StatusCode::UNAUTHORIZED,
            Why::Repeated => StatusCode::BAD_REQUEST,
            Why::Denied(Denied::InsufficientScope(_)) => StatusCode::FORBIDDEN,
            Why::Denied(Denied::Unavailable(_)) => StatusCode::SERVICE_UNAVAILABLE,
            Why::Denied(Denied::Broken(_)) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The answer's `WWW-Authenticate`, unless the fault is the server's.
    pub(crate) fn challenge(&self) -> Option<HeaderValue> {
        let challenge = |error| Challenge::of(self.scheme).error(error);
        Some(match &self.why {
            Why::Absent => self.scheme.plain(),
            Why::Repeated => challenge("invalid_request").value(),
            Why::Denied(Denied::InvalidToken(None)) => challenge("invalid_token").value(),
            Why::Denied(Denied::InvalidToken(Some(text))) => {
                challenge("invalid_token").description(text).value()
            }
            Why::Denied(Denied::InsufficientScope(scopes)) => {
                challenge("insufficient_scope").scope(scopes).value()
            }
            Why::Denied(Denied::Unavailable(_) | Denied::Broken(_)) => return None,
        })
    }

    /// Logs a fault of the server.
    pub(crate) fn log(&self) {
        if let Why::Denied(Denied::Unavailable(failure) | Denied::Broken(failure)) = &self.why {
            failure.log();
        }
    }
}
