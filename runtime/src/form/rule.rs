//! What the fields of one name have to be like.

use super::{Form, Single, SingleRule};
use crate::decode::{CheckedListRule, ListRule, Note, NullableRule, Rule, TextList, TextRule, UniqueRule};
use crate::encode::Encode;
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

    /// All values, as the items of an array that are held against more than their number.
    fn items<L: TextList>(mut self, rule: &L) -> Option<Vec<<L::Item as Rule>::Out>> {
        let (mut items, mut length, mut next) = (Vec::new(), 0, Some(self.first));
        while let Some(field) = next {
            items.extend(rule.list().item.read_single(self.single(field, Some(length))));
            length += 1;
            next = self.form.fields.ask(self.name, field.1);
        }
        let counted = rule.list().holds(length, &mut |kind, msg| self.form.note(kind, [self.name], msg));
        if items.len() < length {
            return None;
        }
        let together = rule.together(&items, counted);
        let holds = counted && together.is_empty();
        self.form.note_all(together, Some(self.name));
        holds.then_some(items)
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

    fn read_fields(&self, sent: Sent<'_, '_>) -> Option<Self::Out> {
        items(sent, &self.item, |length, note| self.holds(length, note))
    }
}

/// What `rule` reads of each field of the same name, whose number `holds`.
fn items<R: SingleRule>(
    mut sent: Sent<'_, '_>,
    rule: &R,
    holds: impl FnOnce(usize, Note<'_>) -> bool,
) -> Option<Vec<R::Out>> {
    let (mut items, mut length, mut next) = (Vec::new(), 0, Some(sent.first));
    while let Some(field) = next {
        items.extend(rule.read_single(sent.single(field, Some(length))));
        length += 1;
        next = sent.form.fields.ask(sent.name, field.1);
    }
    let holds = holds(length, &mut |kind, msg| sent.form.note(kind, [sent.name], msg));
    (holds && items.len() == length).then_some(items)
}

/// No field is null: an array whose items may be is one of those that are not.
impl<R: SingleRule> FieldRule for ListRule<NullableRule<R>> {
    type Out = Vec<Option<R::Out>>;

    fn read_fields(&self, sent: Sent<'_, '_>) -> Option<Self::Out> {
        let items = items(sent, &self.item.rule, |length, note| self.holds(length, note))?;
        Some(items.into_iter().map(Some).collect())
    }
}

impl<R: TextRule<Out: Encode>> FieldRule for UniqueRule<R> {
    type Out = Vec<R::Out>;

    fn read_fields(&self, sent: Sent<'_, '_>) -> Option<Self::Out> {
        sent.items(self)
    }
}

impl<R: TextRule<Out: Encode>> FieldRule for CheckedListRule<R> {
    type Out = Vec<R::Out>;

    fn read_fields(&self, sent: Sent<'_, '_>) -> Option<Self::Out> {
        sent.items(self)
    }
}

impl<R: FieldRule> FieldRule for NullableRule<R> {
    type Out = Option<R::Out>;

    fn read_fields(&self, sent: Sent<'_, '_>) -> Option<Self::Out> {
        self.rule.read_fields(sent).map(Some)
    }
}
