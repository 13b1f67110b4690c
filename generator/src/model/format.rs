//! Formats that say what a text must look like (OpenAPI Format Registry; JSON Schema Validation, 7.3 and 8.3).
//!
//! Every other one is for people: `password`, and those that nobody knows.

use super::reader::Reader;
use crate::document::Schema;

/// A format of texts that is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextFormat {
    /// Its name in a schema.
    pub name: &'static str,
    /// Its name in the runtime.
    pub variant: &'static str,
}

/// A type that texts of a format are read into.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed {
    /// The format.
    pub format: TextFormat,
    /// The type.
    pub into: Into,
}

/// What a text is read into.
#[derive(Debug, Clone, PartialEq)]
pub enum Into {
    /// `chrono::NaiveDate`
    Date,
    /// `chrono::DateTime<chrono::FixedOffset>`
    DateTime,
    /// `uuid::Uuid`
    Uuid,
    /// A type of the standard library: `std::net::Ipv4Addr`.
    Net(&'static str),
    /// Bytes, in an encoding: the type of the runtime that holds them.
    Bytes(&'static str),
    /// A type that the settings name, by its path.
    Own(String),
}

/// What a schema says of the form of a text.
pub(super) enum Form {
    /// Nothing.
    Any,
    /// Nothing but that it is a file in a multipart body.
    Binary,
    /// It is checked, and stays text.
    Text(TextFormat),
    /// It is read into a type of its own.
    Parsed(Parsed),
}

const fn text(name: &'static str, variant: &'static str) -> TextFormat {
    TextFormat { name, variant }
}

/// The formats that stay text.
const TEXTS: &[TextFormat] = &[
    text("time", "Time"),
    text("duration", "Duration"),
    text("email", "Email"),
    text("idn-email", "IdnEmail"),
    text("hostname", "Hostname"),
    text("idn-hostname", "IdnHostname"),
    text("uri", "Uri"),
    text("uri-reference", "UriReference"),
    text("uri-template", "UriTemplate"),
    text("iri", "Iri"),
    text("iri-reference", "IriReference"),
    text("json-pointer", "JsonPointer"),
    text("relative-json-pointer", "RelativeJsonPointer"),
    text("regex", "Regex"),
    text("decimal", "Decimal"),
];

/// The formats that have a type of their own.
const PARSED: &[(TextFormat, Into)] = &[
    (text("date", "Date"), Into::Date),
    (text("date-time", "DateTime"), Into::DateTime),
    (text("uuid", "Uuid"), Into::Uuid),
    (text("ipv4", "Ipv4"), Into::Net("Ipv4Addr")),
    (text("ipv6", "Ipv6"), Into::Net("Ipv6Addr")),
    (text("byte", "Base64"), Into::Bytes("Base64")),
];

/// `contentEncoding` (RFC 4648).
const ENCODINGS: &[(TextFormat, Into)] = &[
    (text("base64", "Base64"), Into::Bytes("Base64")),
    (text("base64url", "Base64Url"), Into::Bytes("Base64Url")),
    (text("base16", "Base16"), Into::Bytes("Base16")),
];

/// Whether texts of the format `name` are read into a type, or could be.
pub fn has_type(name: &str) -> bool {
    TEXTS.iter().chain(PARSED.iter().map(|(format, _)| format)).any(|format| format.name == name)
}

impl<'d> Reader<'d> {
    /// What `schema` says of the form of a text.
    pub(super) fn form_of(&self, schema: &Schema<'d>) -> Form {
        if let Some(encoding) = schema.content_encoding() {
            let known = ENCODINGS.iter().find(|(format, _)| format.name.eq_ignore_ascii_case(encoding));
            return known.map_or(Form::Any, |(format, into)| parsed(*format, into.clone()));
        }
        let Some(name) = schema.format() else {
            return if schema.has("contentMediaType") { Form::Binary } else { Form::Any };
        };
        let own = self.formats.get(name).cloned().map(Into::Own);
        if let Some(format) = TEXTS.iter().find(|format| format.name == name) {
            return own.map_or(Form::Text(*format), |own| parsed(*format, own));
        }
        if let Some((format, into)) = PARSED.iter().find(|(format, _)| format.name == name) {
            return parsed(*format, own.unwrap_or_else(|| into.clone()));
        }
        if name == "binary" { Form::Binary } else { Form::Any }
    }
}

fn parsed(format: TextFormat, into: Into) -> Form {
    Form::Parsed(Parsed { format, into })
}
