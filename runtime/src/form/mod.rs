//! Reading forms ([application/x-www-form-urlencoded]) into the types of the document, and checking them on the way.
//!
//! The body is split once into its fields, which stay where they are in the body. A type then reads itself from there, by
//! [`DecodeForm`], as a table of its properties and their rules: those of JSON, as far as they can be met by text. An array is a
//! field that is repeated; what is no array may be there once. An empty field counts as not sent, as RFC 6749 wants it
//! (section 3.2). As in JSON, all problems are found in one pass, and what was sent is in none of them.
//!
//! ```
//! use specwright_runtime::decode::{INTEGER, STRING, list};
//! use specwright_runtime::form::{self, DecodeForm, Form};
//!
//! struct Visit {
//!     name: String,
//!     guests: i64,
//!     tags: Option<Vec<String>>,
//! }
//!
//! impl DecodeForm for Visit {
//!     fn decode_form(form: &mut Form<'_>) -> Option<Self> {
//!         let name = form.required("name", STRING.length(1, 50));
//!         let guests = form.default("guests", INTEGER.min(0), || 0);
//!         let tags = form.optional("tags", list(STRING).max_items(5));
//!         let (Some(name), Some(guests), Some(tags)) = (name, guests, tags) else { return None };
//!         Some(Self { name, guests, tags })
//!     }
//! }
//!
//! let visit: Visit = form::from_slice(b"name=Ann+Lee&tags=a%26b&tags=c").unwrap();
//! assert_eq!((visit.name.as_str(), visit.guests), ("Ann Lee", 0));
//! assert_eq!(visit.tags.unwrap(), ["a&b", "c"]);
//!
//! let problems = form::from_slice::<Visit>(b"name=&guests=some").err().unwrap();
//! let kinds: Vec<_> = problems.iter().map(|problem| problem.kind.as_str()).collect();
//! assert_eq!(kinds, ["missing", "int_parsing"]);
//! ```
//!
//! [application/x-www-form-urlencoded]: https://url.spec.whatwg.org/#application/x-www-form-urlencoded

mod field;
mod rest;
mod rule;
mod separated;
mod single;

#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::fmt;

use crate::decode::{self, NAMES, PROBLEMS};
use crate::encode::Encode;
#[cfg(feature = "multipart")]
use crate::multipart::Part;
use crate::problem::{Kind, Problem, Step};
use crate::schema::Schema;
use field::Fields;
pub(crate) use field::Members;
pub(crate) use rest::map_from_members;

pub use rule::{FieldRule, Sent};
pub use separated::{SeparatedRule, comma_separated, pipe_separated, space_separated};
pub use single::{Single, SingleRule};

/// A type that is read from a form.
pub trait DecodeForm: Sized {
    /// The names of the fields that are files, in a body of `multipart/form-data`.
    const FILES: &'static [&'static str] = &[];

    /// Reads the fields. `None` where at least one problem was noted.
    fn decode_form(form: &mut Form<'_>) -> Option<Self>;
}

/// Reads a whole body. The ways of the problems begin at the body itself.
///
/// # Errors
///
/// Everything that is wrong with it, up to a hundred problems.
pub fn from_slice<T: DecodeForm>(body: &[u8]) -> Result<T, Vec<Problem>> {
    let Some(fields) = Fields::of(body) else {
        let way: [Step; 0] = [];
        return Err(vec![Problem::new(Kind::TooLong, way, "must have less than 4 GiB")]);
    };
    Form::of(fields).read().0
}

/// Reads the members of an object that were sent in another way than as a form, and says whether one of them is among those
/// that the type knows.
pub(crate) fn from_members<T: DecodeForm>(members: &Members) -> (Result<T, Vec<Problem>>, bool) {
    Form::of(Fields::of_members(members)).read()
}

/// Reads the parts of a body, each of which is one of the members.
#[cfg(feature = "multipart")]
pub(crate) fn from_parts<T: DecodeForm>(members: &Members, parts: Vec<Part>) -> Result<T, Vec<Problem>> {
    Form { parts, ..Form::of(Fields::of_members(members)) }.read().0
}

/// The fields of a form.
pub struct Form<'f> {
    fields: Fields<'f>,
    problems: Vec<Problem>,
    /// What is known of each field beside its name and value, where it was sent as a part.
    #[cfg(feature = "multipart")]
    parts: Vec<Part>,
}

impl<'f> Form<'f> {
    fn of(fields: Fields<'f>) -> Self {
        Self {
            fields,
            problems: Vec::new(),
            #[cfg(feature = "multipart")]
            parts: Vec::new(),
        }
    }

    /// Reads the whole form, and says whether a field is among those that the type knows.
    fn read<T: DecodeForm>(mut self) -> (Result<T, Vec<Problem>>, bool) {
        let read = match T::decode_form(&mut self) {
            Some(value) if self.problems.is_empty() => Ok(value),
            _ => Err(self.problems),
        };
        (read, self.fields.any_asked())
    }

    /// A field that has to be there. `None` where it is not, or is wrong.
    pub fn required<R: FieldRule>(&mut self, name: &'static str, rule: R) -> Option<R::Out> {
        let read = self.optional(name, rule);
        if let Some(None) = read {
            self.note(Kind::Missing, [name], format_args!("is required"));
        }
        read.flatten()
    }

    /// A field that may be there. `None` where it is wrong, `Some(None)` where it is not there.
    pub fn optional<R: FieldRule>(&mut self, name: &'static str, rule: R) -> Option<Option<R::Out>> {
        let Some(first) = self.fields.ask(name, 0) else { return Some(None) };
        rule.read_fields(Sent { form: self, name, first }).map(Some)
    }

    /// A field that has a value where it is not there. `None` where it is wrong.
    pub fn default<R: FieldRule>(
        &mut self,
        name: &'static str,
        rule: R,
        default: impl FnOnce() -> R::Out,
    ) -> Option<R::Out> {
        self.optional(name, rule).map(|value| value.unwrap_or_else(default))
    }

    /// A field that may be there and means nothing, such as one with `readOnly` in a request.
    pub fn ignored(&mut self, name: &'static str) {
        self.fields.ask(name, 0);
    }

    /// Refuses all fields that were not asked for, a repeated name once.
    pub fn closed(&mut self) {
        if !self.fields.all_asked() {
            self.refuse_others();
        }
    }

    #[cold]
    fn refuse_others(&mut self) {
        let (mut seen, mut length) = (HashSet::new(), 0);
        for (name, _) in self.fields.others() {
            let Some(name) = self.fields.text(name) else {
                if seen.insert(None) {
                    let way: [Step; 0] = [];
                    self.note(Kind::StringUnicode, way, format_args!("the names of fields must be UTF-8"));
                }
                continue;
            };
            length += name.len();
            if self.problems.len() >= PROBLEMS || length > NAMES && !self.problems.is_empty() {
                return;
            }
            if seen.insert(Some(name.clone())) {
                self.note(Kind::ExtraForbidden, [name.into_owned()], format_args!("there is no such field"));
            }
        }
    }

    /// A type that was read from fields, after the whole of `schema` was held against it: what is said of members together,
    /// or cannot be said of one by a rule. `None` where the schema does not hold.
    pub fn checked<T: Encode>(&mut self, value: T, schema: &'static Schema) -> Option<T> {
        let problems = decode::written(&value, |node| schema.check(node));
        let holds = problems.is_empty();
        self.note_all(problems, None);
        holds.then_some(value)
    }

    /// Notes what is wrong inside a field, or with several of them.
    fn note_all(&mut self, problems: Vec<Problem>, field: Option<&'static str>) {
        let room = PROBLEMS.saturating_sub(self.problems.len());
        self.problems.extend(problems.into_iter().take(room).map(|problem| match field {
            Some(name) => problem.under(name),
            None => problem,
        }));
    }

    #[cold]
    fn note<S: Into<Step>>(&mut self, kind: Kind, way: impl IntoIterator<Item = S>, msg: fmt::Arguments<'_>) {
        if self.problems.len() < PROBLEMS {
            self.problems.push(Problem::new(kind, way, msg));
        }
    }

    #[cold]
    fn take(&mut self, problem: Problem) {
        if self.problems.len() < PROBLEMS {
            self.problems.push(problem);
        }
    }
}

// What was sent may be secret.
impl fmt::Debug for Form<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Form").field("fields", &self.fields.len()).finish_non_exhaustive()
    }
}
