//! Numbers of the document as they are written: `0.3` is three tenths, and a multiple of `0.1`.

use std::cmp::Ordering;

use serde_json::Number;

/// The number `digits` · 10^`exponent`.
struct Decimal {
    digits: i128,
    exponent: i32,
}

impl Decimal {
    fn of(text: &str) -> Option<Self> {
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let fraction = fraction.trim_end_matches('0');
        let digits = format!("{whole}{fraction}").parse().ok()?;
        Some(Self { digits, exponent: exponent.checked_sub(i32::try_from(fraction.len()).ok()?)? })
    }

    /// The digits of both where they have the smaller exponent of the two.
    fn aligned(&self, other: &Self) -> Option<(i128, i128)> {
        let exponent = self.exponent.min(other.exponent);
        let scaled = |one: &Self| {
            let zeros = u32::try_from(one.exponent.checked_sub(exponent)?).ok()?;
            if one.digits == 0 { Some(0) } else { one.digits.checked_mul(10_i128.checked_pow(zeros)?) }
        };
        Some((scaled(self)?, scaled(other)?))
    }
}

/// How `number` compares with `bound`, which is written as JSON writes it. `None` where that cannot be told.
pub(super) fn order(number: &Number, bound: &str) -> Option<Ordering> {
    let exact = Decimal::of(&number.to_string())?.aligned(&Decimal::of(bound)?);
    match exact {
        Some((one, other)) => Some(one.cmp(&other)),
        // As far apart as no integer is great.
        None => number.as_f64()?.partial_cmp(&bound.parse().ok()?),
    }
}

/// Whether `number` is a whole multiple of `divisor`, which is written as JSON writes it. `None` where that cannot be told.
pub(in crate::model) fn is_multiple(number: &Number, divisor: &str) -> Option<bool> {
    let (number, divisor) = Decimal::of(&number.to_string())?.aligned(&Decimal::of(divisor)?)?;
    Some(number.checked_rem(divisor)? == 0)
}

/// `1.0` is an integer, too (JSON Schema Core, 4.2.1).
pub(super) fn is_integer(number: &Number) -> bool {
    number.is_i64() || number.is_u64() || number.as_f64().is_some_and(|number| number.fract() == 0.0)
}
