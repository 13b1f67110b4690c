//! What the fields of one name have to be like.

use super::{Form, Single, SingleRule};
use crate::decode::{ListRule, NullableRule};
use crate::problem::Kind;

/// What one property has to be like, where it may be given as fields of a form or parts of a body.
///
/// Every [`SingleRule`] is one: of one field. A list of them is one of any number of fields. Nothing in a form is `null`.
pub trait FieldRule {
    /// What is read.
    type Out;

    /// Reads the fields of one name. `None` where at least one problem was noted.
    fn read_fields(&self, sent: Sent<'_, '_>) -> Option<Self::Out>;
}

/// The fields that were sent under one name: at least one.
#[derive(Debug)]
pub struct Sent<'c, 'f> {
    pub(super) form: &'c mut Form<'f>,
    pub(super) name: &'static str,
    /// The value of the first, and where the others begin.
    pub(super) first: (&'f [u8], usize),
}

impl<'f> Sent<'_, 'f> {
    /// A field, by its value and what is behind it, which is the item with the index `item` where it is one of several.
    pub(super) fn single(
        &mut self,
        (value, behind): (&'f [u8], usize),
        item: Option<usize>,
    ) -> Single<'_, 'f> {
        Single { form: self.form, name: self.name, value, index: behind - 1, item }
    }

    /// The one field. `None` where there are several, which was noted.
    pub(super) fn only(&mut self) -> Option<Single<'_, 'f>> {
        let (value, behind) = self.first;
        if let Some((_, mut behind)) = self.form.fields.ask(self.name, behind) {
            while let Some((_, next)) = self.form.fields.ask(self.name, behind) {
                behind = next;
            }
            self.form.note(Kind::Repeated, [self.name], format_args!("must be there once"));
            return None;
        }
        Some(self.single((value, behind), None))
    }
}

impl<R: SingleRule> FieldRule for R {
    type Out = R::Out;

    fn read_fields(&self, mut sent: Sent<'_, '_>) -> Option<R::Out> {
        self.read_single(sent.only()?)
    }
}

impl<R: SingleRule> FieldRule for ListRule<R> {
    type Out = Vec<R::Out>;

    fn read_fields(&self, mut sent: Sent<'_, '_>) -> Option<Self::Out> {
        let (mut items, mut length, mut next) = (Vec::new(), 0, Some(sent.first));
        while let Some(field) = next {
            items.extend(self.item.read_single(sent.single(field, Some(length))));
            length += 1;
            next = sent.form.fields.ask(sent.name, field.1);
        }
        let holds = self.holds(length, &mut |kind, msg| sent.form.note(kind, [sent.name], msg));
        (holds && items.len() == length).then_some(items)
    }
}

impl<R: FieldRule> FieldRule for NullableRule<R> {
    type Out = Option<R::Out>;

    fn read_fields(&self, sent: Sent<'_, '_>) -> Option<Self::Out> {
        self.rule.read_fields(sent).map(Some)
    }
}
