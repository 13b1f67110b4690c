//! An operation, as far as its security goes.

use openapiv3::{OpenAPI, Responses, SecurityRequirement};

use crate::source::Pointer;

/// An operation and what it requires.
pub(super) struct Operation<'d> {
    /// Its method, as a key of the path item.
    pub(super) method: &'d str,
    /// Its path template.
    pub(super) path: &'d str,
    /// Where it stands.
    pub(super) at: Pointer,
    /// The alternatives: its own, or else those of the document.
    pub(super) security: &'d [SecurityRequirement],
    /// Whether the alternatives are its own.
    pub(super) own: bool,
    /// What it declares to answer.
    pub(super) responses: &'d Responses,
}

/// The operations of the document. Webhooks and callbacks are for others to serve.
pub(super) fn operations(document: &OpenAPI) -> Vec<Operation<'_>> {
    let shared = document.security.as_deref().unwrap_or_default();
    let paths = document.paths.paths.iter();
    let items = paths.filter_map(|(path, item)| Some((path.as_str(), item.as_item()?)));
    let operations = items.flat_map(|(path, item)| {
        let at = Pointer::root().member("paths").member(path);
        item.iter().map(move |(method, operation)| Operation {
            method,
            path,
            at: at.member(method),
            security: operation.security.as_deref().unwrap_or(shared),
            own: operation.security.is_some(),
            responses: &operation.responses,
        })
    });
    operations.collect()
}

impl Operation<'_> {
    /// Whether its method may change something (RFC 9110, 9.2.1).
    pub(super) fn is_unsafe(&self) -> bool {
        !matches!(self.method, "get" | "head" | "options" | "trace")
    }

    /// Whether it asks nobody who they are.
    pub(super) fn is_public(&self) -> bool {
        self.security.is_empty()
    }

    /// The index of the alternative that lets anybody in, if there is one.
    pub(super) fn anonymous(&self) -> Option<usize> {
        self.security.iter().position(SecurityRequirement::is_empty)
    }

    /// Whether nobody can call it without a credential.
    pub(super) fn is_protected(&self) -> bool {
        !self.is_public() && self.anonymous().is_none()
    }

    /// Whether an alternative names scopes or roles.
    pub(super) fn names_scopes(&self) -> bool {
        self.security.iter().flat_map(|alternative| alternative.values()).any(|scopes| !scopes.is_empty())
    }

    /// The method and path, as in `POST /orders`.
    pub(super) fn address(&self) -> String {
        format!("{} {}", self.method.to_uppercase(), self.path)
    }
}
