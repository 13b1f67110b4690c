//! What was sent for one parameter.

use std::borrow::Cow;
use std::fmt;
use std::str;

use super::split::{COMMA, DOT, PIPE, SEMICOLON, SPACE, Separator};
use super::{Parameter, Place, Style};
use crate::context::Context;
use crate::cookie;
use crate::decode::PROBLEMS;
use crate::input::{self, Found, header, query};
use crate::path;
use crate::percent;
use crate::problem::{Kind, Problem, Step};

/// What was sent for one parameter, and where its problems are noted.
pub struct Sent<'i, 'c> {
    pub(super) parameter: Parameter,
    pub(super) context: &'c Context,
    pub(super) problems: &'i mut Vec<Problem>,
}

/// Why nothing can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// It is not there.
    Nothing,
    Twice,
    /// Bytes that are not UTF-8.
    NoText,
    /// It is not written as its style wants it.
    Misshapen,
}

impl<'i, 'c> Sent<'i, 'c> {
    pub(crate) fn new(parameter: Parameter, context: &'c Context, problems: &'i mut Vec<Problem>) -> Self {
        Self { parameter, context, problems }
    }

    /// The value of what is no array and no object.
    pub(super) fn value(&self) -> Found<'c> {
        let Parameter { place, name, style, .. } = self.parameter;
        let headers = self.context.headers();
        match place {
            Place::Query if self.is_unused() => Found::Nothing,
            Place::Query => query::find(self.context.uri().query(), name),
            Place::QueryString => match self.context.uri().query() {
                None | Some("") => Found::Nothing,
                // Only a form has a plus for a space.
                Some(query) => Found::Nothing.and(percent::segment(query)),
            },
            Place::Header => header::find(headers, name),
            Place::Cookie => input::cookie::find(headers, name),
            Place::Path(_) => {
                let text = match (self.segment(), style) {
                    (segment, Style::Label) => segment.and_then(|segment| segment.strip_prefix('.')),
                    (segment, Style::Matrix) => segment.and_then(|segment| self.only(segment)),
                    (segment, _) => segment,
                };
                text.map_or(Found::Nothing, |text| Found::Nothing.and(percent::segment(text)))
            }
        }
    }

    /// The values of an array, still encoded, each handed to `then`.
    pub(super) fn items(&self, then: &mut dyn FnMut(&str)) -> Result<(), Fault> {
        if self.is_unused() {
            return Err(Fault::Nothing);
        }
        match (self.parameter.place, self.parameter.style, self.parameter.explode) {
            (Place::Query, Style::Form, true) => {
                let mut fault = Some(Fault::Nothing);
                for value in query::values(self.context.uri().query(), self.parameter.name) {
                    fault = None;
                    then(value);
                }
                fault.map_or(Ok(()), Err)
            }
            (Place::Cookie, _, true) => {
                let mut fault = Some(Fault::Nothing);
                for value in cookie::values(self.context.headers(), self.parameter.name.as_bytes()) {
                    fault = None;
                    then(str::from_utf8(value).map_err(|_| Fault::NoText)?);
                }
                fault.map_or(Ok(()), Err)
            }
            (Place::Path(_), Style::Matrix, true) => {
                let segment = self.segment().ok_or(Fault::Nothing)?;
                for pair in SEMICOLON.split(segment.strip_prefix(';').ok_or(Fault::Misshapen)?) {
                    then(self.own(pair).ok_or(Fault::Misshapen)?);
                }
                Ok(())
            }
            _ => {
                self.separator().split(&self.text()?).for_each(then);
                Ok(())
            }
        }
    }

    /// What stands between the values of one text.
    pub(super) fn separator(&self) -> Separator {
        match (self.parameter.style, self.parameter.explode) {
            (Style::Label, true) => DOT,
            (Style::Matrix, true) => SEMICOLON,
            (Style::SpaceDelimited, _) => SPACE,
            (Style::PipeDelimited, _) => PIPE,
            _ => COMMA,
        }
    }

    /// The one text that holds all values, still encoded, without what a style puts before it.
    pub(super) fn text(&self) -> Result<Cow<'c, str>, Fault> {
        let Parameter { place, name, style, explode, .. } = self.parameter;
        match place {
            Place::Path(_) => {
                let segment = self.segment().ok_or(Fault::Nothing)?;
                let text = match (style, explode) {
                    (Style::Label, _) => segment.strip_prefix('.'),
                    (Style::Matrix, true) => segment.strip_prefix(';'),
                    (Style::Matrix, false) => self.only(segment),
                    _ => Some(segment),
                };
                text.map(Cow::Borrowed).ok_or(Fault::Misshapen)
            }
            Place::Query if self.is_unused() => Err(Fault::Nothing),
            Place::Query => once(query::values(self.context.uri().query(), name)).map(Cow::Borrowed),
            Place::QueryString => self.context.uri().query().map(Cow::Borrowed).ok_or(Fault::Nothing),
            Place::Header => self.fields(),
            Place::Cookie => {
                let value = once(cookie::values(self.context.headers(), name.as_bytes()))?;
                str::from_utf8(value).map(Cow::Borrowed).map_err(|_| Fault::NoText)
            }
        }
    }

    /// A value or a name, decoded as its place wants it.
    pub(super) fn decoded<'t>(&self, text: &'t str) -> Option<Cow<'t, str>> {
        match self.parameter.place {
            Place::Path(_) => percent::segment(text),
            Place::Query | Place::QueryString => percent::value(text),
            Place::Header => Some(text.trim_ascii().into()),
            Place::Cookie => Some(text.into()),
        }
    }

    /// Notes what is wrong at `way` inside it.
    pub(super) fn note<const N: usize>(&mut self, kind: Kind, way: [Step; N], msg: fmt::Arguments<'_>) {
        if self.problems.len() < PROBLEMS {
            let place = [self.parameter.place(), self.parameter.name].map(Step::from);
            self.problems.push(Problem::new(kind, place.into_iter().chain(way), msg));
        }
    }

    /// Notes what is wrong inside it, up to the limit.
    pub(super) fn note_all(&mut self, problems: Vec<Problem>) {
        let (place, name) = (self.parameter.place(), self.parameter.name);
        let room = PROBLEMS.saturating_sub(self.problems.len());
        let problems = problems.into_iter().take(room);
        self.problems.extend(problems.map(|problem| problem.under(name).under(place)));
    }

    /// Notes why nothing was read. `Some(None)`: it is not there, and may be wanting.
    #[cold]
    pub(super) fn refuse<T>(&mut self, fault: Fault, misshapen: (Kind, &str)) -> Option<Option<T>> {
        match fault {
            Fault::Nothing => return Some(None),
            Fault::Twice => self.note(Kind::Repeated, [], format_args!("must be there once")),
            Fault::NoText => self.note(Kind::StringUnicode, [], format_args!("must be UTF-8")),
            Fault::Misshapen => self.note(misshapen.0, [], format_args!("must be {}", misshapen.1)),
        }
        None
    }

    /// Whether it was sent once, empty, and that means nothing.
    fn is_unused(&self) -> bool {
        self.parameter.allow_empty
            && once(query::values(self.context.uri().query(), self.parameter.name)) == Ok("")
    }

    /// The segment of the path, as it was sent.
    fn segment(&self) -> Option<&'c str> {
        let Place::Path(index) = self.parameter.place else { return None };
        path::sent(self.context.uri().path(), self.context.served().under + index)
    }

    /// What follows the name in a segment `;name=value` that is nothing else.
    fn only<'t>(&self, segment: &'t str) -> Option<&'t str> {
        let pair = segment.strip_prefix(';')?;
        if pair.contains(';') { None } else { self.own(pair) }
    }

    /// The value of a pair whose name is that of the parameter; a name alone has an empty one (RFC 6570, section 3.2.7).
    fn own<'t>(&self, pair: &'t str) -> Option<&'t str> {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (percent::segment(name)? == self.parameter.name).then_some(value)
    }

    /// All fields of the header, as one.
    fn fields(&self) -> Result<Cow<'c, str>, Fault> {
        let mut fields = self.context.headers().get_all(self.parameter.name).iter();
        let first = fields.next().ok_or(Fault::Nothing)?;
        let text = |field: &'c http::HeaderValue| str::from_utf8(field.as_bytes()).map_err(|_| Fault::NoText);
        let mut all = Cow::Borrowed(text(first)?);
        for field in fields {
            let all = all.to_mut();
            all.push(',');
            all.push_str(text(field)?);
        }
        Ok(all)
    }
}

fn once<T>(mut values: impl Iterator<Item = T>) -> Result<T, Fault> {
    match (values.next(), values.next()) {
        (None, _) => Err(Fault::Nothing),
        (Some(value), None) => Ok(value),
        (Some(_), Some(_)) => Err(Fault::Twice),
    }
}

// What was sent may be secret.
impl fmt::Debug for Sent<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sent").field("parameter", &self.parameter).finish_non_exhaustive()
    }
}
