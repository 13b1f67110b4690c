//! `format: duration` (RFC 3339, appendix A)

use super::rest::Rest;

pub(super) fn holds(text: &str) -> bool {
    read(text).is_some()
}

fn read(text: &str) -> Option<()> {
    let mut rest = Rest::of(text);
    rest.take(b"P")?;
    if rest.peek() != Some(b'T') {
        let mut weeks = rest;
        if weeks.digits().is_some() && weeks.take(b"W").is_some() {
            return weeks.is_empty().then_some(());
        }
        units(&mut rest, b"YMD")?;
    }
    if rest.take(b"T").is_some() {
        units(&mut rest, b"HMS")?;
    }
    rest.is_empty().then_some(())
}

/// Takes numbers with units, of which none is left out between two others.
fn units(rest: &mut Rest<'_>, units: &[u8]) -> Option<()> {
    rest.digits()?;
    let first = rest.next()?;
    let place = units.iter().position(|unit| *unit == first)?;
    for unit in units.iter().skip(place + 1) {
        if rest.peek().is_none_or(|next| next == b'T') {
            break;
        }
        rest.digits()?;
        rest.take(&[*unit])?;
    }
    Some(())
}
