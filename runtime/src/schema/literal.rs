//! `const` and `enum`

use std::fmt;

use crate::decode::{Document, Token, is_number};
use crate::encode::{Encode, Writer};
use crate::json::Decimal;

/// A JSON value as static data.
#[derive(Debug)]
pub enum Literal {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as JSON writes it.
    Number(&'static str),
    /// A string.
    String(&'static str),
    /// An array.
    Array(&'static [Literal]),
    /// An object: the names of its members, of which no two are the same, and their values.
    Object(&'static [(&'static str, Literal)]),
}

impl Literal {
    /// Whether a value is this one (JSON Schema Core, section 4.2.2).
    pub(crate) fn is(&self, document: &Document<'_>, index: u32) -> bool {
        match (self, document.token(index)) {
            (Self::Null, Token::Null)
            | (Self::Bool(true), Token::True)
            | (Self::Bool(false), Token::False) => true,
            (Self::Number(number), Token::Number { start, end }) => {
                let sent = document.span(start, end);
                *number == sent || Decimal::of(number) == Decimal::of(sent)
            }
            (Self::String(text), _) => document.is_name(index, text),
            (Self::Array(items), Token::Array { length, .. }) => {
                items.len() == length as usize
                    && items.iter().zip(document.items(index)).all(|(item, sent)| item.is(document, sent))
            }
            (Self::Object(members), Token::Object { length, .. }) => {
                members.len() == length as usize
                    && document.members(index).all(|name| {
                        let member = members.iter().find(|(member, _)| document.is_name(name, member));
                        member.is_some_and(|(_, value)| value.is(document, name + 1))
                    })
            }
            _ => false,
        }
    }

    /// Whether a text stands for it, where it may be given as text.
    pub(crate) fn is_text(&self, text: &str) -> bool {
        match self {
            Self::String(own) => *own == text,
            Self::Number(own) => is_number(text) && Decimal::of(own) == Decimal::of(text),
            Self::Bool(own) => text == if *own { "true" } else { "false" },
            Self::Null | Self::Array(_) | Self::Object(_) => false,
        }
    }
}

impl Encode for Literal {
    fn encode(&self, writer: &mut Writer) {
        match self {
            Self::Null => writer.null(),
            Self::Bool(value) => writer.boolean(*value),
            Self::Number(number) => writer.number_text(number),
            Self::String(text) => writer.string(text),
            Self::Array(items) => items.encode(writer),
            Self::Object(members) => {
                let object = writer.object();
                members.iter().fold(object, |object, (name, value)| object.field(name, value)).end();
            }
        }
    }
}

impl fmt::Display for Literal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => write!(f, "{value}"),
            Self::Number(number) => f.write_str(number),
            Self::String(text) => write!(f, "{text:?}"),
            Self::Array(items) => write!(f, "[{}]", Literals(items)),
            Self::Object(members) => {
                f.write_str("{")?;
                for (place, (name, value)) in members.iter().enumerate() {
                    write!(f, "{}{name:?}: {value}", separator(place))?;
                }
                f.write_str("}")
            }
        }
    }
}

/// Values, one after the other.
pub(super) struct Literals(pub(super) &'static [Literal]);

impl fmt::Display for Literals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, literal) in self.0.iter().enumerate() {
            write!(f, "{}{literal}", separator(place))?;
        }
        Ok(())
    }
}

fn separator(place: usize) -> &'static str {
    if place == 0 { "" } else { ", " }
}
