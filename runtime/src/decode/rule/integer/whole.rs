//! The integer that a number is, exactly

/// What a number is as an integer of 64 bits.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Whole {
    Fits(i64),
    Fraction,
    TooSmall,
    TooGreat,
}

/// Reads a number as JSON writes it.
pub(super) fn read(number: &str) -> Whole {
    match number.parse() {
        Ok(whole) => Whole::Fits(whole),
        Err(_) => exact(number),
    }
}

/// The same, for a number with a fraction, an exponent, or more than 64 bits.
#[cold]
fn exact(number: &str) -> Whole {
    let (negative, number) = match number.strip_prefix('-') {
        Some(number) => (true, number),
        None => (false, number),
    };
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let (before, behind) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let behind = behind.trim_end_matches('0');

    // the decimal point stands behind so many digits when the exponent is worked in
    let point = (before.len() as i64).saturating_add(saturating(exponent));
    let mut digits = before.bytes().chain(behind.bytes()).map(|digit| i64::from(digit - b'0'));
    let mut whole = 0i64;
    let mut place = 0;
    // downwards, because there is one negative number more
    while place < point {
        let digit = match digits.next() {
            Some(digit) => digit,
            None if whole == 0 => break,
            None => 0,
        };
        match whole.checked_mul(10).and_then(|whole| whole.checked_sub(digit)) {
            Some(next) => whole = next,
            None if point < (before.len() + behind.len()) as i64 && any_left(digits, point, place) => {
                return Whole::Fraction;
            }
            None => return if negative { Whole::TooSmall } else { Whole::TooGreat },
        }
        place += 1;
    }
    if digits.any(|digit| digit != 0) {
        return Whole::Fraction;
    }
    match (negative, whole.checked_neg()) {
        (true, _) => Whole::Fits(whole),
        (false, Some(whole)) => Whole::Fits(whole),
        (false, None) => Whole::TooGreat,
    }
}

fn any_left(digits: impl Iterator<Item = i64>, point: i64, place: i64) -> bool {
    digits.skip((point - place - 1) as usize).any(|digit| digit != 0)
}

/// An exponent; one that does not fit is as far off as can be.
fn saturating(exponent: &str) -> i64 {
    exponent.parse().unwrap_or(if exponent.starts_with('-') { i64::MIN } else { i64::MAX })
}
