//! Strings (RFC 8259, section 7).

use super::{Fault, Scanner};
use crate::decode::token::Token;

impl Scanner<'_> {
    /// Reads a string or a name; the next byte is its quote.
    pub(super) fn string(&mut self) -> Result<Token, Fault> {
        self.step();
        let start = self.position();
        self.skip_plain();
        let end = self.position();
        match self.rest {
            [b'"', rest @ ..] => {
                self.rest = rest;
                Ok(Token::Plain { start, end })
            }
            _ => self.with_escapes(start),
        }
    }

    /// The rest of a string from its first escape on.
    #[cold]
    fn with_escapes(&mut self, start: u32) -> Result<Token, Fault> {
        let mut text = true;
        loop {
            self.skip_plain();
            match self.rest {
                [b'"', rest @ ..] => {
                    let end = self.position();
                    self.rest = rest;
                    return Ok(if text { Token::Escaped { start, end } } else { Token::HalfPair });
                }
                [b'\\', b'u', rest @ ..] => {
                    self.rest = rest;
                    text &= self.code_point()?;
                }
                [b'\\', b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't', rest @ ..] => {
                    self.rest = rest
                }
                [b'\\', ..] => return Err("unknown escape"),
                [_, ..] => return Err("control characters must be escaped"),
                [] => return Err("expected a closing quote"),
            }
        }
    }

    /// The digits behind `\u`, of a pair all of them. Whether they are a code point, not half a pair.
    fn code_point(&mut self) -> Result<bool, Fault> {
        match self.unit()? {
            0xD800..0xDC00 => match self.rest {
                [b'\\', b'u', rest @ ..] => {
                    let second = self.rest;
                    self.rest = rest;
                    let pair = matches!(self.unit()?, 0xDC00..0xE000);
                    if !pair {
                        // it may be the first half of a pair itself, and is no part of this one
                        self.rest = second;
                    }
                    Ok(pair)
                }
                _ => Ok(false),
            },
            0xDC00..0xE000 => Ok(false),
            _ => Ok(true),
        }
    }

    fn unit(&mut self) -> Result<u32, Fault> {
        let (digits, rest) = self.rest.split_first_chunk::<4>().ok_or("expected four hexadecimal digits")?;
        let unit =
            digits.iter().try_fold(0, |unit, digit| Some(unit << 4 | char::from(*digit).to_digit(16)?));
        let unit = unit.ok_or("expected four hexadecimal digits")?;
        self.rest = rest;
        Ok(unit)
    }

    /// Skips to the next quote, backslash or control character.
    fn skip_plain(&mut self) {
        while let [byte, rest @ ..] = self.rest
            && *byte >= 0x20
            && *byte != b'"'
            && *byte != b'\\'
        {
            self.rest = rest;
        }
    }
}
