//! From bytes to tokens (RFC 8259).

mod container;
mod fault;
mod names;
mod number;
mod string;

use super::document::Document;
use super::token::Token;
use crate::problem::{Kind, Problem, Step};
use fault::Fault;

pub(crate) use number::is_number;

/// How deep containers may be nested (RFC 8259, section 9).
const DEPTH: usize = 128;

/// Scans a whole body.
pub(super) fn scan(body: &[u8]) -> Result<Document<'_>, Problem> {
    if u32::try_from(body.len()).is_err() {
        return Err(Problem::new::<Step>(Kind::JsonInvalid, [], "must be shorter than 4 GiB"));
    }
    let text = str::from_utf8(body).map_err(|error| invalid(body, error.valid_up_to(), Fault::Utf8))?;
    let mut scanner = Scanner::new(text);
    match scanner.whole() {
        Ok(()) => Ok(scanner.document),
        Err(fault) => Err(invalid(body, scanner.at, fault)),
    }
}

/// The problem at a byte, told by line and column, both from 1; a column is a code point.
#[cold]
fn invalid(body: &[u8], at: usize, fault: Fault) -> Problem {
    let before = body.get(..at).unwrap_or(body);
    let lines = before.split(|byte| *byte == b'\n');
    let column = lines.clone().next_back().map(|line| String::from_utf8_lossy(line).chars().count() + 1);
    let place = format_args!("line {}, column {}: {fault}", lines.count(), column.unwrap_or(1)).to_string();
    Problem::new::<Step>(Kind::JsonInvalid, [], place)
}

struct Scanner<'d> {
    bytes: &'d [u8],
    /// How many bytes were read.
    at: usize,
    /// What was read.
    document: Document<'d>,
}

impl<'d> Scanner<'d> {
    fn new(text: &'d str) -> Self {
        // a token for every eight bytes is more than most bodies have
        let tokens = Vec::with_capacity(text.len() / 8 + 8);
        Self { bytes: text.as_bytes(), at: 0, document: Document { text, tokens, repeated: Vec::new() } }
    }

    fn whole(&mut self) -> Result<(), Fault> {
        self.value(DEPTH)?;
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(Fault::End),
        }
    }

    /// The next byte that is no white space.
    #[inline]
    fn peek(&mut self) -> Option<u8> {
        loop {
            let byte = *self.bytes.get(self.at)?;
            if byte > b' ' || !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return Some(byte);
            }
            self.at += 1;
        }
    }

    /// The bytes from `at` on.
    #[inline]
    fn from(&self, at: usize) -> &'d [u8] {
        self.bytes.get(at..).unwrap_or_default()
    }

    /// Reads one value. `depth` is how many containers may still be entered.
    // part of the loops over members and items, which saves a call for each value
    #[inline(always)]
    fn value(&mut self, depth: usize) -> Result<(), Fault> {
        match self.peek() {
            Some(b'"') => self.string(),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b'{') => self.object(depth),
            Some(b'[') => self.array(depth),
            Some(b't') => self.word(b"true", Token::True),
            Some(b'f') => self.word(b"false", Token::False),
            Some(b'n') => self.word(b"null", Token::Null),
            _ => Err(Fault::Value),
        }
    }

    #[inline]
    fn word(&mut self, word: &[u8], token: Token) -> Result<(), Fault> {
        if !self.from(self.at).starts_with(word) {
            return Err(Fault::Value);
        }
        self.at += word.len();
        self.document.tokens.push(token);
        Ok(())
    }
}
