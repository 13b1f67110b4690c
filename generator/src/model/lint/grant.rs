//! Grants that new designs do without (RFC 9700).

use serde_json::Value;

use super::warning;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::source::Pointer;

/// What replaces both.
const CODE_WITH_PKCE: &str = "use the flow `authorizationCode`, with PKCE";

pub(super) fn lints(flows: &Value, at: &Pointer) -> Vec<Diagnostic> {
    let password = flows.get("password").map(|_| {
        let message = "the password grant shows the user's password to the client, and must not be used (RFC 9700, 2.4)";
        warning(Code::PasswordGrant, Place::Key(at.member("password")), message, CODE_WITH_PKCE)
    });
    let implicit = flows.get("implicit").map(|_| {
        let message = "the implicit grant puts the token into an address, where it leaks (RFC 9700, 2.1.2)";
        warning(Code::ImplicitGrant, Place::Key(at.member("implicit")), message, CODE_WITH_PKCE)
    });
    password.into_iter().chain(implicit).collect()
}
