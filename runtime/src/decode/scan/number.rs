//! Numbers (RFC 8259, section 6).

use super::{Fault, Scanner};
use crate::decode::token::Token;

/// Whether a text is a number as JSON writes it, with nothing around it.
pub(crate) fn is_number(text: &str) -> bool {
    end(text.as_bytes(), 0) == Ok(text.len())
}

impl Scanner<'_> {
    /// Reads a number; the next byte is its sign or its first digit.
    pub(super) fn number(&mut self) -> Result<(), Fault> {
        match end(self.bytes, self.at) {
            Ok(end) => {
                self.document.tokens.push(Token::Number { start: self.at as u32, end: end as u32 });
                self.at = end;
                Ok(())
            }
            Err(missing) => {
                self.at = missing;
                Err(Fault::Digit)
            }
        }
    }
}

/// Where a number ends; or where a digit is missing.
#[inline]
fn end(bytes: &[u8], start: usize) -> Result<usize, usize> {
    let mut at = start;
    if bytes.get(at) == Some(&b'-') {
        at += 1;
    }
    at = match bytes.get(at) {
        Some(b'0') => at + 1,
        _ => digits(bytes, at)?,
    };
    if bytes.get(at) == Some(&b'.') {
        at = digits(bytes, at + 1)?;
    }
    if let Some(b'e' | b'E') = bytes.get(at) {
        at += 1;
        if let Some(b'+' | b'-') = bytes.get(at) {
            at += 1;
        }
        at = digits(bytes, at)?;
    }
    Ok(at)
}

/// Where digits end, of which there must be one.
#[inline]
fn digits(bytes: &[u8], start: usize) -> Result<usize, usize> {
    let mut at = start;
    while bytes.get(at).is_some_and(u8::is_ascii_digit) {
        at += 1;
    }
    if at == start { Err(at) } else { Ok(at) }
}
