//! The content of responses (OpenAPI, Media Type Object).

use indexmap::IndexMap;

use super::check::CheckId;
use super::name::{Name, Scope};
use super::reader::Reader;
use super::types::{Text, Type};
use crate::diagnostic::Place;
use crate::source::Pointer;

/// The content of a response.
#[derive(Debug)]
pub enum ResponseBody {
    /// Of the one media type that it has.
    One(Representation),
    /// Of the media type that the handler chooses.
    Several {
        /// What the enum of the contents is called.
        name: Name,
        /// What the enum of the media types is called.
        types: Name,
        /// The contents, in the order of the document.
        all: Vec<Representation>,
    },
}

/// The content of a response in one media type.
#[derive(Debug)]
pub struct Representation {
    /// The name of its variant among others.
    pub name: Name,
    /// Its media type, or the range of them, as the document has it.
    pub media_type: String,
    /// How it is written.
    pub written: Written,
    /// What its JSON is held against in debug builds, where its type does not say it all.
    pub check: Option<CheckId>,
}

/// How content is written.
#[derive(Debug)]
pub enum Written {
    /// As JSON.
    Json(Type),
    /// As text: a scalar.
    Text(Type),
    /// As it is: bytes, a file or a stream.
    Binary,
    /// As JSON, an item on each line.
    JsonLines(Type),
    /// As a sequence of JSON texts (RFC 7464).
    JsonSequence(Type),
    /// As server-sent events, each with this as its data.
    Events {
        /// The data.
        data: Type,
        /// Whether it is sent as text, and not as JSON.
        text: bool,
    },
}

impl ResponseBody {
    /// Its representations.
    pub fn representations(&self) -> &[Representation] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Several { all, .. } => all,
        }
    }

    /// Whether each value of it is there when the response begins, so that two can be compared.
    pub fn is_value(&self) -> bool {
        self.representations().iter().all(|one| matches!(one.written, Written::Json(_) | Written::Text(_)))
    }

    /// Whether what is sent depends on the head of the request.
    pub fn depends_on_request(&self) -> bool {
        matches!(self, Self::Several { .. })
            || self.representations().iter().any(|one| matches!(one.written, Written::Binary))
    }
}

/// The forms that media types have (RFC 9110, 8.3.1; RFC 6839, 3.1 and RFC 8091 for suffixes).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Writing {
    Json,
    Text,
    Binary,
    JsonLines,
    JsonSequence,
    Events,
}

impl Writing {
    fn of(media_type: &str) -> Self {
        let media_type = media_type.to_ascii_lowercase();
        let (essence, parameters) = media_type.split_once(';').unwrap_or((&media_type, ""));
        match essence.trim() {
            "application/json" | "text/json" => Self::Json,
            "application/jsonl" | "application/x-ndjson" | "application/ndjson" => Self::JsonLines,
            "application/json-seq" => Self::JsonSequence,
            "text/event-stream" => Self::Events,
            other if other.ends_with("+json") => Self::Json,
            other if other.ends_with("+json-seq") => Self::JsonSequence,
            // A `String` is UTF-8, and a range leaves open what it is.
            "text/*" => Self::Binary,
            other if other.starts_with("text/") && is_utf8(parameters) => Self::Text,
            _ => Self::Binary,
        }
    }
}

impl Writing {
    /// What is written where there is no schema.
    fn undescribed(self) -> Written {
        match self {
            Self::Json => Written::Json(Type::Json),
            Self::Text => Written::Text(Type::String(Text::default())),
            Self::Binary => Written::Binary,
            Self::JsonLines => Written::JsonLines(Type::Json),
            Self::JsonSequence => Written::JsonSequence(Type::Json),
            Self::Events => Written::Events { data: Type::String(Text::default()), text: true },
        }
    }
}

fn is_utf8(parameters: &str) -> bool {
    parameters
        .split(';')
        .filter_map(|parameter| parameter.trim().strip_prefix("charset="))
        .all(|charset| matches!(charset.trim_matches('"'), "utf-8" | "us-ascii"))
}

impl<'d> Reader<'d> {
    /// The `content` at `at`; `Some(None)` where there is none, `None` where something of it was refused.
    pub(super) fn response_body(
        &mut self,
        content: &'d IndexMap<String, openapiv3::MediaType>,
        at: &Pointer,
        wanted: &Name,
    ) -> Option<Option<ResponseBody>> {
        let several = content.len() > 1;
        let (mut all, mut names, mut good) = (Vec::new(), Scope::default(), true);
        for media_type in content.keys() {
            let name = names.take(&short_name(media_type));
            let type_name = wanted.with(if several { name.as_str() } else { "Body" });
            let written = self
                .media_type_at(at.member(media_type))
                .and_then(|at| self.written(media_type, &at, &type_name));
            match written {
                Some((written, check)) => {
                    all.push(Representation { name, media_type: media_type.clone(), written, check });
                }
                None => good = false,
            }
        }
        if !good {
            return None;
        }
        if several {
            let name = self.take_type(wanted, "Body");
            let types = self.take_type(&name.with("Type"), "Enum");
            return Some(Some(ResponseBody::Several { name, types, all }));
        }
        Some(all.pop().map(ResponseBody::One))
    }

    /// What is written as the media type at `at`, how, and what it is held against.
    fn written(
        &mut self,
        media_type: &str,
        at: &Pointer,
        wanted: &Name,
    ) -> Option<(Written, Option<CheckId>)> {
        let writing = Writing::of(media_type);
        if writing == Writing::Binary {
            return Some((Written::Binary, None));
        }
        let is_stream = matches!(writing, Writing::JsonLines | Writing::JsonSequence | Writing::Events);
        let item = at.member("itemSchema");
        let schema = if is_stream && self.is_there(&item) { item } else { at.member("schema") };
        if !self.is_there(&schema) {
            return Some((writing.undescribed(), None));
        }
        match writing {
            Writing::Events => return self.events(schema, wanted),
            Writing::Text => return Some((self.text_of(schema, at, wanted)?, None)),
            _ => {}
        }
        let schema = if is_stream { self.item_schema(schema) } else { schema };
        let ty = self.type_at(schema.clone(), wanted)?;
        self.types.used_in_responses(&ty);
        if !is_stream {
            self.examples_at(at, &ty);
        }
        let check = self.held(&schema, &ty, wanted);
        let written = match writing {
            Writing::JsonLines => Written::JsonLines(ty),
            Writing::JsonSequence => Written::JsonSequence(ty),
            _ => Written::Json(ty),
        };
        Some((written, check))
    }

    /// A scalar is written as text. Whatever else is said to be text is for the handler to write, as XML is.
    fn text_of(&mut self, schema: Pointer, at: &Pointer, wanted: &Name) -> Option<Written> {
        let ty = self.type_at(schema, wanted)?;
        if !self.types.is_scalar(&ty) {
            return Some(Written::Binary);
        }
        self.types.used_in_responses(&ty);
        self.examples_at(at, &ty);
        Some(Written::Text(ty))
    }

    /// The schema of one item, where that of all of them is an array: as such OpenAPI has a sequence (3.2, "Sequential Media
    /// Types").
    fn item_schema(&self, schema: Pointer) -> Pointer {
        let list = self.schema(schema.clone()).filter(|schema| schema.types() == ["array"]);
        list.map(|list| list.member("items")).filter(|items| self.is_there(items)).unwrap_or(schema)
    }

    /// The data of events: the schema is that of an event with its fields, or of the data alone.
    ///
    /// What `itemSchema` describes is an event (OpenAPI 3.2, "Special Considerations for Server-Sent Events").
    fn events(&mut self, schema: Pointer, wanted: &Name) -> Option<(Written, Option<CheckId>)> {
        let is_item = schema.tokens().last().as_deref() == Some("itemSchema");
        let item = self.item_schema(schema.clone());
        let event = self.followed(item.clone()).and_then(|at| self.schema(at));
        let fields = event.map(|event| event.properties()).unwrap_or_default();
        let is_event = fields.iter().all(|(name, _)| ["data", "event", "id", "retry"].contains(name));
        let data = fields.into_iter().find(|(name, _)| *name == "data" && is_event).map(|(_, data)| data);
        let data = match data {
            Some(data) => data,
            None if is_item => {
                let what = "an event that is no object of `data`, `event`, `id` and `retry`";
                self.unsupported(Place::Value(schema), what, "describe it by these `properties`");
                return None;
            }
            None => item,
        };
        let inside = self.json_inside(&data);
        let is_json = inside.is_some();
        let data = inside.unwrap_or(data);
        let ty = self.type_at(data.clone(), wanted)?;
        self.types.used_in_responses(&ty);
        let check = self.held(&data, &ty, wanted);
        let text = !is_json && self.types.is_scalar(&ty);
        Some((Written::Events { data: ty, text }, check))
    }

    /// Where the schema stands of the JSON that a string is said to hold (JSON Schema Validation, 8).
    fn json_inside(&self, string: &Pointer) -> Option<Pointer> {
        let media_type = string.member("contentMediaType").of(self.document.tree)?.as_str()?;
        let schema = string.member("contentSchema");
        schema.of(self.document.tree).filter(|_| Writing::of(media_type) == Writing::Json)?;
        Some(schema)
    }

    fn is_there(&self, at: &Pointer) -> bool {
        at.of(self.document.tree).is_some()
    }
}

/// What a representation is called among others: `Json`, `Text`, `Csv`, `Image`.
fn short_name(media_type: &str) -> Name {
    let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let (kind, subtype) = essence.split_once('/').unwrap_or((&essence, ""));
    let words = match (kind, subtype, Writing::of(&essence)) {
        ("*", _, _) => "any",
        (kind, "*", _) => kind,
        ("text", "plain", _) => "text",
        ("application", "octet-stream", _) => "binary",
        (_, _, Writing::Events) => "events",
        (_, _, Writing::JsonLines) => "json lines",
        (_, "json-seq", _) => "json sequence",
        (_, subtype, _) => subtype.strip_prefix("x-").unwrap_or(subtype),
    };
    Name::camel(words).unwrap_or_else(|| Name::spelt(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_representation_is_called_after_what_it_is() {
        for (media_type, name) in [
            ("application/json", "Json"),
            ("application/problem+json; v=1", "ProblemJson"),
            ("text/plain; charset=utf-8", "Text"),
            ("text/html", "Html"),
            ("image/svg+xml", "SvgXml"),
            ("image/*", "Image"),
            ("*/*", "Any"),
            ("application/octet-stream", "Binary"),
            ("application/x-ndjson", "JsonLines"),
            ("application/json-seq", "JsonSequence"),
            ("application/geo+json-seq", "GeoJsonSeq"),
            ("text/event-stream", "Events"),
            ("application/x-tar", "Tar"),
        ] {
            assert_eq!(short_name(media_type).to_string(), name, "{media_type}");
        }
    }

    #[test]
    fn text_that_is_not_utf_8_is_bytes() {
        assert!(Writing::of("text/csv; header=present; charset=\"UTF-8\"") == Writing::Text);
        assert!(Writing::of("text/csv; charset=iso-8859-1") == Writing::Binary);
    }
}
