//! What the fields of one name have to be like.

use super::Form;
use crate::decode::{CheckedListRule, ListRule, NullableRule, Rule, TextList, TextRule, UniqueRule};
use crate::encode::Encode;
use crate::problem::{Kind, Step};

/// What one property has to be like, where it may be given as fields of a form.
///
/// Every [`TextRule`] is one: of one field. A list of them is one of any number of fields. Nothing in a form is `null`.
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
    /// All values, as the items of an array.
    fn items<L: TextList>(mut self, rule: &L) -> Option<Vec<<L::Item as Rule>::Out>> {
        let (mut items, mut length, mut next) = (Vec::new(), 0, Some(self.first));
        while let Some((value, behind)) = next {
            items.extend(self.read(value, Some(length), &rule.list().item));
            length += 1;
            next = self.form.fields.ask(self.name, behind);
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

    /// One value, which is the item with the index `item` where it is one of several.
    fn read<R: TextRule>(&mut self, value: &'f [u8], item: Option<usize>, rule: &R) -> Option<R::Out> {
        let text = self.form.fields.text(value);
        let mut note = |kind, msg: std::fmt::Arguments<'_>| {
            let way = [Some(Step::from(self.name)), item.map(Step::from)];
            self.form.note(kind, way.into_iter().flatten(), msg);
        };
        let Some(text) = text else {
            note(Kind::StringUnicode, format_args!("must be UTF-8"));
            return None;
        };
        rule.read_text(text, &mut note)
    }
}

impl<R: TextRule> FieldRule for R {
    type Out = R::Out;

    fn read_fields(&self, mut sent: Sent<'_, '_>) -> Option<R::Out> {
        let (value, behind) = sent.first;
        if let Some((_, mut behind)) = sent.form.fields.ask(sent.name, behind) {
            while let Some((_, next)) = sent.form.fields.ask(sent.name, behind) {
                behind = next;
            }
            sent.form.note(Kind::Repeated, [sent.name], format_args!("must be there once"));
            return None;
        }
        sent.read(value, None, self)
    }
}

impl<R: TextRule> FieldRule for ListRule<R> {
    type Out = Vec<R::Out>;

    fn read_fields(&self, sent: Sent<'_, '_>) -> Option<Self::Out> {
        sent.items(self)
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
