//! Strings (RFC 8259, section 7).

use super::{Fault, Scanner};
use crate::decode::text;
use crate::decode::token::Token;

impl Scanner<'_> {
    /// Reads a string or a name; the next byte is its quote.
    pub(super) fn string(&mut self) -> Result<(), Fault> {
        let start = self.at + 1;
        let end = start + text::plain(self.from(start));
        if self.bytes.get(end) != Some(&b'"') {
            return self.with_escapes(start, end);
        }
        self.document.tokens.push(Token::Plain { start: start as u32, end: end as u32 });
        self.at = end + 1;
        Ok(())
    }

    /// The same from the first byte on that does not stand for itself.
    #[cold]
    fn with_escapes(&mut self, start: usize, at: usize) -> Result<(), Fault> {
        self.at = at;
        let mut is_text = true;
        loop {
            match self.from(self.at) {
                [b'"', ..] => break,
                [b'\\', b'u', ..] => is_text &= self.code_point()?,
                [b'\\', b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't', ..] => self.at += 2,
                [b'\\', ..] => return Err(Fault::Escape),
                [_, ..] => return Err(Fault::Control),
                [] => return Err(Fault::Quote),
            }
            self.at += text::plain(self.from(self.at));
        }
        let (start, end) = (start as u32, self.at as u32);
        self.document.tokens.push(if is_text { Token::Escaped { start, end } } else { Token::HalfPair });
        self.at += 1;
        Ok(())
    }

    /// Reads an escaped code point; the next bytes are `\u`. Whether it is one, and not half a surrogate pair.
    fn code_point(&mut self) -> Result<bool, Fault> {
        match self.unit()? {
            0xD800..0xDC00 if self.from(self.at).starts_with(b"\\u") => {
                let second = self.at;
                if matches!(self.unit()?, 0xDC00..0xE000) {
                    return Ok(true);
                }
                // no part of this pair, but perhaps the first half of another
                self.at = second;
                Ok(false)
            }
            0xD800..0xE000 => Ok(false),
            _ => Ok(true),
        }
    }

    /// Reads an escaped unit of UTF-16.
    fn unit(&mut self) -> Result<u32, Fault> {
        let digits = self.from(self.at + 2).first_chunk::<4>();
        let digit = |unit, digit: &u8| Some(unit << 4 | char::from(*digit).to_digit(16)?);
        let unit = digits.and_then(|digits| digits.iter().try_fold(0, digit)).ok_or(Fault::Hexadecimal)?;
        self.at += 6;
        Ok(unit)
    }
}
