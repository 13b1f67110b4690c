//! From bytes to tokens (RFC 8259).

mod number;
mod string;

use super::names::Names;
use super::token::Token;
use crate::problem::{Kind, Problem, Step};

pub(super) use number::is_number;

/// How deep containers may be nested (RFC 8259, section 9).
const DEPTH: usize = 128;

/// Why the text is not JSON: what was expected, or what is wrong. The scanner stands at the place.
type Fault = &'static str;

/// What a body consists of.
#[derive(Debug)]
pub(super) struct Scanned {
    pub(super) tokens: Vec<Token>,
    pub(super) repeated: Vec<u32>,
}

/// Scans a whole body.
pub(super) fn body(body: &[u8]) -> Result<(&str, Scanned), Problem> {
    if u32::try_from(body.len()).is_err() {
        return Err(Problem::new::<Step>(Kind::JsonInvalid, [], "must be shorter than 4 GiB"));
    }
    let text = match str::from_utf8(body) {
        Ok(text) => text,
        Err(error) => return Err(invalid(body, error.valid_up_to(), "must be UTF-8")),
    };
    let mut scanner = Scanner::new(text);
    match scanner.whole() {
        Ok(()) => Ok((text, Scanned { tokens: scanner.tokens, repeated: scanner.names.repeated() })),
        Err(fault) => Err(invalid(body, scanner.position() as usize, fault)),
    }
}

/// The problem at a byte, told by line and column, both from 1; a column is a code point.
#[cold]
fn invalid(body: &[u8], position: usize, fault: Fault) -> Problem {
    let before = body.get(..position).unwrap_or(body);
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    let column = String::from_utf8_lossy(before.get(start..).unwrap_or_default()).chars().count() + 1;
    Problem::new::<Step>(Kind::JsonInvalid, [], format_args!("line {line}, column {column}: {fault}"))
}

struct Scanner<'d> {
    text: &'d str,
    rest: &'d [u8],
    tokens: Vec<Token>,
    names: Names,
}

impl<'d> Scanner<'d> {
    fn new(text: &'d str) -> Self {
        // a token for every eight bytes is more than most bodies have
        let tokens = Vec::with_capacity(text.len() / 8 + 8);
        Self { text, rest: text.as_bytes(), tokens, names: Names::default() }
    }

    /// How many bytes were read.
    fn position(&self) -> u32 {
        (self.text.len() - self.rest.len()) as u32
    }

    /// The index of the next token.
    fn next(&self) -> u32 {
        self.tokens.len() as u32
    }

    fn whole(&mut self) -> Result<(), Fault> {
        self.value(DEPTH)?;
        match self.peek() {
            None => Ok(()),
            Some(_) => Err("expected the end of the text"),
        }
    }

    /// The next byte that is no white space.
    fn peek(&mut self) -> Option<u8> {
        loop {
            match self.rest {
                [b' ' | b'\n' | b'\r' | b'\t', rest @ ..] => self.rest = rest,
                [byte, ..] => return Some(*byte),
                [] => return None,
            }
        }
    }

    /// Steps over the byte that was peeked at.
    fn step(&mut self) {
        if let [_, rest @ ..] = self.rest {
            self.rest = rest;
        }
    }

    /// Reads one value. `depth` is how many containers may still be entered.
    fn value(&mut self, depth: usize) -> Result<(), Fault> {
        match self.peek() {
            Some(b'"') => {
                let token = self.string()?;
                self.tokens.push(token);
                Ok(())
            }
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b'{') => self.object(depth),
            Some(b'[') => self.array(depth),
            Some(b't') => self.word(b"true", Token::True),
            Some(b'f') => self.word(b"false", Token::False),
            Some(b'n') => self.word(b"null", Token::Null),
            _ => Err("expected a value"),
        }
    }

    fn word(&mut self, word: &[u8], token: Token) -> Result<(), Fault> {
        self.rest = self.rest.strip_prefix(word).ok_or("expected a value")?;
        self.tokens.push(token);
        Ok(())
    }

    fn number(&mut self) -> Result<(), Fault> {
        let start = self.position();
        number::scan(&mut self.rest)?;
        self.tokens.push(Token::Number { start, end: self.position() });
        Ok(())
    }

    fn array(&mut self, depth: usize) -> Result<(), Fault> {
        let (array, depth) = self.enter(depth)?;
        let mut length = 0;
        if self.peek() != Some(b']') {
            loop {
                self.value(depth)?;
                length += 1;
                match self.peek() {
                    Some(b',') => self.step(),
                    Some(b']') => break,
                    _ => return Err("expected ',' or ']'"),
                }
            }
        }
        self.leave(array, Token::Array { length, after: self.next() });
        Ok(())
    }

    fn object(&mut self, depth: usize) -> Result<(), Fault> {
        let (object, depth) = self.enter(depth)?;
        let mut length = 0;
        if self.peek() != Some(b'}') {
            loop {
                self.name()?;
                self.value(depth)?;
                length += 1;
                match self.peek() {
                    Some(b',') => self.step(),
                    Some(b'}') => break,
                    _ => return Err("expected ',' or '}'"),
                }
            }
        }
        self.leave(object, Token::Object { length, after: self.next() });
        Ok(())
    }

    /// The name of a member, and its colon.
    fn name(&mut self) -> Result<(), Fault> {
        if self.peek() != Some(b'"') {
            return Err("expected a name in quotes");
        }
        let token = self.string()?;
        if token == Token::HalfPair {
            return Err("a name must not have half a surrogate pair");
        }
        self.tokens.push(token);
        if self.peek() != Some(b':') {
            return Err("expected ':'");
        }
        self.step();
        Ok(())
    }

    /// Steps into a container, whose token is known when it is left.
    fn enter(&mut self, depth: usize) -> Result<(usize, usize), Fault> {
        let depth = depth.checked_sub(1).ok_or("nested too deeply")?;
        self.step();
        let container = self.tokens.len();
        self.tokens.push(Token::Null);
        Ok((container, depth))
    }

    fn leave(&mut self, container: usize, token: Token) {
        self.step();
        if let Some(place) = self.tokens.get_mut(container) {
            *place = token;
        }
    }
}
