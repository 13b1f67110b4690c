//! What is said of an object.

use std::fmt;

use super::check::{At, Check};
use super::evaluated::Evaluated;
use super::{Pattern, Schema};
use crate::decode::Token;
use crate::problem::{Kind, count};

impl Check<'_> {
    /// How many members there are; `None` where it is no object.
    fn members_length(&self, at: At) -> Option<usize> {
        match self.document.token(at.index) {
            Token::Object { length, .. } => Some(length as usize),
            _ => None,
        }
    }

    fn has(&self, at: At, member: &str) -> bool {
        self.document.members(at.index).any(|name| self.document.is_name(name, member))
    }

    pub(super) fn max_properties(&mut self, max: usize, at: At) -> bool {
        self.members_length(at).is_none_or(|length| length <= max)
            || self.refuse(at, Kind::TooLong, format_args!("must have at most {}", count(max, "member")))
    }

    pub(super) fn min_properties(&mut self, min: usize, at: At) -> bool {
        self.members_length(at).is_none_or(|length| length >= min)
            || self.refuse(at, Kind::TooShort, format_args!("must have at least {}", count(min, "member")))
    }

    pub(super) fn required(&mut self, names: &'static [&'static str], at: At) -> bool {
        if self.members_length(at).is_none() {
            return true;
        }
        let mut holds = true;
        for name in names {
            holds &= self.has(at, name) || self.missing(at, name);
        }
        holds
    }

    pub(super) fn dependent_required(
        &mut self,
        names: &'static [(&'static str, &'static [&'static str])],
        at: At,
    ) -> bool {
        let mut holds = true;
        for (name, others) in names {
            holds &= !self.has(at, name) || self.required(others, at);
        }
        holds
    }

    pub(super) fn dependent_schemas(
        &mut self,
        schemas: &'static [(&'static str, Schema)],
        at: At,
        mut seen: Option<&mut Evaluated>,
    ) -> bool {
        let mut holds = true;
        for (name, schema) in schemas {
            holds &= !self.has(at, name) || self.schema(schema, at, seen.as_deref_mut());
        }
        holds
    }

    pub(super) fn properties(
        &mut self,
        named: &'static [(&'static str, Schema)],
        patterns: &'static [(&'static Pattern, Schema)],
        additional: Option<&'static Schema>,
        at: At,
        mut seen: Option<&mut Evaluated>,
    ) -> bool {
        let mut holds = true;
        for (place, name) in self.document.members(at.index).enumerate() {
            let text = self.document.string(name).unwrap_or_default();
            let by_name = named.iter().filter(|(name, _)| *name == text).map(|(_, schema)| schema);
            let by_pattern = patterns.iter().filter(|(pattern, _)| pattern.is_in(&text));
            let mut schemas = by_name.chain(by_pattern.map(|(_, schema)| schema)).peekable();
            let others = if schemas.peek().is_none() { additional } else { None };
            for schema in schemas.chain(others) {
                holds &= self.part(schema, at.child(name + 1), format_args!("there is no such member"));
                if let Some(seen) = &mut seen {
                    seen.add(place);
                }
            }
            if !holds && at.silent {
                return false;
            }
        }
        holds
    }

    pub(super) fn property_names(&mut self, schema: &'static Schema, at: At) -> bool {
        let mut holds = true;
        for name in self.document.members(at.index) {
            holds &= self.schema(schema, at.name(name), None);
        }
        holds
    }

    pub(super) fn unevaluated_properties(
        &mut self,
        schema: &'static Schema,
        at: At,
        seen: Option<&mut Evaluated>,
    ) -> bool {
        let Some(seen) = seen.filter(|_| self.members_length(at).is_some()) else { return true };
        let mut holds = true;
        for (place, name) in self.document.members(at.index).enumerate() {
            holds &= seen.has(place)
                || self.part(schema, at.child(name + 1), format_args!("there is no such member"));
        }
        seen.add_all();
        holds
    }

    /// Looks at a member or an item, which must not be there where its schema is `false`.
    pub(super) fn part(&mut self, schema: &'static Schema, at: At, unwanted: fmt::Arguments<'_>) -> bool {
        match schema {
            Schema::Boolean(false) => self.refuse(at, Kind::ExtraForbidden, unwanted),
            _ => self.schema(schema, at, None),
        }
    }
}
