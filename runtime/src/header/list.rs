//! Arrays, objects and JSON in header fields (OpenAPI, "Style Values", `simple`, and `content`).

use http::header::HeaderValue;

use crate::decode::Document;
use crate::encode::{self, Encode};

/// A scalar: a string as it is, a number or a boolean as JSON.
pub(crate) fn scalar<T: Encode + ?Sized>(value: &T) -> Option<HeaderValue> {
    let json = encode::to_vec(value);
    let document = Document::parse(&json).ok()?;
    let text = encode::scalar(&document, 0)?;
    HeaderValue::from_bytes(text.as_bytes()).ok()
}

/// The items of an array with commas between them, as in `a,b`.
///
/// `None` where an item cannot be sent, or has a comma in it, so that nobody could tell it from two.
pub(crate) fn list<T: Encode>(items: &[T]) -> Option<HeaderValue> {
    let mut text = Vec::new();
    for (index, item) in items.iter().enumerate() {
        push(&mut text, index, scalar(item)?.as_bytes())?;
    }
    HeaderValue::from_bytes(&text).ok()
}

/// The members of an object with commas between them: `a,1,b,2`, or exploded `a=1,b=2`.
///
/// `None` where a name or a value cannot be sent, or has one of those signs in it; where a member is an array, an object or
/// null.
pub(crate) fn object<T: Encode + ?Sized>(value: &T, explode: bool) -> Option<HeaderValue> {
    let json = encode::to_vec(value);
    let document = Document::parse(&json).ok()?;
    let mut text = Vec::new();
    for (index, name) in document.members(0).enumerate() {
        let value = encode::scalar(&document, name + 1)?;
        let name = document.string(name)?;
        if explode && name.contains('=') {
            return None;
        }
        push(&mut text, index, name.as_bytes())?;
        if explode {
            text.push(b'=');
            push(&mut text, 0, value.as_bytes())?;
        } else {
            push(&mut text, 1, value.as_bytes())?;
        }
    }
    HeaderValue::from_bytes(&text).ok()
}

/// A value as JSON.
pub(crate) fn json<T: Encode + ?Sized>(value: &T) -> Option<HeaderValue> {
    HeaderValue::from_bytes(&encode::to_vec(value)).ok()
}

fn push(text: &mut Vec<u8>, index: usize, part: &[u8]) -> Option<()> {
    if part.contains(&b',') {
        return None;
    }
    if index > 0 {
        text.push(b',');
    }
    text.extend_from_slice(part);
    Some(())
}
