//! Parameters of an operation (OpenAPI, Parameter Object).

use openapiv3::{ParameterData, ReferenceOr};
use serde_json::Value;

use super::doc::Doc;
use super::name::{Name, Scope};
use super::operation::Position;
use super::reader::Reader;
use super::segment::Segment;
use super::style::{Form, Serialization, Style};
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
    /// How it is written.
    pub serialization: Serialization,
    /// Whether it counts as not sent where its value is empty.
    pub empty_is_unused: bool,
    /// Its type.
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// In the path: the segment with this index, counted from 0.
    Path(usize),
    /// In the path, beside text or other parameters.
    PartOfPath {
        /// The index of its segment, counted from 0.
        segment: usize,
        /// Which of the segment's parameters it is, counted from 0.
        part: usize,
        /// What stands around the segment's parameters.
        texts: Vec<String>,
    },
    /// In the query.
    Query,
    /// The query as a whole.
    QueryString,
    /// In a header field.
    Header,
    /// In a cookie.
    Cookie,
}

/// A parameter as it was found, before its schema is read.
pub(super) struct Found<'d> {
    pub(super) data: &'d ParameterData,
    pub(super) place: &'static str,
    pub(super) style: Style,
    allows_empty: bool,
    pub(super) at: Pointer,
}

impl<'d> Reader<'d> {
    /// The parameters of the operation at `position`: its own, and those of its path item that it does not replace.
    pub(super) fn parameters(
        &mut self,
        operation: &'d openapiv3::Operation,
        position: &Position<'_, 'd>,
        type_name: &Name,
    ) -> Option<Parameters> {
        let at = [&position.item.at, &position.at].map(|at| at.member("parameters"));
        let [shared, own] = &at;
        let all = self.parameters_of(&position.item.parameters, shared, &operation.parameters, own);
        self.template_is_declared(position, &all);
        self.whole_query_is_alone(&all);
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

    /// The parameters of an operation, which stand at `own_at`, and those of its path item that it does not replace.
    pub(super) fn parameters_of(
        &mut self,
        shared: &'d [ReferenceOr<openapiv3::Parameter>],
        shared_at: &Pointer,
        own: &'d [ReferenceOr<openapiv3::Parameter>],
        own_at: &Pointer,
    ) -> Vec<Found<'d>> {
        let shared = self.found(shared, shared_at);
        let own = self.found(own, own_at);
        let replaced = |one: &Found<'_>| {
            own.iter().any(|other| other.data.name == one.data.name && other.place == one.place)
        };
        let mut all: Vec<Found<'d>> = shared.into_iter().filter(|one| !replaced(one)).collect();
        all.extend(own);
        all
    }

    fn found(&mut self, list: &'d [ReferenceOr<openapiv3::Parameter>], at: &Pointer) -> Vec<Found<'d>> {
        let components = self.document.skeleton.components.as_ref().map(|components| &components.parameters);
        let mut found: Vec<Found<'d>> = Vec::new();
        for (index, item) in list.iter().enumerate() {
            let written = at.item(index);
            let Some((parameter, at)) = self.resolve(item, components, "parameters", written.clone()) else {
                continue;
            };
            let place = place(parameter, at.member("in").of(self.document.tree));
            let style = at.member("style").of(self.document.tree).and_then(Value::as_str);
            let style = Style::of(style, place);
            let allows_empty =
                matches!(parameter, openapiv3::Parameter::Query { allow_empty_value: Some(true), .. });
            let one = Found { data: parameter.parameter_data_ref(), place, style, allows_empty, at };
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
        self.only_queries_are_empty(found);
        let (form, schema) = self.parameter_schema(found)?;
        let wanted =
            type_name.with(Name::camel(&data.name).unwrap_or_else(|| Name::spelt(&data.name)).as_str());
        let Some(ty) = self.type_at(schema.clone(), &wanted) else {
            self.lost.push(found.at.clone());
            return None;
        };
        let (serialization, ty) = self.serialization(found, form, ty)?;
        if serialization != Serialization::Text && matches!(location, Location::PartOfPath { .. }) {
            let place = Place::Value(found.at.member("name"));
            let what = "anything but a plain scalar beside text or another parameter in a segment";
            self.unsupported(place, what, "let the parameter fill the segment");
            return None;
        }
        self.examples_at(&found.at, &ty);
        if form != Form::Style
            && let Some(at) = schema.parent()
        {
            self.examples_at(&at, &ty);
        }
        // What is not sent is not there; text has no `null`.
        let is_null = |default: &Pointer| default.of(self.document.tree).is_some_and(Value::is_null);
        let default = self.default_of(&schema).filter(|default| !data.required && !is_null(default));
        let default = default.and_then(|default| self.default(&default, &ty));
        let name = Name::snake(&data.name).or_else(|| Name::snake(Name::spelt(&data.name).as_str()))?;
        Some(Parameter {
            wire: data.name.clone(),
            name: names.take(&name),
            location,
            doc: Doc::of([data.description.as_deref()]).deprecated(data.deprecated.unwrap_or(false)),
            required: data.required,
            serialization,
            empty_is_unused: found.allows_empty && !data.required,
            ty,
            default,
        })
    }

    /// `allowEmptyValue` has a meaning in the query alone (OpenAPI, Parameter Object).
    fn only_queries_are_empty(&mut self, found: &Found<'d>) {
        let key = found.at.member("allowEmptyValue");
        let allows = key.of(self.document.tree) == Some(&Value::Bool(true));
        if allows && found.place != "query" {
            self.report(
                Code::NoEffect,
                Place::Key(key),
                "only parameters in the query have `allowEmptyValue`",
            );
        }
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
            "querystring" => Some(Location::QueryString),
            _ => Some(Location::Cookie),
        }
    }

    fn path_location(&mut self, found: &Found<'d>, position: &Position<'_, 'd>) -> Option<Location> {
        let name = &found.data.name;
        let found_at = position.template.find(name);
        if found_at.is_none() {
            let message = format!("the path `{}` has no parameter `{name}`", position.template.text);
            let near = nearest(name, position.template.parameters());
            let help = near.map_or_else(
                || format!("write `{{{name}}}` into the path, or remove the parameter"),
                |near| format!("did you mean `{near}`?"),
            );
            self.report_with_help(Code::PathParameter, Place::Value(found.at.member("name")), message, help);
        }
        let (segment, part) = found_at?;
        Some(match position.template.segments.get(segment) {
            Some(Segment::Mixed { texts, .. }) => {
                Location::PartOfPath { segment, part, texts: texts.clone() }
            }
            _ => Location::Path(segment),
        })
    }

    /// A parameter that is the whole query is the only one there (OpenAPI 3.2, Parameter Object, `in`).
    fn whole_query_is_alone(&mut self, all: &[Found<'d>]) {
        let is_whole = |found: &&Found<'_>| found.place == "querystring";
        let Some(whole) = all.iter().find(is_whole) else { return };
        let others = all.iter().filter(|other| matches!(other.place, "query" | "querystring"));
        for other in others.filter(|other| !std::ptr::eq(*other, whole)) {
            let message =
                format!("`{}` is the whole query, and `{}` is in it", whole.data.name, other.data.name);
            let help = "describe what the query holds in one of the two ways";
            self.report_with_help(Code::Exclusive, Place::Value(other.at.member("in")), message, help);
        }
    }

    /// Every parameter of the template must be declared.
    fn template_is_declared(&mut self, position: &Position<'_, 'd>, all: &[Found<'d>]) {
        for name in position.template.parameters() {
            if !all.iter().any(|found| found.place == "path" && found.data.name == *name) {
                let message = format!("the path parameter `{name}` is declared nowhere");
                let help = format!(
                    "add `{{name: {name}, in: path, required: true, schema: …}}` to the `parameters`"
                );
                self.report_with_help(
                    Code::PathParameter,
                    Place::Key(position.path_at.clone()),
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

/// Where a parameter is sent, with what `in` says in the document: `openapiv3` knows no `querystring`.
fn place(parameter: &openapiv3::Parameter, written: Option<&Value>) -> &'static str {
    match parameter {
        openapiv3::Parameter::Query { .. } if written.is_some_and(|place| place == "querystring") => {
            "querystring"
        }
        openapiv3::Parameter::Query { .. } => "query",
        openapiv3::Parameter::Header { .. } => "header",
        openapiv3::Parameter::Path { .. } => "path",
        openapiv3::Parameter::Cookie { .. } => "cookie",
    }
}
