//! Parameters of an operation (OpenAPI, Parameter Object).

use openapiv3::{HeaderStyle, ParameterData, ParameterSchemaOrContent, PathStyle, QueryStyle, ReferenceOr};

use super::doc::Doc;
use super::name::{Name, Scope};
use super::operation::Position;
use super::path::Segment;
use super::reader::Reader;
use super::types::{Literal, Type};
use crate::diagnostic::{Code, Place, nearest};
use crate::source::Pointer;

/// The parameters of an operation, as one struct.
#[derive(Debug)]
pub struct Parameters {
    /// What the struct is called.
    pub name: Name,
    /// Its fields, in the order of the document; those of the path item come first.
    pub fields: Vec<Parameter>,
}

/// One parameter.
#[derive(Debug)]
pub struct Parameter {
    /// Its name, as the document has it.
    pub wire: String,
    /// The name of its field.
    pub name: Name,
    /// Where it is sent.
    pub location: Location,
    /// Its description.
    pub doc: Doc,
    /// Whether it must be sent.
    pub required: bool,
    /// Its type: a scalar.
    pub ty: Type,
    /// What it is where it was not sent.
    pub default: Option<Literal>,
}

impl Parameter {
    /// Whether each request has it in Rust: it must be sent, or has a default.
    pub fn is_there(&self) -> bool {
        self.required || self.default.is_some()
    }
}

/// Where a parameter is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Location {
    /// In the path: the segment with this index, counted from 0.
    Path(usize),
    /// In the query.
    Query,
    /// In a header field.
    Header,
}

/// A parameter as it was found, before its schema is read.
struct Found<'d> {
    data: &'d ParameterData,
    place: &'static str,
    plain: bool,
    at: Pointer,
}

impl<'d> Reader<'d> {
    /// The parameters of the operation at `position`: its own, and those of its path item that it does not replace.
    pub(super) fn parameters(
        &mut self,
        operation: &'d openapiv3::Operation,
        position: &Position<'_, 'd>,
        type_name: &Name,
    ) -> Option<Parameters> {
        let shared = self.found(&position.item.parameters, &position.item_at.member("parameters"));
        let own = self.found(&operation.parameters, &position.at.member("parameters"));
        let replaced = |one: &Found<'_>| {
            own.iter().any(|other| other.data.name == one.data.name && other.place == one.place)
        };
        let mut all: Vec<Found<'d>> = shared.into_iter().filter(|one| !replaced(one)).collect();
        all.extend(own);
        self.template_is_declared(position, &all);
        let mut fields = Vec::new();
        let mut names = Scope::default();
        for found in all {
            fields.extend(self.parameter(&found, position, type_name, &mut names));
        }
        if fields.is_empty() {
            return None;
        }
        let name = self.take_type(&type_name.with("Parameters"), "Struct");
        Some(Parameters { name, fields })
    }

    fn found(&mut self, list: &'d [ReferenceOr<openapiv3::Parameter>], at: &Pointer) -> Vec<Found<'d>> {
        let components = self.document.skeleton.components.as_ref().map(|components| &components.parameters);
        let mut found: Vec<Found<'d>> = Vec::new();
        for (index, item) in list.iter().enumerate() {
            let written = at.item(index);
            let Some((parameter, at)) = self.resolve(item, components, "parameters", written.clone()) else {
                continue;
            };
            let (place, plain) = (place(parameter), is_plain(parameter));
            let one = Found { data: parameter.parameter_data_ref(), place, plain, at };
            if found.iter().any(|other| other.data.name == one.data.name && other.place == one.place) {
                let message = format!("the {} parameter `{}` is declared twice", one.place, one.data.name);
                let (place, help) = (Place::Value(written), "remove one of the two");
                self.report_with_help(Code::DuplicateParameter, place, message, help);
                continue;
            }
            found.push(one);
        }
        found
    }

    fn parameter(
        &mut self,
        found: &Found<'d>,
        position: &Position<'_, 'd>,
        type_name: &Name,
        names: &mut Scope,
    ) -> Option<Parameter> {
        let data = found.data;
        let name_at = || Place::Value(found.at.member("name"));
        if data.name.is_empty() {
            self.report(Code::WrongValue, name_at(), "a parameter has a name");
            return None;
        }
        let location = self.location(found, position)?;
        // `explode` makes no difference to a scalar in these styles (OpenAPI, "Style Values").
        if !found.plain {
            self.unsupported(
                Place::Value(found.at.member("style")),
                "a parameter in any but the default style",
                "leave `style` out",
            );
            return None;
        }
        let ParameterSchemaOrContent::Schema(_) = &data.format else {
            let place = Place::Key(found.at.member("content"));
            self.unsupported(place, "a parameter with `content`", "describe it by a `schema`");
            return None;
        };
        let wanted =
            type_name.with(Name::camel(&data.name).unwrap_or_else(|| Name::spelt(&data.name)).as_str());
        let Some(ty) = self.type_at(found.at.member("schema"), &wanted) else {
            self.lost.push(found.at.clone());
            return None;
        };
        if !self.types.is_scalar(&ty) {
            self.unsupported(
                Place::Value(found.at.member("schema")),
                "a parameter that is an array, an object or nullable",
                "take a string, and say in its description what it holds",
            );
            return None;
        }
        self.types.used_in_text(&ty);
        self.examples_at(&found.at, &ty);
        let default = self.default_of(&found.at.member("schema")).filter(|_| !data.required);
        let default = default.and_then(|default| self.default(&default, &ty));
        let name = Name::snake(&data.name).or_else(|| Name::snake(Name::spelt(&data.name).as_str()))?;
        Some(Parameter {
            wire: data.name.clone(),
            name: names.take(&name),
            location,
            doc: Doc::of([data.description.as_deref()]).deprecated(data.deprecated.unwrap_or(false)),
            required: data.required,
            ty,
            default,
        })
    }

    fn location(&mut self, found: &Found<'d>, position: &Position<'_, 'd>) -> Option<Location> {
        let name = &found.data.name;
        match found.place {
            "path" => self.path_location(found, position),
            // Said by the table: OpenAPI ignores these (Parameter Object, `name`).
            "header" if IGNORED.iter().any(|ignored| name.eq_ignore_ascii_case(ignored)) => None,
            "header" if !is_token(name) => None,
            "header" => Some(Location::Header),
            "query" => Some(Location::Query),
            _ => {
                let place = Place::Value(found.at.member("in"));
                self.unsupported(place, "a parameter in a cookie", "take it from a header");
                None
            }
        }
    }

    fn path_location(&mut self, found: &Found<'d>, position: &Position<'_, 'd>) -> Option<Location> {
        let name = &found.data.name;
        let index = position.template.index(name);
        if index.is_none() {
            let message = format!("the path `{}` has no parameter `{name}`", position.template.text);
            let near = nearest(name, position.template.parameters());
            let help = near.map_or_else(
                || format!("write `{{{name}}}` into the path, or remove the parameter"),
                |near| format!("did you mean `{near}`?"),
            );
            self.report_with_help(Code::PathParameter, Place::Value(found.at.member("name")), message, help);
        }
        index.map(Location::Path)
    }

    /// Every parameter of the template must be declared.
    fn template_is_declared(&mut self, position: &Position<'_, 'd>, all: &[Found<'d>]) {
        for segment in &position.template.segments {
            let Segment::Parameter(name) = segment else { continue };
            if !all.iter().any(|found| found.place == "path" && found.data.name == *name) {
                let message = format!("the path parameter `{name}` is declared nowhere");
                let help = format!(
                    "add `{{name: {name}, in: path, required: true, schema: …}}` to the `parameters`"
                );
                self.report_with_help(
                    Code::PathParameter,
                    Place::Key(position.item_at.clone()),
                    message,
                    help,
                );
            }
        }
    }
}

/// Header parameters that OpenAPI says are ignored (Parameter Object, `name`).
const IGNORED: [&str; 3] = ["Accept", "Content-Type", "Authorization"];

/// Whether `name` is a token (RFC 9110, 5.6.2).
pub(super) fn is_token(name: &str) -> bool {
    !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

fn place(parameter: &openapiv3::Parameter) -> &'static str {
    match parameter {
        openapiv3::Parameter::Query { .. } => "query",
        openapiv3::Parameter::Header { .. } => "header",
        openapiv3::Parameter::Path { .. } => "path",
        openapiv3::Parameter::Cookie { .. } => "cookie",
    }
}

/// Whether the parameter has the default style of its place, in which a scalar is sent as it is.
fn is_plain(parameter: &openapiv3::Parameter) -> bool {
    match parameter {
        openapiv3::Parameter::Query { style, .. } => matches!(style, QueryStyle::Form),
        openapiv3::Parameter::Header { style, .. } => matches!(style, HeaderStyle::Simple),
        openapiv3::Parameter::Path { style, .. } => matches!(style, PathStyle::Simple),
        openapiv3::Parameter::Cookie { .. } => true,
    }
}
