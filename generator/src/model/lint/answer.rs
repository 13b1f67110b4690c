//! Answers that the server gives of itself where security is required, and that the document does not tell of.

use openapiv3::StatusCode;

use super::operation::Operation;
use super::warning;
use crate::diagnostic::{Code, Diagnostic, Place};

/// An operation that anybody may call need not tell of either answer: who sends nothing gets neither.
pub(super) fn lints(operation: &Operation<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if operation.is_protected() && !declares(operation, 401) {
        let message = format!(
            "`{}` requires security and does not declare 401, the answer without it (RFC 9110, 15.5.2)",
            operation.address()
        );
        found.push(warning(Code::Undeclared401, place(operation), message, "declare the response `401`"));
    }
    if operation.is_protected() && operation.names_scopes() && !declares(operation, 403) {
        let message = format!(
            "`{}` requires scopes or roles and does not declare 403, the answer without them (RFC 9110, 15.5.4)",
            operation.address()
        );
        found.push(warning(Code::Undeclared403, place(operation), message, "declare the response `403`"));
    }
    found
}

fn place(operation: &Operation<'_>) -> Place {
    Place::Key(operation.at.member("responses"))
}

/// Whether `status` is declared, be it by its class or by `default`.
fn declares(operation: &Operation<'_>, status: u16) -> bool {
    let responses = operation.responses;
    let covers = |code: &StatusCode| {
        matches!(code, StatusCode::Code(code) if *code == status)
            || matches!(code, StatusCode::Range(class) if *class == status / 100)
    };
    responses.default.is_some() || responses.responses.keys().any(covers)
}
