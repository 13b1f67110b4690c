//! What is said of a value by itself: `type`, `enum`, `const`, and the keywords of numbers and strings.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::Pattern;
use super::check::{At, Check};
use super::literal::{Literal, Literals};
use super::types::{self, Types};
use crate::decode::Token;
use crate::format::Format;
use crate::json::Decimal;
use crate::problem::{Kind, count};

/// The value and its type.
impl<'d> Check<'d> {
    pub(super) fn types(&mut self, types: Types, at: At) -> bool {
        let token = self.document.token(at.index);
        types.hold(token, || self.number(at).is_some_and(types::is_integer))
            || self.refuse_whole(at, types.kind(token), format_args!("must be {types}"))
    }

    pub(super) fn one_of_values(&mut self, literals: &'static [Literal], at: At) -> bool {
        literals.iter().any(|literal| literal.is(self.document, at.index))
            || self.refuse_whole(at, Kind::Enum, format_args!("must be one of {}", Literals(literals)))
    }

    pub(super) fn constant(&mut self, literal: &'static Literal, at: At) -> bool {
        literal.is(self.document, at.index)
            || self.refuse_whole(at, Kind::LiteralError, format_args!("must be {literal}"))
    }

    fn number(&self, at: At) -> Option<&'d str> {
        match self.document.token(at.index) {
            Token::Number { start, end } => Some(self.document.span(start, end)),
            _ => None,
        }
    }

    fn string(&self, at: At) -> Option<Cow<'d, str>> {
        self.document.string(at.index)
    }
}

/// The keywords of numbers.
impl Check<'_> {
    pub(super) fn multiple_of(&mut self, divisor: &'static str, at: At) -> bool {
        self.number(at).is_none_or(|number| Decimal::of(number).is_multiple_of(&Decimal::of(divisor)))
            || self.refuse(at, Kind::MultipleOf, format_args!("must be a multiple of {divisor}"))
    }

    pub(super) fn maximum(&mut self, bound: &'static str, at: At) -> bool {
        self.compares(bound, at, Ordering::is_le)
            || self.refuse(at, Kind::LessThanEqual, format_args!("must be at most {bound}"))
    }

    pub(super) fn exclusive_maximum(&mut self, bound: &'static str, at: At) -> bool {
        self.compares(bound, at, Ordering::is_lt)
            || self.refuse(at, Kind::LessThan, format_args!("must be less than {bound}"))
    }

    pub(super) fn minimum(&mut self, bound: &'static str, at: At) -> bool {
        self.compares(bound, at, Ordering::is_ge)
            || self.refuse(at, Kind::GreaterThanEqual, format_args!("must be at least {bound}"))
    }

    pub(super) fn exclusive_minimum(&mut self, bound: &'static str, at: At) -> bool {
        self.compares(bound, at, Ordering::is_gt)
            || self.refuse(at, Kind::GreaterThan, format_args!("must be greater than {bound}"))
    }

    fn compares(&self, bound: &'static str, at: At, holds: fn(Ordering) -> bool) -> bool {
        self.number(at).is_none_or(|number| holds(Decimal::of(number).cmp(&Decimal::of(bound))))
    }
}

/// The keywords of strings.
impl Check<'_> {
    pub(super) fn max_length(&mut self, max: usize, at: At) -> bool {
        // no text has more characters than bytes
        self.string(at).is_none_or(|text| text.len() <= max || text.chars().count() <= max)
            || self.refuse(
                at,
                Kind::StringTooLong,
                format_args!("must have at most {}", count(max, "character")),
            )
    }

    pub(super) fn min_length(&mut self, min: usize, at: At) -> bool {
        // a character has four bytes at most
        self.string(at).is_none_or(|text| text.len().div_ceil(4) >= min || text.chars().count() >= min)
            || self.refuse(
                at,
                Kind::StringTooShort,
                format_args!("must have at least {}", count(min, "character")),
            )
    }

    pub(super) fn pattern(&mut self, pattern: &'static Pattern, at: At) -> bool {
        self.string(at).is_none_or(|text| pattern.is_in(&text))
            || self.refuse(at, Kind::StringPatternMismatch, format_args!("must match {pattern}"))
    }

    pub(super) fn format(&mut self, format: Format, at: At) -> bool {
        self.string(at).is_none_or(|text| format.holds(&text))
            || self.refuse(at, format.kind(), format_args!("must be {format}"))
    }
}
