//! What a parameter has to be like.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::marker::PhantomData;

use super::members;
use super::sent::{Fault, Sent};
use super::{Place, Style};
use crate::decode::{self, CheckedListRule, ListRule, MapRule, Rule, TextList, TextRule, UniqueRule};
use crate::encode::Encode;
use crate::form::{self, DecodeForm};
use crate::input::Found;
use crate::problem::{Kind, Step};

/// What a parameter has to be like.
///
/// Every [`TextRule`] is one, of a scalar; so is a list or a map of them, an [`object`] whose members are scalars, and [`json`].
pub trait ParameterRule {
    /// What is read.
    type Out;

    /// Reads the parameter. `None` where at least one problem was noted, `Some(None)` where it is not there.
    fn read_parameter(&self, sent: Sent<'_, '_>) -> Option<Option<Self::Out>>;
}

/// A parameter that is an object whose members are sent as text, each like a field of a form.
pub const fn object<T>() -> ObjectRule<T> {
    ObjectRule(PhantomData)
}

/// A parameter that is JSON: one with `content` of the media type `application/json`. A field of a form, and a part of a body, may
/// be JSON as well.
pub const fn json<R: Rule>(rule: R) -> JsonRule<R> {
    JsonRule(rule)
}

/// The rule of an object; see [`object`].
#[derive(Debug)]
pub struct ObjectRule<T>(PhantomData<fn() -> T>);

/// The rule of JSON; see [`json`].
#[derive(Debug, Clone, Copy)]
pub struct JsonRule<R>(pub(crate) R);

impl<R: TextRule> ParameterRule for R {
    type Out = R::Out;

    fn read_parameter(&self, mut sent: Sent<'_, '_>) -> Option<Option<R::Out>> {
        match value(&mut sent)? {
            None => Some(None),
            Some(text) => self.read_text(text, &mut |kind, msg| sent.note(kind, [], msg)).map(Some),
        }
    }
}

macro_rules! lists {
    ($($rule:ident where $item:path;)+) => {
        $(
            impl<R: $item> ParameterRule for $rule<R> {
                type Out = Vec<R::Out>;

                fn read_parameter(&self, sent: Sent<'_, '_>) -> Option<Option<Self::Out>> {
                    items(self, sent)
                }
            }
        )+
    };
}

lists! {
    ListRule where TextRule;
    UniqueRule where TextRule<Out: Encode>;
    CheckedListRule where TextRule<Out: Encode>;
}

fn items<L: TextList>(rule: &L, mut sent: Sent<'_, '_>) -> Option<Option<Vec<<L::Item as Rule>::Out>>> {
    let (mut items, mut wrong, mut length) = (Vec::new(), Vec::new(), 0);
    let found = sent.items(&mut |text| {
        let index = length;
        length += 1;
        let mut note = |kind, msg: std::fmt::Arguments<'_>| {
            if wrong.len() < decode::PROBLEMS {
                wrong.push((index, kind, msg.to_string()));
            }
        };
        match sent.decoded(text) {
            Some(text) => items.extend(rule.list().item.read_text(text.into_owned().into(), &mut note)),
            None => note(Kind::StringUnicode, format_args!("must be percent-encoded UTF-8")),
        }
    });
    if let Err(fault) = found {
        return sent.refuse(fault, (Kind::ListType, "an array in the style of the parameter"));
    }
    for (index, kind, msg) in wrong {
        sent.note(kind, [Step::from(index)], format_args!("{msg}"));
    }
    let counted = rule.list().holds(length, &mut |kind, msg| sent.note(kind, [], msg));
    if items.len() < length {
        return None;
    }
    let together = rule.together(&items, counted);
    let holds = counted && together.is_empty();
    sent.note_all(together);
    holds.then_some(Some(items))
}

impl<T: DecodeForm> ParameterRule for ObjectRule<T> {
    type Out = T;

    fn read_parameter(&self, mut sent: Sent<'_, '_>) -> Option<Option<T>> {
        let members = match members::collect(&sent) {
            Ok(members) => members,
            Err(fault) => {
                return sent.refuse(fault, (Kind::DictType, "an object in the style of the parameter"));
            }
        };
        // Members that are parameters of their own are there or not; nothing else says whether the object is.
        let is_scattered = matches!(
            (sent.parameter.place, sent.parameter.style, sent.parameter.explode),
            (Place::Query | Place::Cookie, Style::Form, true)
        );
        let (read, any_asked) = form::from_members(&members);
        match read {
            _ if is_scattered && !any_asked => Some(None),
            Ok(value) => Some(Some(value)),
            Err(problems) => {
                sent.note_all(problems);
                None
            }
        }
    }
}

/// Where its members are parameters of their own, all that are there are its members.
impl<R: TextRule> ParameterRule for MapRule<R> {
    type Out = BTreeMap<String, R::Out>;

    fn read_parameter(&self, mut sent: Sent<'_, '_>) -> Option<Option<Self::Out>> {
        let read = match members::collect(&sent) {
            Ok(members) => form::map_from_members(&members, self),
            Err(fault) => {
                return sent.refuse(fault, (Kind::DictType, "an object in the style of the parameter"));
            }
        };
        match read {
            Ok(map) => Some(Some(map)),
            Err(problems) => {
                sent.note_all(problems);
                None
            }
        }
    }
}

impl<R: Rule> ParameterRule for JsonRule<R> {
    type Out = R::Out;

    fn read_parameter(&self, mut sent: Sent<'_, '_>) -> Option<Option<R::Out>> {
        let Some(text) = value(&mut sent)? else { return Some(None) };
        match decode::from_slice_with(text.as_bytes(), &self.0) {
            Ok(value) => Some(Some(value)),
            Err(problems) => {
                sent.note_all(problems);
                None
            }
        }
    }
}

/// The one text that was sent. `None`: a problem was noted.
fn value<'c>(sent: &mut Sent<'_, 'c>) -> Option<Option<Cow<'c, str>>> {
    let fault = match sent.value() {
        Found::Text(text) => return Some(Some(text)),
        Found::Nothing => Fault::Nothing,
        Found::NoText => Fault::NoText,
        Found::Twice => Fault::Twice,
    };
    sent.refuse(fault, (Kind::Missing, "there"))
}
