//! The integer that a number is, exactly

use std::iter;

/// What a number is as an integer of 64 bits.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::decode::rule) enum Whole {
    Fits(i64),
    Fraction,
    TooSmall,
    TooGreat,
}

impl Whole {
    /// Reads a number as JSON writes it.
    #[inline]
    pub(in crate::decode::rule) fn of(number: &str) -> Self {
        match number.parse() {
            Ok(whole) => Self::Fits(whole),
            Err(_) => exact(number),
        }
    }
}

/// The same for a number with a fraction, an exponent, or more than 64 bits.
#[cold]
fn exact(number: &str) -> Whole {
    let magnitude = number.strip_prefix('-').unwrap_or(number);
    let (mantissa, exponent) = magnitude.split_once(['e', 'E']).unwrap_or((magnitude, "0"));
    let (before, behind) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = before.bytes().chain(behind.bytes()).map(|digit| i64::from(digit) - i64::from(b'0'));
    if digits.clone().all(|digit| digit == 0) {
        return Whole::Fits(0);
    }
    // so many digits are before the decimal point once the exponent is worked in
    let point = (before.len() as i64).saturating_add(saturating(exponent));
    let point = usize::try_from(point.max(0)).unwrap_or(usize::MAX);
    if digits.clone().skip(point).any(|digit| digit != 0) {
        return Whole::Fraction;
    }
    // counted downwards, where there is one number more; a digit that is not 0 ends this soon, whatever `point` is
    let mut digits = digits.chain(iter::repeat(0)).take(point);
    let negated = digits.try_fold(0i64, |whole, digit| whole.checked_mul(10)?.checked_sub(digit));
    match (negated, number.starts_with('-')) {
        (Some(whole), true) => Whole::Fits(whole),
        (Some(negated), false) => negated.checked_neg().map_or(Whole::TooGreat, Whole::Fits),
        (None, true) => Whole::TooSmall,
        (None, false) => Whole::TooGreat,
    }
}

/// An exponent; one of more than 64 bits is as far off as can be.
fn saturating(exponent: &str) -> i64 {
    exponent.parse().unwrap_or(if exponent.starts_with('-') { i64::MIN } else { i64::MAX })
}
