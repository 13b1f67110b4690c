//! Header fields of responses (OpenAPI, Header Object).

use openapiv3::ParameterSchemaOrContent;
use serde_json::Value;

use super::doc::Doc;
use super::media_type::MediaType;
use super::name::{Name, Scope};
use super::parameter::is_token;
use super::reader::Reader;
use super::types::{Kind, Type, TypeId};
use crate::diagnostic::Place;
use crate::source::Pointer;

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
    /// An array of scalars, with commas between them.
    List(Type),
    /// An array of scalars, each in a field of its own: `Set-Cookie` (RFC 6265, 3).
    Each(Type),
    /// An object whose members are scalars.
    Object {
        /// Its type.
        ty: Type,
        /// Whether a member is `name=value`, and not `name,value`.
        explode: bool,
    },
    /// A value as JSON.
    Json(Type),
    /// This text and no other, always: the server writes it, and no handler is asked.
    Always(String),
}

impl HeaderValue {
    /// What a handler is asked for, if it is.
    pub fn asked(&self) -> Option<&Type> {
        match self {
            Self::Of(ty) | Self::List(ty) | Self::Each(ty) | Self::Object { ty, .. } | Self::Json(ty) => {
                Some(ty)
            }
            Self::Always(_) => None,
        }
    }
}

impl<'d> Reader<'d> {
    /// The headers of the `response` at `at`, whose variant has other fields in `names`.
    pub(super) fn headers(
        &mut self,
        response: &'d openapiv3::Response,
        at: &Pointer,
        wanted: &Name,
        mut names: Scope,
    ) -> Option<Vec<Header>> {
        let at = at.member("headers");
        let mut headers = Vec::new();
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
        let camel = Name::camel(wire).unwrap_or_else(|| Name::spelt(wire));
        let wanted = wanted.with(camel.as_str());
        let value = match &header.format {
            ParameterSchemaOrContent::Content(content) => {
                let known = [MediaType::Json];
                let (_, schema) = self.representation(content, &at.member("content"), &known)??;
                let ty = self.type_at(schema, &wanted)?;
                self.types.used_in_responses(&ty);
                HeaderValue::Json(ty)
            }
            ParameterSchemaOrContent::Schema(_) => {
                match self.only_text(&at.member("schema")).filter(|_| header.required) {
                    Some(text) => HeaderValue::Always(text),
                    None => self.header_value(wire, at, &wanted)?,
                }
            }
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

    fn header_value(&mut self, wire: &str, at: &Pointer, wanted: &Name) -> Option<HeaderValue> {
        let ty = self.type_at(at.member("schema"), wanted)?;
        self.examples_at(at, &ty);
        let scalar = |ty: &Type| self.types.is_scalar(ty);
        let value = match self.types.meaning(&ty) {
            _ if scalar(&ty) => HeaderValue::Of(ty),
            Type::List(item, _) if scalar(item) => {
                let one_each = wire.eq_ignore_ascii_case("Set-Cookie");
                if one_each { HeaderValue::Each(ty) } else { HeaderValue::List(ty) }
            }
            Type::Named(id) if self.has_scalars(*id) => {
                let explode = at.member("explode").of(self.document.tree) == Some(&Value::Bool(true));
                HeaderValue::Object { ty, explode }
            }
            _ => {
                let what = "a header that is nullable, or whose items or members are no scalars";
                let instead = "describe it by a `content` of `application/json`, or send a string";
                self.unsupported(Place::Value(at.member("schema")), what, instead);
                return None;
            }
        };
        if let Some(ty) = value.asked() {
            self.types.used_in_responses(ty);
        }
        Some(value)
    }

    /// Whether an item is an object whose members are all scalars.
    fn has_scalars(&self, id: TypeId) -> bool {
        match self.types.item(id).map(|item| &item.kind) {
            Some(Kind::Struct { fields, .. }) => fields.iter().all(|field| self.types.is_scalar(&field.ty)),
            _ => false,
        }
    }

    /// The one text that the schema at `at` admits, a `const` or an `enum` of one string: where a header field can carry it,
    /// and where there is no more to say of it.
    fn only_text(&self, at: &Pointer) -> Option<String> {
        let schema = self.schema(at.clone())?;
        let only = match (schema.constant(), schema.choices().map(Vec::as_slice), schema.types().as_slice()) {
            (Some(only), None, ["string"] | []) | (None, Some([only]), ["string"]) => only,
            _ => return None,
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
