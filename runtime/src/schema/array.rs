//! What is said of an array.

use super::Schema;
use super::check::{At, Check};
use super::evaluated::Evaluated;
use super::unique;
use crate::decode::Token;
use crate::problem::{Kind, count};

impl Check<'_> {
    /// How many items there are; `None` where it is no array.
    fn items_length(&self, at: At) -> Option<usize> {
        match self.document.token(at.index) {
            Token::Array { length, .. } => Some(length as usize),
            _ => None,
        }
    }

    pub(super) fn max_items(&mut self, max: usize, at: At) -> bool {
        self.items_length(at).is_none_or(|length| length <= max)
            || self.refuse(at, Kind::TooLong, format_args!("must have at most {}", count(max, "item")))
    }

    pub(super) fn min_items(&mut self, min: usize, at: At) -> bool {
        self.items_length(at).is_none_or(|length| length >= min)
            || self.refuse(at, Kind::TooShort, format_args!("must have at least {}", count(min, "item")))
    }

    pub(super) fn unique_items(&mut self, at: At) -> bool {
        self.items_length(at).is_none_or(|length| length < 2 || unique::are_unique(self.document, at.index))
            || self.refuse(at, Kind::UniqueItems, format_args!("must not have the same item twice"))
    }

    pub(super) fn contains(
        &mut self,
        schema: &'static Schema,
        min: usize,
        max: Option<usize>,
        at: At,
        mut seen: Option<&mut Evaluated>,
    ) -> bool {
        if self.items_length(at).is_none() {
            return true;
        }
        let mut found = 0;
        for (place, item) in self.document.items(at.index).enumerate() {
            if self.schema(schema, at.child(item).silent(), None) {
                found += 1;
                if let Some(seen) = &mut seen {
                    seen.add(place);
                }
            }
        }
        let max = max.unwrap_or(usize::MAX);
        let enough = found >= min
            || self.refuse(
                at,
                Kind::Contains,
                format_args!("must have at least {} of a kind", count(min, "item")),
            );
        let few = found <= max
            || self.refuse(
                at,
                Kind::MaxContains,
                format_args!("must have at most {} of a kind", count(max, "item")),
            );
        enough && few
    }

    pub(super) fn items(
        &mut self,
        prefix: &'static [Schema],
        rest: Option<&'static Schema>,
        at: At,
        mut seen: Option<&mut Evaluated>,
    ) -> bool {
        if self.items_length(at).is_none() {
            return true;
        }
        let mut holds = true;
        for (place, item) in self.document.items(at.index).enumerate() {
            let Some(schema) = prefix.get(place).or(rest) else { break };
            if place >= prefix.len() && matches!(schema, Schema::Boolean(false)) {
                let most = count(prefix.len(), "item");
                holds = self.refuse(at, Kind::TooLong, format_args!("must have at most {most}"));
                break;
            }
            holds &= self.schema(schema, at.child(item), None);
            if let Some(seen) = &mut seen {
                seen.add(place);
            }
            if !holds && at.silent {
                return false;
            }
        }
        if let (Some(seen), Some(_)) = (seen, rest) {
            seen.add_all();
        }
        holds
    }

    pub(super) fn unevaluated_items(
        &mut self,
        schema: &'static Schema,
        at: At,
        seen: Option<&mut Evaluated>,
    ) -> bool {
        let Some(seen) = seen.filter(|_| self.items_length(at).is_some()) else { return true };
        let mut holds = true;
        for (place, item) in self.document.items(at.index).enumerate() {
            holds &=
                seen.has(place) || self.part(schema, at.child(item), format_args!("there is no such item"));
        }
        seen.add_all();
        holds
    }
}
