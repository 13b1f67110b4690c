//! Request bodies (OpenAPI, Request Body Object).

use super::doc::Doc;
use super::form::Source;
use super::name::{Name, Scope};
use super::reader::Reader;
use super::types::{Text, Type};
use crate::diagnostic::Place;
use crate::source::Pointer;

/// What an operation reads from the content of a request.
#[derive(Debug)]
pub struct RequestBody {
    /// Its description.
    pub doc: Doc,
    /// Whether it must be sent.
    pub required: bool,
    /// What it may be sent as, in the order of the document: at least one.
    pub contents: Vec<Content>,
    /// The name of the enum of its contents, where there are several.
    pub name: Option<Name>,
}

/// A body of one media type.
#[derive(Debug)]
pub struct Content {
    /// The name of its variant among others.
    pub name: Name,
    /// The media type, or the range of them, as the document has it.
    pub media_type: String,
    /// What it is read as.
    pub reading: Reading,
}

/// How a body is read.
#[derive(Debug)]
pub enum Reading {
    /// As JSON.
    Json(Type),
    /// As `application/x-www-form-urlencoded`, into a struct.
    Form(Type),
    /// As `multipart/form-data`, into a struct.
    Multipart(Type),
    /// As text: a scalar.
    Text(Type),
    /// Not at all: its bytes are handed over.
    Bytes,
    /// Not at all: its bytes are handed over as they come.
    Stream,
}

impl RequestBody {
    /// Whether it is sent in parts, in one way of several perhaps.
    pub fn is_multipart(&self) -> bool {
        self.contents.iter().any(|content| matches!(content.reading, Reading::Multipart(_)))
    }

    /// Whether two of its values can be compared, and copied.
    pub fn is_plain(&self) -> bool {
        self.contents.iter().all(|content| !matches!(content.reading, Reading::Stream))
    }

    /// The types that it is read into.
    pub(super) fn types_mut(&mut self) -> impl Iterator<Item = &mut Type> {
        self.contents.iter_mut().filter_map(|content| match &mut content.reading {
            Reading::Json(ty) | Reading::Form(ty) | Reading::Multipart(ty) | Reading::Text(ty) => Some(ty),
            Reading::Bytes | Reading::Stream => None,
        })
    }
}

impl<'d> Reader<'d> {
    /// The body of the operation at `at`; `Some(None)` where it has none, `None` where it was refused.
    pub(super) fn request_body(
        &mut self,
        operation: &'d openapiv3::Operation,
        at: &Pointer,
        type_name: &Name,
    ) -> Option<Option<RequestBody>> {
        let Some(item) = operation.request_body.as_ref() else { return Some(None) };
        let components =
            self.document.skeleton.components.as_ref().map(|components| &components.request_bodies);
        let (body, at) = self.resolve(item, components, "requestBodies", at.member("requestBody"))?;
        let content = at.member("content");
        if body.content.is_empty() {
            let what = "a request body without a media type";
            self.unsupported(Place::Value(content), what, "give it one, or leave the body out");
            return None;
        }
        let wanted = type_name.with("Body");
        let several = body.content.len() > 1;
        let name = several.then(|| self.take_type(&wanted, "Content"));
        let (mut contents, mut names, mut good) = (Vec::new(), Scope::default(), true);
        for media_type in body.content.keys() {
            let variant = names.take(&variant(media_type));
            let wanted = if several { wanted.with(variant.as_str()) } else { wanted.clone() };
            let at = self.media_type_at(content.member(media_type));
            let at = at.filter(|at| self.no_sequence(at).is_some());
            match at.and_then(|at| self.reading(media_type, &at, &wanted)) {
                Some(reading) => {
                    contents.push(Content { name: variant, media_type: media_type.clone(), reading });
                }
                None => good = false,
            }
        }
        let doc = Doc::of([body.description.as_deref()]);
        good.then_some(Some(RequestBody { doc, required: body.required, contents, name }))
    }

    /// How a body of the `media_type` is read, whose Media Type Object stands at `at`.
    fn reading(&mut self, media_type: &str, at: &Pointer, wanted: &Name) -> Option<Reading> {
        let essence = essence(media_type);
        let schema = at.member("schema");
        let has_schema = schema.of(self.document.tree).is_some();
        let as_text = essence.starts_with("text/") && essence != "text/*" && is_utf_8(media_type);
        let is_typed = is_json(&essence) || essence == FORM || essence == MULTIPART;
        if !is_typed && !as_text {
            return Some(self.unread(&essence, &schema));
        }
        if !has_schema {
            if is_json(&essence) {
                return Some(Reading::Json(Type::Json));
            }
            if as_text && !is_typed {
                return Some(Reading::Text(Type::String(Text::default())));
            }
            let place = Place::Key(at.clone());
            self.unsupported(place, "a form without a schema", "give it a `schema`");
            return None;
        }
        if !is_typed && self.is_bytes(&schema) {
            return Some(Reading::Stream);
        }
        let ty = self.type_at(schema.clone(), wanted)?;
        self.examples_at(at, &ty);
        if is_json(&essence) {
            self.types.used_in_requests(&ty);
            return Some(Reading::Json(ty));
        }
        match essence.as_str() {
            FORM => self.form(at, &ty, Source::Form).map(|()| Reading::Form(ty)),
            MULTIPART => self.form(at, &ty, Source::Multipart).map(|()| Reading::Multipart(ty)),
            _ if matches!(self.types.meaning(&ty), Type::Json) => {
                Some(Reading::Text(Type::String(Text::default())))
            }
            _ if self.types.is_scalar(&ty) => {
                self.types.used_in_text(&ty);
                Some(Reading::Text(ty))
            }
            // What is written in text without being one is for the handler to read, as XML is.
            _ => Some(Reading::Bytes),
        }
    }

    /// How a body is handed over that the server does not read. A schema of bytes says that they may be many.
    fn unread(&self, essence: &str, schema: &Pointer) -> Reading {
        let described = schema.of(self.document.tree).and_then(serde_json::Value::as_object);
        let says_nothing = described.is_none_or(serde_json::Map::is_empty) && !is_xml(essence);
        if essence == "application/octet-stream" || says_nothing || self.is_bytes(schema) {
            return Reading::Stream;
        }
        Reading::Bytes
    }

    /// Whether the schema at `pointer` describes bytes and no text.
    fn is_bytes(&self, pointer: &Pointer) -> bool {
        self.schema(pointer.clone()).is_some_and(|schema| {
            schema.types() == ["string"]
                && schema.content_encoding().is_none()
                && (schema.format() == Some("binary") || schema.has("contentMediaType"))
        })
    }
}

const FORM: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data";

/// The type and subtype of a media type, in lower case.
pub(super) fn essence(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// Whether a media type is JSON (RFC 8259, 11; RFC 6839, 3.1).
pub(super) fn is_json(essence: &str) -> bool {
    essence == "application/json" || essence == "text/json" || essence.ends_with("+json")
}

fn is_xml(essence: &str) -> bool {
    essence == "application/xml" || essence.ends_with("+xml")
}

/// Whether text of this media type is UTF-8, as far as its parameters say.
fn is_utf_8(media_type: &str) -> bool {
    let charsets = media_type.split(';').skip(1).filter_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim()
            .eq_ignore_ascii_case("charset")
            .then(|| value.trim().trim_matches('"').to_ascii_lowercase())
    });
    { charsets }.all(|charset| charset == "utf-8" || charset == "us-ascii")
}

/// What the variant of a media type is called.
fn variant(media_type: &str) -> Name {
    let essence = essence(media_type);
    let known = match essence.as_str() {
        FORM => "form",
        MULTIPART => "multipart",
        "text/plain" => "text",
        "application/octet-stream" => "bytes",
        "*/*" => "any",
        other => match other.split_once('/') {
            Some((kind, "*")) => kind,
            Some((_, subtype)) => subtype,
            None => other,
        },
    };
    Name::camel(known).unwrap_or_else(|| Name::spelt(known))
}
