//! The number that a text is, exactly.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::iter;

/// A number as JSON writes it, taken apart without loss: `0.d₁d₂d₃… × 10^point`.
///
/// Two texts of one number are the same here: `1`, `1.0` and `10e-1`. An exponent of more than 38 digits is as far off
/// as can be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Decimal<'t> {
    negative: bool,
    /// The digits, of which neither the first nor the last is 0; they are in two parts.
    before: &'t [u8],
    behind: &'t [u8],
    point: i128,
}

impl<'t> Decimal<'t> {
    /// Takes a number apart. What is no number of JSON is any number.
    pub(crate) fn of(number: &'t str) -> Self {
        let magnitude = number.strip_prefix('-').unwrap_or(number);
        let (mantissa, exponent) = magnitude.split_once(['e', 'E']).unwrap_or((magnitude, "0"));
        let (before, behind) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let point = (before.len() as i128).saturating_add(saturating(exponent));
        let (before, skipped) = without_leading(before);
        let (behind, more) = if before.is_empty() { without_leading(behind) } else { (behind, 0) };
        let behind = behind.trim_end_matches('0');
        let before = if behind.is_empty() { before.trim_end_matches('0') } else { before };
        let zero = before.is_empty() && behind.is_empty();
        Self {
            negative: !zero && number.starts_with('-'),
            before: before.as_bytes(),
            behind: behind.as_bytes(),
            point: if zero { 0 } else { point.saturating_sub(skipped + more) },
        }
    }

    /// Whether there is no fraction.
    pub(crate) fn is_integer(&self) -> bool {
        self.length() <= self.point
    }

    /// The integer that it is; `None` for a fraction and for more than 37 digits.
    pub(crate) fn as_i128(&self) -> Option<i128> {
        let digits = usize::try_from(self.point).ok().filter(|point| *point <= 37 && self.is_integer())?;
        let all = self.digits().chain(iter::repeat(b'0')).take(digits);
        let magnitude = all.fold(0, |all, digit| all * 10 + value(digit)) as i128;
        Some(if self.negative { -magnitude } else { magnitude })
    }

    /// Whether this is a whole number of times `divisor`, which has 37 digits at most: of more, nothing but 0 is.
    pub(crate) fn is_multiple_of(&self, divisor: &Decimal<'_>) -> bool {
        if self.length() == 0 {
            return true;
        }
        // Both are integers once the decimal point is behind the last digit of the divisor. Were there still a fraction
        // here, nothing could be made of it: a multiple of an integer has none.
        let shift = self.last_place().saturating_sub(divisor.last_place());
        let Some(modulus) = divisor.integer().filter(|_| shift >= 0) else {
            return false;
        };
        // with so many zeros there are all the twos and fives that the divisor has; more change nothing
        let enough = 4 * (divisor.before.len() + divisor.behind.len());
        self.remainder(usize::try_from(shift).unwrap_or(enough).min(enough), modulus) == 0
    }

    /// What is left of the digits, with zeros behind them, when they are divided.
    fn remainder(&self, zeros: usize, modulus: u128) -> u128 {
        let digits = self.digits().chain(iter::repeat_n(b'0', zeros));
        digits.fold(0, |rest, digit| (rest * 10 + value(digit)) % modulus)
    }

    /// The digits as an integer, which is not 0 and leaves room for one digit more.
    fn integer(&self) -> Option<u128> {
        (1..=37).contains(&self.length()).then(|| self.digits().fold(0, |all, digit| all * 10 + value(digit)))
    }

    /// The power of ten that the last digit counts.
    fn last_place(&self) -> i128 {
        self.point.saturating_sub(self.length())
    }

    fn length(&self) -> i128 {
        (self.before.len() + self.behind.len()) as i128
    }

    fn digits(&self) -> impl Iterator<Item = u8> {
        self.before.iter().chain(self.behind).copied()
    }

    fn magnitude(&self, other: &Self) -> Ordering {
        match (self.length(), other.length()) {
            (0, 0) => Ordering::Equal,
            (0, _) => Ordering::Less,
            (_, 0) => Ordering::Greater,
            _ => self.point.cmp(&other.point).then_with(|| self.digits().cmp(other.digits())),
        }
    }
}

fn value(digit: u8) -> u128 {
    u128::from(digit.wrapping_sub(b'0'))
}

fn without_leading(digits: &str) -> (&str, i128) {
    let rest = digits.trim_start_matches('0');
    (rest, (digits.len() - rest.len()) as i128)
}

fn saturating(exponent: &str) -> i128 {
    exponent.parse().unwrap_or(if exponent.starts_with('-') { i128::MIN } else { i128::MAX })
}

impl Ord for Decimal<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.negative, other.negative) {
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
            (false, false) => self.magnitude(other),
            (true, true) => other.magnitude(self),
        }
    }
}

impl PartialOrd for Decimal<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Decimal<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal<'_> {}

impl Hash for Decimal<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.negative.hash(state);
        self.point.hash(state);
        for digit in self.digits() {
            state.write_u8(digit);
        }
        state.write_u8(0);
    }
}
