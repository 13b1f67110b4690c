//! `type: integer`

mod whole;

use std::borrow::Cow;
use std::marker::PhantomData;

use super::bounds::{Bounds, Edge, bounds};
use crate::decode::token::Token;
use crate::decode::{Node, Note, Rule, TextRule, scan};
use crate::problem::Kind;
pub(super) use whole::Whole;

/// Any integer of 64 bits; what is greater is `int_parsing_size`.
pub const INTEGER: IntegerRule<i64> =
    IntegerRule { bounds: Bounds { lower: Edge::Open, upper: Edge::Open }, out: PhantomData };

/// `format: int64`: what has more bits breaks a bound.
pub const INT64: IntegerRule<i64> = INTEGER.range(i64::MIN, i64::MAX);

/// `format: int32`: what has more bits breaks a bound.
pub const INT32: IntegerRule<i32> =
    IntegerRule { bounds: INTEGER.range(i32::MIN as i64, i32::MAX as i64).bounds, out: PhantomData };

/// The rule of an integer that is read into a `T`; see [`INTEGER`].
///
/// `1.0` and `1e2` are integers, too (JSON Schema Core, section 4.2.1). None is rounded.
#[derive(Debug, Clone, Copy)]
pub struct IntegerRule<T> {
    bounds: Bounds<i64>,
    out: PhantomData<fn() -> T>,
}

impl<T> IntegerRule<T> {
    bounds!(i64);
}

impl<T: TryFrom<i64>> IntegerRule<T> {
    /// Reads a number as JSON writes it. `fraction` is what it is called where it has one.
    #[inline]
    pub(super) fn of(&self, number: &str, fraction: Kind, note: Note<'_>) -> Option<T> {
        let whole = self.bounds.whole(number, fraction, note)?;
        let fits = T::try_from(whole).ok();
        if fits.is_none() {
            too_large(size_of::<T>(), note);
        }
        fits
    }
}

impl Bounds<i64> {
    fn whole(&self, number: &str, fraction: Kind, note: Note<'_>) -> Option<i64> {
        let noted = match Whole::of(number) {
            Whole::Fits(whole) => return self.hold(whole, note).then_some(whole),
            Whole::Fraction => {
                note(fraction, format_args!("must be an integer"));
                true
            }
            Whole::TooSmall => self.too_small(note),
            Whole::TooGreat => self.too_great(note),
        };
        if !noted {
            too_large(size_of::<i64>(), note);
        }
        None
    }
}

#[cold]
fn too_large(bytes: usize, note: Note<'_>) {
    note(Kind::IntParsingSize, format_args!("must fit in {} bits", 8 * bytes));
}

impl<T: TryFrom<i64>> Rule for IntegerRule<T> {
    type Out = T;

    fn read(&self, mut node: Node<'_, '_>) -> Option<T> {
        let Token::Number { start, end } = node.token() else {
            return node.refuse(Kind::IntType, format_args!("must be an integer"));
        };
        let number = node.document().span(start, end);
        self.of(number, Kind::IntFromFloat, &mut |kind, msg| node.note(kind, msg))
    }
}

impl<T: TryFrom<i64>> TextRule for IntegerRule<T> {
    fn read_text(&self, text: Cow<'_, str>, note: Note<'_>) -> Option<T> {
        if !scan::is_number(&text) {
            note(Kind::IntParsing, format_args!("must be an integer"));
            return None;
        }
        self.of(&text, Kind::IntParsing, note)
    }
}
