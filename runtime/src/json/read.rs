//! From a scanned body to a value.

use std::borrow::Cow;

use super::{Json, Number};
use crate::decode::{Decode, DecodeText, Document, Node, Note, Token};
use crate::problem::Kind;

/// Anything that is JSON; `string_unicode` where a string stands for no text.
impl Decode for Json {
    fn decode(mut node: Node<'_, '_>) -> Option<Self> {
        let (document, index) = (node.document(), node.index());
        let value = built(document, index);
        if value.is_none() {
            half_pairs(document, index, |half| {
                node.note_at(half, None, Kind::StringUnicode, format_args!("must not have half a character"));
            });
        }
        value
    }
}

/// Text is a string, whatever it looks like.
impl DecodeText for Json {
    fn decode_text(text: Cow<'_, str>, _: Note<'_>) -> Option<Self> {
        Some(Self::String(text.into_owned()))
    }
}

/// Finds the strings in a value that stand for no text.
pub(crate) fn half_pairs(document: &Document<'_>, index: u32, mut found: impl FnMut(u32)) {
    let values = index..document.after(index);
    values.filter(|value| document.token(*value) == Token::HalfPair).for_each(&mut found);
}

/// The value; `None` where a string in it stands for no text.
pub(crate) fn built(document: &Document<'_>, index: u32) -> Option<Json> {
    Some(match document.token(index) {
        Token::Null => Json::Null,
        Token::True => Json::Bool(true),
        Token::False => Json::Bool(false),
        Token::Number { start, end } => Json::Number(Number::scanned(document.span(start, end))),
        Token::Plain { .. } | Token::Escaped { .. } | Token::HalfPair => {
            Json::String(document.string(index)?.into_owned())
        }
        Token::Array { .. } => {
            Json::Array(document.items(index).map(|item| built(document, item)).collect::<Option<_>>()?)
        }
        Token::Object { .. } => {
            let member = |name| Some((document.string(name)?.into_owned(), built(document, name + 1)?));
            Json::Object(document.members(index).map(member).collect::<Option<_>>()?)
        }
    })
}
