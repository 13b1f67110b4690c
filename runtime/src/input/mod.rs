//! Reading parameters and bodies, and collecting all that is wrong with them.

mod body;
mod content;
pub(crate) mod cookie;
mod found;
pub(crate) mod header;
pub(crate) mod header_parameter;
pub(crate) mod media_type;
pub(crate) mod query;

use std::borrow::Cow;

use crate::context::Context;
use crate::decode::{PROBLEMS, TextRule};
use crate::parameter::{Parameter, ParameterRule, Sent};
use crate::path;
use crate::problem::{Kind, Problem};
use crate::rejection::Rejection;
use crate::segment;
#[cfg(feature = "multipart")]
pub(crate) use body::Opened;
use content::Judged;
pub(crate) use found::Found;

/// What a request carries, read value by value.
///
/// Each reader gives `None` where it noted a problem, and reading goes on, so that one answer says all that is wrong. An
/// optional value that is not there is `Some(None)`. A name is written as in the document.
#[derive(Debug)]
pub struct Input<'c> {
    context: &'c Context,
    problems: Vec<Problem>,
    judged: Judged,
}

impl<'c> Input<'c> {
    /// The input of a request.
    pub fn of(context: &'c Context) -> Self {
        Self { context, problems: Vec::new(), judged: Judged::No }
    }

    /// A parameter in the path; `index` is that of its segment in the document's path, counted from 0.
    pub fn path<R: TextRule>(&mut self, name: &'static str, index: usize, rule: R) -> Option<R::Out> {
        let segment = path::segment(self.context.uri().path(), self.context.served().under + index);
        self.required_value("path", name, segment.map_or(Found::Nothing, Found::Text), &rule)
    }

    /// A parameter in the path beside text or other parameters: the one with the index `part` of a segment that is split by
    /// `texts` (see [`segment`](crate::segment)).
    pub fn part<R: TextRule>(
        &mut self,
        name: &'static str,
        index: usize,
        texts: &[&str],
        part: usize,
        rule: R,
    ) -> Option<R::Out> {
        let segment = path::segment(self.context.uri().path(), self.context.served().under + index);
        let part = segment.and_then(|segment| match segment {
            Cow::Borrowed(text) => segment::part(text, texts, part).map(Cow::Borrowed),
            Cow::Owned(text) => segment::part(&text, texts, part).map(|part| part.to_owned().into()),
        });
        self.required_value("path", name, part.map_or(Found::Nothing, Found::Text), &rule)
    }

    /// A parameter of any style that has to be there.
    pub fn required<R: ParameterRule>(&mut self, parameter: Parameter, rule: R) -> Option<R::Out> {
        let read = self.optional(parameter, rule);
        if let Some(None) = read {
            self.missing(parameter.place(), parameter.name());
        }
        read.flatten()
    }

    /// A parameter of any style that may be there.
    pub fn optional<R: ParameterRule>(&mut self, parameter: Parameter, rule: R) -> Option<Option<R::Out>> {
        rule.read_parameter(Sent::new(parameter, self.context, &mut self.problems))
    }

    /// A parameter of any style that has a value where it is not there.
    pub fn default<R: ParameterRule>(
        &mut self,
        parameter: Parameter,
        rule: R,
        default: impl FnOnce() -> R::Out,
    ) -> Option<R::Out> {
        self.optional(parameter, rule).map(|value| value.unwrap_or_else(default))
    }

    /// A parameter in the query that has to be there.
    pub fn required_query<R: TextRule>(&mut self, name: &'static str, rule: R) -> Option<R::Out> {
        let found = query::find(self.context.uri().query(), name);
        self.required_value("query", name, found, &rule)
    }

    /// A parameter in the query that may be there.
    pub fn optional_query<R: TextRule>(&mut self, name: &'static str, rule: R) -> Option<Option<R::Out>> {
        let found = query::find(self.context.uri().query(), name);
        self.optional_value("query", name, found, &rule)
    }

    /// A parameter in the query that has a value where it is not there.
    pub fn default_query<R: TextRule>(
        &mut self,
        name: &'static str,
        rule: R,
        default: impl FnOnce() -> R::Out,
    ) -> Option<R::Out> {
        self.optional_query(name, rule).map(|value| value.unwrap_or_else(default))
    }

    /// A parameter in a header that has to be there.
    pub fn required_header<R: TextRule>(&mut self, name: &'static str, rule: R) -> Option<R::Out> {
        let found = header::find(self.context.headers(), name);
        self.required_value("header", name, found, &rule)
    }

    /// A parameter in a header that may be there.
    pub fn optional_header<R: TextRule>(&mut self, name: &'static str, rule: R) -> Option<Option<R::Out>> {
        let found = header::find(self.context.headers(), name);
        self.optional_value("header", name, found, &rule)
    }

    /// A parameter in a header that has a value where it is not there.
    pub fn default_header<R: TextRule>(
        &mut self,
        name: &'static str,
        rule: R,
        default: impl FnOnce() -> R::Out,
    ) -> Option<R::Out> {
        self.optional_header(name, rule).map(|value| value.unwrap_or_else(default))
    }

    /// A cookie that has to be there.
    pub fn required_cookie<R: TextRule>(&mut self, name: &'static str, rule: R) -> Option<R::Out> {
        let found = cookie::find(self.context.headers(), name);
        self.required_value("cookie", name, found, &rule)
    }

    /// A cookie that may be there.
    pub fn optional_cookie<R: TextRule>(&mut self, name: &'static str, rule: R) -> Option<Option<R::Out>> {
        let found = cookie::find(self.context.headers(), name);
        self.optional_value("cookie", name, found, &rule)
    }

    /// A cookie that has a value where it is not there.
    pub fn default_cookie<R: TextRule>(
        &mut self,
        name: &'static str,
        rule: R,
        default: impl FnOnce() -> R::Out,
    ) -> Option<R::Out> {
        self.optional_cookie(name, rule).map(|value| value.unwrap_or_else(default))
    }

    /// The rejection that says all that was found wrong, or the first hundred problems of it.
    pub fn rejected(mut self) -> Rejection {
        self.problems.truncate(PROBLEMS);
        Rejection::Invalid(self.problems)
    }

    fn required_value<R: TextRule>(
        &mut self,
        place: &'static str,
        name: &'static str,
        found: Found<'_>,
        rule: &R,
    ) -> Option<R::Out> {
        let read = self.optional_value(place, name, found, rule);
        if let Some(None) = read {
            self.missing(place, name);
        }
        read.flatten()
    }

    #[cold]
    fn missing(&mut self, place: &'static str, name: &'static str) {
        self.problems.push(Problem::new(Kind::Missing, [place, name], "is required"));
    }

    fn optional_value<R: TextRule>(
        &mut self,
        place: &'static str,
        name: &'static str,
        found: Found<'_>,
        rule: &R,
    ) -> Option<Option<R::Out>> {
        let problems = &mut self.problems;
        let mut note = |kind, msg: std::fmt::Arguments<'_>| {
            problems.push(Problem::new(kind, [place, name], msg));
        };
        match found {
            Found::Nothing => return Some(None),
            Found::Text(text) => return rule.read_text(text, &mut note).map(Some),
            Found::NoText => note(Kind::StringUnicode, format_args!("must be UTF-8")),
            Found::Twice => note(Kind::Repeated, format_args!("must be there once")),
        }
        None
    }
}
