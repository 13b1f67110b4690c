//! Values as plain text, as they stand in headers, texts and events.

use std::borrow::Cow;

use super::{Encode, to_vec};
use crate::decode::{Document, Token};

/// A value as text: a string as it is, anything else as JSON.
pub(crate) fn text<T: Encode + ?Sized>(value: &T) -> String {
    let json = to_vec(value);
    let string = Document::parse(&json).ok().and_then(|document| document.string(0).map(Cow::into_owned));
    // What is written is UTF-8.
    string.unwrap_or_else(|| String::from_utf8(json).unwrap_or_default())
}

/// A scalar as text: a string as it is, a number or a boolean as JSON. `None` for anything else.
pub(crate) fn scalar<'d>(document: &Document<'d>, index: u32) -> Option<Cow<'d, str>> {
    match document.token(index) {
        Token::Number { start, end } => Some(document.span(start, end).into()),
        Token::True => Some("true".into()),
        Token::False => Some("false".into()),
        _ => document.string(index),
    }
}
