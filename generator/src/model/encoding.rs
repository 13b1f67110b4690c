//! How the properties of a form are sent (OpenAPI, Encoding Object).

use serde_json::{Map, Value};

use super::form::{Makeup, Source};
use super::reader::Reader;
use super::request_body::{essence, is_json};
use super::style::Style;
use super::types::Field;
use crate::diagnostic::{Code, Place};
use crate::document::{Version, is_media_type};
use crate::source::Pointer;

/// How a property of a form is sent.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Encoding {
    /// What a part of it may be sent as; where there is none, anything.
    pub media_types: Vec<String>,
    /// Whether it is JSON.
    pub json: bool,
    /// What an array has between its items, where it is sent as one field.
    pub separated: Option<Style>,
}

impl<'d> Reader<'d> {
    /// How `field` is sent in the form whose Media Type Object stands at `at`; `None` where it cannot be sent that way.
    pub(super) fn encoding(
        &mut self,
        at: &Pointer,
        field: &Field,
        makeup: &Makeup,
        source: Source,
    ) -> Option<Encoding> {
        let at = at.member("encoding").member(&field.wire);
        let json = *single(makeup) == Makeup::Json;
        let plain = Encoding { json, ..Encoding::default() };
        let Some(object) = at.of(self.document.tree).and_then(Value::as_object) else { return Some(plain) };
        self.headers_of_parts(object, &at, source)?;
        let styled = STYLED.iter().filter(|key| object.contains_key(**key));
        let styled: Vec<&str> = styled.copied().collect();
        if source == Source::Multipart && self.document.version == Version::V3_0 {
            for key in &styled {
                let message = format!("`{key}` means nothing in `multipart/form-data` (OpenAPI 3.0)");
                self.report(Code::NoEffect, Place::Key(at.member(key)), message);
            }
        } else if !styled.is_empty() {
            if object.contains_key("contentType") {
                let message = format!("`contentType` means nothing beside `{}`", styled.join("` and `"));
                self.report(Code::NoEffect, Place::Key(at.member("contentType")), message);
            }
            return self.separated(object, &at, makeup).map(|separated| Encoding { separated, ..plain });
        }
        match object.get("contentType").and_then(Value::as_str) {
            Some(text) => self.content_type(text, &at, makeup, source),
            None => Some(plain),
        }
    }

    /// `contentType`: a list of media types and ranges. Of an array it is that of each item.
    fn content_type(
        &mut self,
        text: &str,
        at: &Pointer,
        makeup: &Makeup,
        source: Source,
    ) -> Option<Encoding> {
        let place = || Place::Value(at.member("contentType"));
        let all: Vec<String> = text.split(',').map(|one| one.trim().to_owned()).collect();
        if let Some(wrong) = all.iter().find(|one| !is_media_type(one)) {
            let help = "name media types, with commas between them, such as `image/png, image/jpeg`";
            self.report_with_help(Code::WrongValue, place(), format!("`{wrong}` is no media type"), help);
            return None;
        }
        let of_json = all.iter().filter(|one| is_json(&essence(one))).count();
        let json = match single(makeup) {
            Makeup::File(_) => false,
            _ if of_json == all.len() => true,
            Makeup::Scalar if of_json == 0 => false,
            Makeup::Scalar => {
                self.unsupported(place(), "JSON and something else for one property", "name one of them");
                return None;
            }
            Makeup::Json | Makeup::List(_) => {
                let what = "an object, or an array in an array, that is not sent as JSON";
                self.unsupported(place(), what, "use `application/json`");
                return None;
            }
        };
        let media_types = if source == Source::Multipart { all } else { Vec::new() };
        Some(Encoding { media_types, json, separated: None })
    }

    /// `style`, `explode` and `allowReserved`. The last makes no difference to who reads.
    fn separated(
        &mut self,
        object: &Map<String, Value>,
        at: &Pointer,
        makeup: &Makeup,
    ) -> Option<Option<Style>> {
        let style = object.get("style").and_then(Value::as_str).unwrap_or("form");
        let explode = object.get("explode").and_then(Value::as_bool).unwrap_or(style == "form");
        let is_list = match makeup {
            Makeup::Scalar => false,
            Makeup::List(of) if **of == Makeup::Scalar => true,
            _ => {
                let what = "an object, a file, or an array of them, in a style";
                self.unsupported(Place::Key(at.clone()), what, "use `contentType: application/json`");
                return None;
            }
        };
        match (style, explode, is_list) {
            ("form", _, false) | ("form", true, true) => Some(None),
            ("form", false, true) => Some(Some(Style::Form)),
            ("spaceDelimited", false, true) => Some(Some(Style::SpaceDelimited)),
            ("pipeDelimited", false, true) => Some(Some(Style::PipeDelimited)),
            _ => {
                let what = "this style of such a property";
                self.unsupported(Place::Key(at.clone()), what, "use the style `form`");
                None
            }
        }
    }

    /// `headers`: documentation. Nobody looks at them, so none can be required.
    fn headers_of_parts(&mut self, object: &Map<String, Value>, at: &Pointer, source: Source) -> Option<()> {
        let Some(headers) = object.get("headers").and_then(Value::as_object) else { return Some(()) };
        let at = at.member("headers");
        if source == Source::Form {
            let message = "`headers` mean nothing in a form that has no parts";
            self.report(Code::NoEffect, Place::Key(at), message);
            return Some(());
        }
        let mut good = Some(());
        for (name, header) in headers.iter().filter(|(name, _)| !name.eq_ignore_ascii_case("content-type")) {
            if self.is_required(header) {
                self.unsupported(
                    Place::Key(at.member(name)),
                    "a required header of a part",
                    "let it be optional",
                );
                good = None;
            }
        }
        good
    }

    fn is_required(&self, header: &Value) -> bool {
        let referred = header.get("$ref").and_then(Value::as_str).and_then(|text| text.strip_prefix('#'));
        let header = referred.and_then(|pointer| self.document.tree.pointer(pointer)).unwrap_or(header);
        header.get("required").and_then(Value::as_bool) == Some(true)
    }
}

const STYLED: [&str; 3] = ["style", "explode", "allowReserved"];

/// What each of several values is made of.
fn single(makeup: &Makeup) -> &Makeup {
    match makeup {
        Makeup::List(of) => of,
        other => other,
    }
}
