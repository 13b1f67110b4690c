//! A scanned body.

use std::borrow::Cow;
use std::iter;

use super::scan;
use super::text;
use super::token::Token;
use crate::problem::Problem;

/// A body whose syntax is known to be good: UTF-8, JSON, and not nested too deeply.
#[derive(Debug)]
pub struct Document<'d> {
    pub(super) text: &'d str,
    pub(super) tokens: Vec<Token>,
    /// The values of names that their object has before, once for each name; as many as are reported.
    pub(super) repeated: Vec<u32>,
}

impl<'d> Document<'d> {
    /// Scans a whole body: one value with white space around it.
    ///
    /// Otherwise one [`JsonInvalid`](crate::problem::Kind::JsonInvalid), whose message says line and column. Containers
    /// are nested 128 deep at most, and a body has less than 4 GiB.
    pub fn parse(body: &'d [u8]) -> Result<Self, Problem> {
        scan::scan(body)
    }

    #[inline]
    pub(crate) fn token(&self, index: u32) -> Token {
        // an index comes from a token, so there is one
        self.tokens.get(index as usize).copied().unwrap_or(Token::Null)
    }

    /// The token behind a value and all that is in it.
    #[inline]
    pub(crate) fn after(&self, index: u32) -> u32 {
        match self.token(index) {
            Token::Array { after, .. } | Token::Object { after, .. } => after,
            _ => index + 1,
        }
    }

    /// The names of the members of an object, of which `end` is behind the last value.
    pub(crate) fn names(&self, object: u32, end: u32) -> impl Iterator<Item = u32> + Clone {
        iter::successors(Some(object + 1), |name| Some(self.after(name + 1)))
            .take_while(move |name| *name < end)
    }

    /// How many tokens there are.
    pub(crate) fn tokens(&self) -> usize {
        self.tokens.len()
    }

    /// The items of an array; none of what is no array.
    pub(crate) fn items(&self, array: u32) -> impl Iterator<Item = u32> {
        let end = if matches!(self.token(array), Token::Array { .. }) { self.after(array) } else { array };
        iter::successors(Some(array + 1), |item| Some(self.after(*item))).take_while(move |item| *item < end)
    }

    /// The names of the members of an object; none of what is no object.
    pub(crate) fn members(&self, object: u32) -> impl Iterator<Item = u32> {
        let end =
            if matches!(self.token(object), Token::Object { .. }) { self.after(object) } else { object };
        self.names(object, end)
    }

    #[inline]
    pub(crate) fn span(&self, start: u32, end: u32) -> &'d str {
        // a span begins and ends at an ASCII character
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }

    /// Whether the token is this name.
    // always: members are found by it
    #[inline(always)]
    pub(crate) fn is_name(&self, index: u32, name: &str) -> bool {
        match self.token(index) {
            Token::Plain { start, end } => {
                (end - start) as usize == name.len()
                    && self.text.as_bytes().get(start as usize..end as usize) == Some(name.as_bytes())
            }
            Token::Escaped { start, end } => self.is_escaped(start, end, name),
            _ => false,
        }
    }

    #[cold]
    fn is_escaped(&self, start: u32, end: u32, name: &str) -> bool {
        text::unescape(self.span(start, end)) == name
    }

    /// The text of a string or a name.
    #[inline]
    pub(crate) fn string(&self, index: u32) -> Option<Cow<'d, str>> {
        match self.token(index) {
            Token::Plain { start, end } => Some(Cow::Borrowed(self.span(start, end))),
            Token::Escaped { start, end } => Some(Cow::Owned(text::unescape(self.span(start, end)))),
            _ => None,
        }
    }
}
