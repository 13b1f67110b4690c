//! Numbers (RFC 8259, section 6).

use super::Fault;

/// Whether a text is a number as JSON writes it, with nothing around it.
pub(in crate::decode) fn is_number(text: &str) -> bool {
    let mut rest = text.as_bytes();
    scan(&mut rest).is_ok() && rest.is_empty()
}

/// Steps over a number. On a fault `rest` begins where a digit is missing.
pub(super) fn scan(rest: &mut &[u8]) -> Result<(), Fault> {
    if let [b'-', after @ ..] = *rest {
        *rest = after;
    }
    match *rest {
        [b'0', after @ ..] => *rest = after,
        _ => digits(rest)?,
    }
    if let [b'.', after @ ..] = *rest {
        *rest = after;
        digits(rest)?;
    }
    if let [b'e' | b'E', after @ ..] = *rest {
        *rest = match after {
            [b'+' | b'-', digits @ ..] => digits,
            digits => digits,
        };
        digits(rest)?;
    }
    Ok(())
}

/// Steps over one or more digits.
fn digits(rest: &mut &[u8]) -> Result<(), Fault> {
    let [b'0'..=b'9', after @ ..] = *rest else {
        return Err("expected a digit");
    };
    *rest = after;
    while let [b'0'..=b'9', after @ ..] = *rest {
        *rest = after;
    }
    Ok(())
}
