//! Responses: what an operation answers (OpenAPI, Responses Object).

use openapiv3::StatusCode;

use super::doc::Doc;
use super::header::Header;
use super::name::{Name, Scope};
use super::reader::Reader;
use super::representation::ResponseBody;
use super::status::{self, Listed, Status};
use crate::diagnostic::{Code, Place};
use crate::source::Pointer;

/// What an operation answers, as one enum.
#[derive(Debug)]
pub struct Responses {
    /// What the enum is called.
    pub name: Name,
    /// Its variants, in the order of the document.
    pub variants: Vec<Response>,
}

/// One answer.
#[derive(Debug)]
pub struct Response {
    /// The name of its variant.
    pub name: Name,
    /// Its status.
    pub status: Status,
    /// Its description.
    pub doc: Doc,
    /// Its header fields.
    pub headers: Vec<Header>,
    /// Its content, if it has any.
    pub body: Option<ResponseBody>,
}

impl Responses {
    /// Whether what is sent depends on the head of the request: on what it accepts, on its conditions and its range.
    pub fn depend_on_request(&self) -> bool {
        self.bodies().any(ResponseBody::depends_on_request)
    }

    /// Whether each of them is there when it begins, so that two can be compared.
    pub fn are_values(&self) -> bool {
        self.bodies().all(ResponseBody::is_value)
    }

    /// The names of all types that they bring.
    pub fn names(&self) -> impl Iterator<Item = &Name> {
        let bodies = self.bodies().flat_map(|body| match body {
            ResponseBody::Several { name, types, .. } => vec![name, types],
            ResponseBody::One(_) => Vec::new(),
        });
        let open = self.variants.iter().filter_map(|response| match &response.status {
            Status::Open(open) => Some(&open.name),
            Status::Code(_) => None,
        });
        std::iter::once(&self.name).chain(bodies).chain(open)
    }

    fn bodies(&self) -> impl Iterator<Item = &ResponseBody> {
        self.variants.iter().filter_map(|response| response.body.as_ref())
    }
}

impl<'d> Reader<'d> {
    /// What the operation at `at` answers.
    ///
    /// A 401 of an operation with security is the server's own: it comes from the requirement check, with its challenge,
    /// and no handler sends it.
    pub(super) fn responses(
        &mut self,
        operation: &'d openapiv3::Operation,
        at: &Pointer,
        type_name: &Name,
        secured: bool,
    ) -> Option<Responses> {
        let at = at.member("responses");
        let mut variants = Vec::new();
        let mut good = true;
        let listed = Listed::of(&operation.responses, secured);
        let components = self.document.skeleton.components.as_ref().map(|components| &components.responses);
        let others = operation.responses.default.iter().map(|item| (None, item));
        for (code, item) in
            operation.responses.responses.iter().map(|(code, item)| (Some(code), item)).chain(others)
        {
            let key = code.map_or_else(|| "default".to_owned(), StatusCode::to_string);
            let Some((response, at)) = self.resolve(item, components, "responses", at.member(&key)) else {
                good = false;
                continue;
            };
            let answered_here = secured && code == Some(&StatusCode::Code(401));
            match self.response(response, code, &listed, &at, type_name) {
                Some(variant) if !answered_here => variants.push(variant),
                Some(_) => {}
                None => good = false,
            }
        }
        if variants.is_empty() && good {
            let message = "the operation declares no answer that its handler could give";
            let help =
                "a 401 of an operation with security is the server's own; declare what else it answers";
            self.report_with_help(Code::NoAnswer, Place::Value(at), message, help);
        }
        let name = self.take_type(type_name, "Response");
        good.then_some(Responses { name, variants })
    }

    fn response(
        &mut self,
        response: &'d openapiv3::Response,
        code: Option<&StatusCode>,
        listed: &Listed,
        at: &Pointer,
        type_name: &Name,
    ) -> Option<Response> {
        let name = status::variant(code);
        let wanted = type_name.with(name.as_str());
        let content = at.member("content");
        if let Some(StatusCode::Code(code @ ..200) | StatusCode::Range(code @ ..2)) = code {
            let message = format!(
                "status {code} is informational, and an operation ends with a final one (RFC 9110, 15.2)"
            );
            let message = if *code == 1 { message.replace("status 1 ", "`1XX` ") } else { message };
            self.report(Code::WrongValue, Place::Value(at.clone()), message);
            return None;
        }
        let bodiless = matches!(code, Some(StatusCode::Code(code)) if status::is_bodiless(*code));
        let body = if bodiless && !response.content.is_empty() {
            // The table has said so where the response stands beside its status.
            if at.as_str().starts_with("/components/") {
                let message =
                    format!("an answer with status {} has no content (RFC 9110, 6.4.1)", status::text(code));
                self.report(Code::NoEffect, Place::Key(content), message);
            }
            None
        } else {
            self.response_body(&response.content, &content, &wanted)?
        };
        let status = match code {
            Some(StatusCode::Code(code)) => Status::Code(*code),
            _ => {
                let name = self.take_type(&wanted.with("Status"), "Code");
                Status::Open(listed.open(name, code, body.is_some()))
            }
        };
        let fields = match &status {
            Status::Code(_) => Scope::with(&["body"]),
            Status::Open(_) => Scope::with(&["body", "status"]),
        };
        let headers = self.headers(response, at, &wanted, fields)?;
        let summary = at.member("summary").of(self.document.tree).and_then(serde_json::Value::as_str);
        let doc = Doc::of([summary, Some(response.description.as_str())]);
        Some(Response { name, status, doc, headers, body })
    }
}
