//! What one field has to be like.

use std::borrow::Cow;
use std::fmt;

use super::Form;
use crate::decode::{self, Rule, TextRule};
#[cfg(feature = "multipart")]
use crate::multipart::Part;
use crate::parameter::JsonRule;
use crate::problem::{Kind, Problem, Step};

/// What a value has to be like that is given as one field of a form or one part of a body.
///
/// Every [`TextRule`] is one; so is JSON, by [`json`](crate::parameter::json).
pub trait SingleRule {
    /// What is read.
    type Out;

    /// Reads the field. `None` where at least one problem was noted.
    fn read_single(&self, sent: Single<'_, '_>) -> Option<Self::Out>;
}

/// A field that was sent.
#[derive(Debug)]
pub struct Single<'c, 'f> {
    pub(super) form: &'c mut Form<'f>,
    pub(super) name: &'static str,
    /// As it was sent.
    pub(super) value: &'f [u8],
    /// Its index among all fields.
    #[cfg_attr(not(feature = "multipart"), expect(dead_code, reason = "a part has more than a value"))]
    pub(super) index: usize,
    /// Its index among the fields of its name, where it is one of several.
    pub(super) item: Option<usize>,
}

impl<'f> Single<'_, 'f> {
    /// Its text. `None` where it is not UTF-8, which was noted.
    fn text(&mut self) -> Option<Cow<'f, str>> {
        let text = self.form.fields.text(self.value);
        if text.is_none() {
            self.note(Kind::StringUnicode, format_args!("must be UTF-8"));
        }
        text
    }

    /// Notes a problem with it.
    pub(crate) fn note(&mut self, kind: Kind, msg: fmt::Arguments<'_>) {
        let way = [Some(Step::from(self.name)), self.item.map(Step::from)];
        self.form.note(kind, way.into_iter().flatten(), msg);
    }

    /// Notes problems that were found inside of it.
    fn note_all(&mut self, problems: Vec<Problem>) {
        for mut problem in problems {
            if let Some(item) = self.item {
                problem = problem.under(item);
            }
            self.form.take(problem.under(self.name));
        }
    }

    /// What is known of it beside its name and value, where it was sent as a part.
    #[cfg(feature = "multipart")]
    pub(crate) fn part(&mut self) -> Option<&mut Part> {
        self.form.parts.get_mut(self.index)
    }
}

impl<R: TextRule> SingleRule for R {
    type Out = R::Out;

    fn read_single(&self, mut sent: Single<'_, '_>) -> Option<R::Out> {
        let text = sent.text()?;
        self.read_text(text, &mut |kind, msg| sent.note(kind, msg))
    }
}

impl<R: Rule> SingleRule for JsonRule<R> {
    type Out = R::Out;

    fn read_single(&self, mut sent: Single<'_, '_>) -> Option<R::Out> {
        let text = sent.text()?;
        match decode::from_slice_with(text.as_bytes(), &self.0) {
            Ok(value) => Some(value),
            Err(problems) => {
                sent.note_all(problems);
                None
            }
        }
    }
}
