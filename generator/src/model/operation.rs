//! Operations: what a method at a path takes and answers.

use std::collections::BTreeMap;

use super::doc::Doc;
use super::name::{Name, Scope};
use super::parameter::Parameters;
use super::path::Template;
use super::reader::Reader;
use super::request_body::RequestBody;
use super::requirement::Requirement;
use super::response::Responses;
use super::security::Security;
use super::types::Type;
use crate::diagnostic::{Code, Place};
use crate::document::PathItem;
use crate::source::Pointer;

/// One operation.
#[derive(Debug)]
pub struct Operation {
    /// Its `operationId`, or what stands in for one that is missing.
    pub id: String,
    /// What it is called in Rust.
    pub name: Name,
    /// Its method.
    pub method: Method,
    /// Its path, as the document has it.
    pub path: String,
    /// Its first tag.
    pub tag: Option<String>,
    /// Its summary and description.
    pub doc: Doc,
    /// Who may call, or `None` for anybody.
    pub requirement: Option<Requirement>,
    /// Its parameters, or `None` where it has none.
    pub parameters: Option<Parameters>,
    /// Its request body.
    pub body: Option<RequestBody>,
    /// What it answers.
    pub responses: Responses,
}

impl Operation {
    /// Does something to each type of what it reads.
    pub(super) fn reads(&mut self, mut each: impl FnMut(&mut Type)) {
        let parameters = self.parameters.iter_mut().flat_map(|parameters| &mut parameters.fields);
        parameters.map(|parameter| &mut parameter.ty).for_each(&mut each);
        self.body.iter_mut().flat_map(RequestBody::types_mut).for_each(each);
    }
}

/// A request method, as it is sent (RFC 9110, 9.1).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Method(String);

impl Method {
    /// The method as it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it has a key of its own in a Path Item Object; before OpenAPI 3.2 each has.
    pub fn has_a_key(&self) -> bool {
        ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY"]
            .contains(&self.as_str())
    }
}

impl<'d> Reader<'d> {
    /// The operations of one path item, in the order of the document.
    pub(super) fn operations(
        &mut self,
        item: &'d PathItem,
        template: &Template,
        path_at: &Pointer,
        security: &mut Security,
        ids: &mut Ids,
    ) -> Vec<Operation> {
        let mut operations = Vec::new();
        for operation in &item.operations {
            let method = Method(operation.method.clone());
            let position = Position { method, template, at: operation.at.clone(), item, path_at };
            match self.operation(&operation.object, &position, security, ids) {
                Some(operation) => operations.push(operation),
                None => self.lost.push(position.at),
            }
        }
        operations
    }

    fn operation(
        &mut self,
        operation: &'d openapiv3::Operation,
        position: &Position<'_, 'd>,
        security: &mut Security,
        ids: &mut Ids,
    ) -> Option<Operation> {
        let (id, name) = self.operation_name(operation, position, ids)?;
        let type_name = Name::camel(name.as_str()).unwrap_or_else(|| Name::spelt(&id));
        let requirement = self.requirement(operation, &position.at, security);
        let parameters = self.parameters(operation, position, &type_name);
        let body = self.request_body(operation, &position.at, &type_name);
        let responses =
            self.responses(operation, &position.at, &type_name, !matches!(requirement, Some(None)));
        let doc = Doc::of([operation.summary.as_deref(), operation.description.as_deref()])
            .deprecated(operation.deprecated);
        Some(Operation {
            id,
            name,
            method: position.method.clone(),
            path: position.template.text.clone(),
            tag: operation.tags.first().cloned(),
            doc,
            requirement: requirement?,
            parameters,
            body: body?,
            responses: responses?,
        })
    }

    fn operation_name(
        &mut self,
        operation: &openapiv3::Operation,
        position: &Position<'_, 'd>,
        ids: &mut Ids,
    ) -> Option<(String, Name)> {
        let derived = format!("{} {}", position.method.as_str().to_lowercase(), position.template.text);
        let fallback = || Name::snake(&derived).unwrap_or_else(|| Name::spelt(&derived));
        let Some(id) = &operation.operation_id else {
            return Some((derived.clone(), ids.names.take(&fallback())));
        };
        let address = format!("{} {}", position.method.as_str(), position.template.text);
        self.claim(id, address, &position.at, ids)?;
        let wanted = Name::snake(id).unwrap_or_else(fallback);
        Some((id.clone(), ids.names.take(&wanted)))
    }

    /// Notes that `id` is that of the operation with this `address`, at `at`; `None` where it cannot be, which is reported.
    pub(super) fn claim(&mut self, id: &str, address: String, at: &Pointer, ids: &mut Ids) -> Option<()> {
        let place = || Place::Value(at.member("operationId"));
        if id.is_empty() {
            self.report(Code::WrongValue, place(), "an `operationId` is not empty");
            return None;
        }
        if let Some(first) = ids.seen.insert(id.to_owned(), address) {
            let message = format!("the `operationId` `{id}` is that of `{first}` already");
            let help = "give each operation an `operationId` of its own";
            self.report_with_help(Code::DuplicateOperationId, place(), message, help);
            return None;
        }
        Some(())
    }
}

/// Where an operation stands.
pub(super) struct Position<'p, 'd> {
    pub(super) method: Method,
    pub(super) template: &'p Template,
    /// Where the Operation Object stands.
    pub(super) at: Pointer,
    pub(super) item: &'d PathItem,
    /// Where the path stands; its Path Item Object may be elsewhere.
    pub(super) path_at: &'p Pointer,
}

/// What operations are called, for the whole document.
#[derive(Default)]
pub(super) struct Ids {
    /// Each `operationId`, with the method and path of its operation.
    seen: BTreeMap<String, String>,
    names: Scope,
}
