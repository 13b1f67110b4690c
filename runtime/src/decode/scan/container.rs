//! Objects and arrays (RFC 8259, sections 4 and 5).

use super::names::Names;
use super::{Fault, Scanner};
use crate::decode::token::Token;

impl Scanner<'_> {
    /// Reads an array; the next byte is its bracket.
    pub(super) fn array(&mut self, depth: usize) -> Result<(), Fault> {
        let (array, depth) = self.enter(depth)?;
        let mut length = 0;
        if self.peek() != Some(b']') {
            loop {
                self.value(depth)?;
                length += 1;
                match self.peek() {
                    Some(b',') => self.at += 1,
                    Some(b']') => break,
                    _ => return Err(Fault::CommaOrBracket),
                }
            }
        }
        self.leave(array, Token::Array { length, after: self.document.tokens.len() as u32 });
        Ok(())
    }

    /// Reads an object; the next byte is its brace.
    pub(super) fn object(&mut self, depth: usize) -> Result<(), Fault> {
        let (object, depth) = self.enter(depth)?;
        let mut names = Names::of(object);
        let mut length = 0;
        if self.peek() != Some(b'}') {
            loop {
                self.name(&mut names, length)?;
                self.value(depth)?;
                length += 1;
                match self.peek() {
                    Some(b',') => self.at += 1,
                    Some(b'}') => break,
                    _ => return Err(Fault::CommaOrBrace),
                }
            }
        }
        if names.doubtful {
            self.find_repeated(object);
        }
        self.leave(object, Token::Object { length, after: self.document.tokens.len() as u32 });
        Ok(())
    }

    /// Reads the name of a member, and its colon.
    #[inline]
    fn name(&mut self, names: &mut Names, place: u32) -> Result<(), Fault> {
        if self.peek() != Some(b'"') {
            return Err(Fault::Name);
        }
        self.string()?;
        match self.document.tokens.last() {
            Some(Token::Plain { start, end }) => {
                names.add(&self.document, place, *start as usize, *end as usize)
            }
            Some(Token::HalfPair) => return Err(Fault::HalfPair),
            _ => names.doubtful = true,
        }
        match self.peek() {
            Some(b':') => self.at += 1,
            _ => return Err(Fault::Colon),
        }
        Ok(())
    }

    /// Steps into a container. Its token is known when it is left.
    fn enter(&mut self, depth: usize) -> Result<(usize, usize), Fault> {
        let depth = depth.checked_sub(1).ok_or(Fault::Depth)?;
        let container = self.document.tokens.len();
        self.document.tokens.push(Token::Null);
        self.at += 1;
        Ok((container, depth))
    }

    fn leave(&mut self, container: usize, token: Token) {
        self.at += 1;
        if let Some(place) = self.document.tokens.get_mut(container) {
            *place = token;
        }
    }
}
