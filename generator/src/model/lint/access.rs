//! Operations that change something for whoever calls.

use super::operation::Operation;
use super::token_endpoint::TokenEndpoints;
use super::warning;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::document::Document;

pub(super) fn lints(document: &Document<'_>, operations: &[Operation<'_>]) -> Vec<Diagnostic> {
    let endpoints = TokenEndpoints::of(document);
    let some_ask = operations.iter().any(|operation| !operation.is_public());
    let mut found = Vec::new();
    for operation in operations.iter().filter(|operation| operation.is_unsafe()) {
        if operation.is_public() && some_ask && !endpoints.include(operation) {
            found.push(public(operation));
        }
        if let Some(index) = operation.anonymous() {
            found.push(optional(operation, index));
        }
    }
    found
}

fn public(operation: &Operation<'_>) -> Diagnostic {
    let message = format!(
        "anybody may call `{}`, which may change something, while other operations ask who it is (RFC 9110, 9.2.1)",
        operation.address()
    );
    warning(Code::PublicUnsafeMethod, Place::Key(operation.at.clone()), message, "require security")
}

/// What is inherited is mended at the operation, by security of its own.
fn optional(operation: &Operation<'_>, index: usize) -> Diagnostic {
    let (place, mend) = if operation.own {
        (Place::Value(operation.at.member("security").item(index)), "take the `{}` out")
    } else {
        (Place::Key(operation.at.clone()), "give it `security` of its own, without `{}`")
    };
    let message = format!(
        "`{}` may change something for anybody: its security is optional (RFC 9110, 9.2.1)",
        operation.address()
    );
    warning(Code::OptionalUnsafeMethod, place, message, mend)
}
