//! An operation, as far as its security goes.

use openapiv3::{Responses, SecurityRequirement};

use crate::model::reader::Reader;
use crate::source::Pointer;

/// An operation and what it requires.
pub(super) struct Operation<'d> {
    /// Its method, as it is sent.
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

impl<'d> Reader<'d> {
    /// The operations of the document. Webhooks and callbacks are for others to serve.
    pub(super) fn served(&mut self) -> Vec<Operation<'d>> {
        let document = self.document;
        let shared = document.skeleton.security.as_deref().unwrap_or_default();
        let mut operations = Vec::new();
        for (path, at) in document.path_items_of("paths") {
            let item = self.path_item(&at);
            operations.extend(item.iter().flat_map(|item| &item.operations).map(|operation| Operation {
                method: &operation.method,
                path,
                at: operation.at.clone(),
                security: operation.object.security.as_deref().unwrap_or(shared),
                own: operation.object.security.is_some(),
                responses: &operation.object.responses,
            }));
        }
        operations
    }
}

impl Operation<'_> {
    /// Whether its method may change something (RFC 9110, 9.2.1; IANA keeps the list of methods and says which may not).
    pub(super) fn is_unsafe(&self) -> bool {
        let safe = ["GET", "HEAD", "OPTIONS", "TRACE", "QUERY", "PROPFIND", "REPORT", "SEARCH"];
        !safe.contains(&self.method)
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
        format!("{} {}", self.method, self.path)
    }
}
