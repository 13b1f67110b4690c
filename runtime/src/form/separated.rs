//! Arrays in one field: `explode: false`, and the styles `spaceDelimited` and `pipeDelimited` of an Encoding Object.

use super::{FieldRule, Sent};
use crate::decode::{ListRule, TextRule};
use crate::parameter::split::{COMMA, PIPE, SPACE, Separator};
use crate::percent;
use crate::problem::{Kind, Step};

/// An array in one field, with commas between its items: `style: form`, not exploded.
pub const fn comma_separated<R: TextRule>(list: ListRule<R>) -> SeparatedRule<R> {
    SeparatedRule { list, encoded: COMMA, plain: ',' }
}

/// An array in one field, with spaces between its items: `style: spaceDelimited`.
pub const fn space_separated<R: TextRule>(list: ListRule<R>) -> SeparatedRule<R> {
    SeparatedRule { list, encoded: SPACE, plain: ' ' }
}

/// An array in one field, with pipes between its items: `style: pipeDelimited`.
pub const fn pipe_separated<R: TextRule>(list: ListRule<R>) -> SeparatedRule<R> {
    SeparatedRule { list, encoded: PIPE, plain: '|' }
}

/// The rule of an array in one field; see [`comma_separated`].
#[derive(Debug, Clone, Copy)]
pub struct SeparatedRule<R> {
    list: ListRule<R>,
    /// What separates where the field is percent-encoded.
    encoded: Separator,
    /// What separates where it is not.
    plain: char,
}

impl<R: TextRule> FieldRule for SeparatedRule<R> {
    type Out = Vec<R::Out>;

    fn read_fields(&self, mut sent: Sent<'_, '_>) -> Option<Self::Out> {
        let value = sent.only()?.value;
        let Sent { form, name, .. } = sent;
        let Ok(text) = str::from_utf8(value) else {
            form.note(Kind::StringUnicode, [name], format_args!("must be UTF-8"));
            return None;
        };
        // What is encoded is split first and decoded then, so that an encoded separator is part of an item.
        let decoded = form.fields.are_decoded();
        let items: Vec<&str> =
            if decoded { text.split(self.plain).collect() } else { self.encoded.split(text).collect() };
        let (length, mut read) = (items.len(), Vec::new());
        for (index, item) in items.into_iter().enumerate() {
            let item = if decoded { Some(item.into()) } else { percent::query(item) };
            let mut note = |kind, msg: std::fmt::Arguments<'_>| {
                form.note(kind, [Step::from(name), Step::from(index)], msg);
            };
            match item {
                Some(item) => read.extend(self.list.item.read_text(item, &mut note)),
                None => note(Kind::StringUnicode, format_args!("must be UTF-8")),
            }
        }
        let holds = self.list.holds(length, &mut |kind, msg| form.note(kind, [name], msg));
        (holds && read.len() == length).then_some(read)
    }
}
