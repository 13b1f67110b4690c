//! `multipleOf`

use std::borrow::Cow;

use super::integer::Whole;
use super::{IntegerRule, NumberRule};
use crate::decode::token::Token;
use crate::decode::{Node, Note, Rule, TextRule, scan};
use crate::json::Decimal;
use crate::problem::Kind;

/// The rule of a number that is a whole number of times another one; see [`IntegerRule::multiple_of`] and
/// [`NumberRule::multiple_of`].
///
/// It is held against the number that was sent, exactly: `0.07` is a multiple of `0.01`.
#[derive(Debug, Clone, Copy)]
pub struct MultipleRule<R, D> {
    rule: R,
    divisor: D,
}

impl<T> IntegerRule<T> {
    /// `multipleOf`, which is greater than 0. Bounds are stated before.
    pub const fn multiple_of(self, divisor: i64) -> MultipleRule<Self, i64> {
        MultipleRule { rule: self, divisor }
    }
}

impl<T> NumberRule<T> {
    /// `multipleOf`, which is greater than 0, as JSON writes it, with 37 significant digits at most. Bounds are stated before.
    pub const fn multiple_of(self, divisor: &'static str) -> MultipleRule<Self, &'static str> {
        MultipleRule { rule: self, divisor }
    }
}

#[cold]
fn refuse(divisor: impl std::fmt::Display, note: Note<'_>) {
    note(Kind::MultipleOf, format_args!("must be a multiple of {divisor}"));
}

impl<T: TryFrom<i64>> MultipleRule<IntegerRule<T>, i64> {
    fn of(&self, number: &str, fraction: Kind, note: Note<'_>) -> Option<T> {
        let read = self.rule.of(number, fraction, note);
        let holds = match Whole::of(number) {
            Whole::Fits(whole) => whole.checked_rem(self.divisor) == Some(0),
            // its type is wrong, so nothing else is
            Whole::Fraction => true,
            Whole::TooSmall | Whole::TooGreat => {
                Decimal::of(number).is_multiple_of(&Decimal::of(&self.divisor.to_string()))
            }
        };
        if !holds {
            refuse(self.divisor, note);
        }
        read.filter(|_| holds)
    }
}

impl<T: TryFrom<i64>> Rule for MultipleRule<IntegerRule<T>, i64> {
    type Out = T;

    fn read(&self, mut node: Node<'_, '_>) -> Option<T> {
        match node.token() {
            Token::Number { start, end } => {
                let number = node.document().span(start, end);
                self.of(number, Kind::IntFromFloat, &mut |kind, msg| node.note(kind, msg))
            }
            _ => self.rule.read(node),
        }
    }
}

impl<T: TryFrom<i64>> TextRule for MultipleRule<IntegerRule<T>, i64> {
    fn read_text(&self, text: Cow<'_, str>, note: Note<'_>) -> Option<T> {
        if scan::is_number(&text) {
            self.of(&text, Kind::IntParsing, note)
        } else {
            self.rule.read_text(text, note)
        }
    }
}

impl<T> MultipleRule<NumberRule<T>, &'static str> {
    fn holds(&self, number: &str, note: Note<'_>) -> bool {
        let holds = Decimal::of(number).is_multiple_of(&Decimal::of(self.divisor));
        if !holds {
            refuse(self.divisor, note);
        }
        holds
    }
}

impl<T> Rule for MultipleRule<NumberRule<T>, &'static str>
where
    NumberRule<T>: Rule<Out = T>,
{
    type Out = T;

    fn read(&self, mut node: Node<'_, '_>) -> Option<T> {
        let Token::Number { start, end } = node.token() else {
            return self.rule.read(node);
        };
        let (number, index) = (node.document().span(start, end), node.index());
        let read = self.rule.read(node.at(index));
        let holds = self.holds(number, &mut |kind, msg| node.note(kind, msg));
        read.filter(|_| holds)
    }
}

impl<T> TextRule for MultipleRule<NumberRule<T>, &'static str>
where
    NumberRule<T>: TextRule<Out = T>,
{
    fn read_text(&self, text: Cow<'_, str>, note: Note<'_>) -> Option<T> {
        let read = self.rule.read_text(Cow::Borrowed(&*text), note);
        let holds = !scan::is_number(&text) || self.holds(&text, note);
        read.filter(|_| holds)
    }
}
