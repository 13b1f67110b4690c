//! Responses: what an operation answers (OpenAPI, Responses Object).

use openapiv3::{ParameterSchemaOrContent, StatusCode};

use super::doc::Doc;
use super::media_type::MediaType;
use super::name::{Name, Scope};
use super::parameter::is_token;
use super::reader::Reader;
use super::status;
use super::types::Type;
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
    /// Its status code.
    pub status: u16,
    /// Its description.
    pub doc: Doc,
    /// Its header fields.
    pub headers: Vec<Header>,
    /// Its JSON content, if it has any.
    pub body: Option<Type>,
}

/// A header field of an answer (OpenAPI, Header Object).
#[derive(Debug)]
pub struct Header {
    /// Its name, as the document has it.
    pub wire: String,
    /// The name of its field.
    pub name: Name,
    /// Its description.
    pub doc: Doc,
    /// Whether it is always sent.
    pub required: bool,
    /// What it holds.
    pub value: HeaderValue,
}

/// What a header field of an answer holds.
#[derive(Debug)]
pub enum HeaderValue {
    /// A scalar of this type.
    Of(Type),
    /// This text and no other, always: the server writes it, and no handler is asked.
    Always(String),
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
        let components = self.document.skeleton.components.as_ref().map(|components| &components.responses);
        for (code, item) in &operation.responses.responses {
            let StatusCode::Code(code) = code else { continue };
            let Some((response, at)) =
                self.resolve(item, components, "responses", at.member(&code.to_string()))
            else {
                good = false;
                continue;
            };
            let answered_here = secured && *code == 401;
            match self.response(response, *code, &at, type_name) {
                Some(variant) if !answered_here => variants.push(variant),
                Some(_) => {}
                None => good = false,
            }
        }
        // A `default` and a range are refused where they stand.
        let others = operation.responses.default.is_some()
            || operation.responses.responses.keys().any(|code| matches!(code, StatusCode::Range(_)));
        if variants.is_empty() && good && !others {
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
        code: u16,
        at: &Pointer,
        type_name: &Name,
    ) -> Option<Response> {
        let name = status::name(code);
        let wanted = type_name.with(name.as_str());
        let content = at.member("content");
        if code < 200 {
            let message = format!(
                "status {code} is informational, and an operation ends with a final one (RFC 9110, 15.2)"
            );
            self.report(Code::WrongValue, Place::Value(at.clone()), message);
            return None;
        }
        let schema = if status::is_bodiless(code) && !response.content.is_empty() {
            // The table has said so where the response stands beside its status.
            if at.as_str().starts_with("/components/") {
                let message = format!("an answer with status {code} has no content (RFC 9110, 6.4.1)");
                self.report(Code::NoEffect, Place::Key(content), message);
            }
            None
        } else {
            self.representation(&response.content, &content, MediaType::OF_RESPONSES)?
        };
        let body = match schema {
            Some((_, schema)) => {
                let media_type = schema.parent();
                let body = self.type_at(schema, &wanted.with("Body"))?;
                self.types.used_in_responses(&body);
                if let Some(media_type) = media_type {
                    self.examples_at(&media_type, &body);
                }
                Some(body)
            }
            None => None,
        };
        let headers = self.headers(response, at, &wanted)?;
        Some(Response {
            name,
            status: code,
            doc: Doc::of([Some(response.description.as_str())]),
            headers,
            body,
        })
    }

    fn headers(
        &mut self,
        response: &'d openapiv3::Response,
        at: &Pointer,
        wanted: &Name,
    ) -> Option<Vec<Header>> {
        let at = at.member("headers");
        let mut headers = Vec::new();
        let mut names = Scope::with(&["body"]);
        let mut good = true;
        let components = self.document.skeleton.components.as_ref().map(|components| &components.headers);
        for (wire, item) in &response.headers {
            let place = at.member(wire);
            // Said by the table: OpenAPI ignores this one (Response Object, `headers`), and the others are tokens.
            if wire.eq_ignore_ascii_case("Content-Type") || !is_token(wire) {
                continue;
            }
            let header = self
                .resolve(item, components, "headers", place)
                .and_then(|(header, at)| self.header(header, wire, &at, wanted, &mut names));
            good &= header.is_some();
            headers.extend(header);
        }
        good.then_some(headers)
    }

    fn header(
        &mut self,
        header: &'d openapiv3::Header,
        wire: &str,
        at: &Pointer,
        wanted: &Name,
        names: &mut Scope,
    ) -> Option<Header> {
        let ParameterSchemaOrContent::Schema(_) = &header.format else {
            let place = Place::Key(at.member("content"));
            self.unsupported(place, "a header with `content`", "describe it by a `schema`");
            return None;
        };
        let value = match self.only_text(&at.member("schema")).filter(|_| header.required) {
            Some(text) => HeaderValue::Always(text),
            None => self.header_type(wire, at, wanted).map(HeaderValue::Of)?,
        };
        let name = Name::snake(wire).or_else(|| Name::snake(Name::spelt(wire).as_str()))?;
        Some(Header {
            wire: wire.to_owned(),
            name: names.take(&name),
            doc: Doc::of([header.description.as_deref()]).deprecated(header.deprecated.unwrap_or(false)),
            required: header.required,
            value,
        })
    }

    fn header_type(&mut self, wire: &str, at: &Pointer, wanted: &Name) -> Option<Type> {
        let camel = Name::camel(wire).unwrap_or_else(|| Name::spelt(wire));
        let ty = self.type_at(at.member("schema"), &wanted.with(camel.as_str()))?;
        if !self.types.is_scalar(&ty) {
            self.unsupported(
                Place::Value(at.member("schema")),
                "a header that is an array, an object or nullable",
                "send a string, and say in its description what it holds",
            );
            return None;
        }
        self.types.used_in_text(&ty);
        self.examples_at(at, &ty);
        Some(ty)
    }

    /// The one text that the schema at `at` admits, an `enum` of one string: where a header field can carry it, and where there
    /// is no more to say of it.
    fn only_text(&self, at: &Pointer) -> Option<String> {
        let schema = self.schema(at.clone())?;
        let ([only], ["string"]) = (schema.choices()?.as_slice(), schema.types().as_slice()) else {
            return None;
        };
        let more = ["default", "example", "examples", "minLength", "maxLength"];
        let said = more.iter().any(|key| schema.has(key)) || schema.nullable();
        let text = only.as_str().filter(|text| !said && is_field_value(text))?;
        Some(text.to_owned())
    }
}

/// Whether `text` is a field value as it stands (RFC 9110, 5.5), without anything that is trimmed or not ASCII.
fn is_field_value(text: &str) -> bool {
    text.trim_ascii() == text && text.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ')
}
