//! `type: number`

use std::borrow::Cow;
use std::marker::PhantomData;

use super::bounds::{Bounds, Edge, bounds};
use crate::decode::token::Token;
use crate::decode::{Node, Note, Rule, TextRule, scan};
use crate::problem::Kind;

/// Any number, in double precision.
pub const NUMBER: NumberRule<f64> = NumberRule::new();

/// `format: float`: any number, in single precision.
pub const FLOAT: NumberRule<f32> = NumberRule::new();

/// The rule of a number that is read into a `T`; see [`NUMBER`].
///
/// The nearest number that a `T` has is read; one that is too great for it is `finite_number`. Bounds are held against
/// the number in double precision.
#[derive(Debug, Clone, Copy)]
pub struct NumberRule<T> {
    bounds: Bounds<f64>,
    out: PhantomData<fn() -> T>,
}

impl<T> NumberRule<T> {
    const fn new() -> Self {
        Self { bounds: Bounds { lower: Edge::Open, upper: Edge::Open }, out: PhantomData }
    }

    bounds!(f64);

    fn double(&self, number: &str, note: Note<'_>) -> Option<f64> {
        // every number of JSON is one of Rust
        let double = number.parse().unwrap_or(f64::INFINITY);
        (is_finite(double, note) && self.bounds.hold(double, note)).then_some(double)
    }
}

impl NumberRule<f64> {
    fn of(&self, number: &str, note: Note<'_>) -> Option<f64> {
        self.double(number, note)
    }
}

impl NumberRule<f32> {
    fn of(&self, number: &str, note: Note<'_>) -> Option<f32> {
        self.double(number, note)?;
        // from the text again: from the double it would be rounded twice
        let single = number.parse().unwrap_or(f32::INFINITY);
        is_finite(single.into(), note).then_some(single)
    }
}

fn is_finite(number: f64, note: Note<'_>) -> bool {
    if !number.is_finite() {
        note(Kind::FiniteNumber, format_args!("is too great to be read"));
    }
    number.is_finite()
}

macro_rules! rules {
    ($($number:ty)+) => {
        $(
            impl Rule for NumberRule<$number> {
                type Out = $number;

                fn read(&self, mut node: Node<'_, '_>) -> Option<$number> {
                    let Token::Number { start, end } = node.token() else {
                        return node.refuse(Kind::FloatType, format_args!("must be a number"));
                    };
                    let number = node.document().span(start, end);
                    self.of(number, &mut |kind, msg| node.note(kind, msg))
                }
            }

            impl TextRule for NumberRule<$number> {
                fn read_text(&self, text: Cow<'_, str>, note: Note<'_>) -> Option<$number> {
                    if !scan::is_number(&text) {
                        note(Kind::FloatParsing, format_args!("must be a number"));
                        return None;
                    }
                    self.of(&text, note)
                }
            }
        )+
    };
}

rules!(f64 f32);
