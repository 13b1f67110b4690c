//! One value of a document, and the notes that are taken on the way.

use std::borrow::Cow;
use std::fmt;

use super::document::Document;
use super::locate;
use super::object::Object;
use super::token::Token;
use crate::problem::{Kind, Problem};

/// How many problems are reported; the rest is dropped.
const PROBLEMS: usize = 100;

/// One value of a document.
#[derive(Debug)]
pub struct Node<'c, 'd> {
    notes: &'c mut Notes<'d>,
    index: u32,
}

impl<'c, 'd> Node<'c, 'd> {
    pub(super) fn root(notes: &'c mut Notes<'d>) -> Self {
        Self { notes, index: 0 }
    }

    /// Another value of the same document.
    #[inline]
    pub(super) fn at(&mut self, index: u32) -> Node<'_, 'd> {
        Node { notes: self.notes, index }
    }

    #[inline]
    pub(super) fn document(&self) -> &'d Document<'d> {
        self.notes.document
    }

    #[inline]
    pub(super) fn index(&self) -> u32 {
        self.index
    }

    #[inline]
    pub(super) fn token(&self) -> Token {
        self.document().token(self.index)
    }

    /// The members of an object; `dict_type` where it is none.
    pub fn object(mut self) -> Option<Object<'c, 'd>> {
        match self.token() {
            Token::Object { length, .. } => Some(Object::new(self, length)),
            _ => self.refuse(Kind::DictType, format_args!("must be an object")),
        }
    }

    /// The text of a string; `string_type` where it is none, `string_unicode` where it stands for no text.
    pub fn string(&mut self) -> Option<Cow<'d, str>> {
        match self.document().string(self.index) {
            Some(text) => Some(text),
            None if self.token() == Token::HalfPair => self
                .refuse(Kind::StringUnicode, format_args!("must be text, without halves of surrogate pairs")),
            None => self.refuse(Kind::StringType, format_args!("must be a string")),
        }
    }

    /// Notes a problem with this value.
    #[cold]
    pub fn note(&mut self, kind: Kind, msg: fmt::Arguments<'_>) {
        self.notes.take(self.index, None, kind, msg);
    }

    /// Notes a problem with this value, which therefore is nothing.
    #[cold]
    pub fn refuse<T>(&mut self, kind: Kind, msg: fmt::Arguments<'_>) -> Option<T> {
        self.note(kind, msg);
        None
    }

    /// Notes that a member is not there.
    #[cold]
    pub(super) fn missing(&mut self, name: &'static str) {
        self.notes.take(self.index, Some(name), Kind::Missing, format_args!("is required"));
    }
}

/// What was found wrong so far.
#[derive(Debug)]
pub(super) struct Notes<'d> {
    document: &'d Document<'d>,
    notes: Vec<Noted>,
}

/// What was found wrong with one value.
#[derive(Debug)]
pub(super) struct Noted {
    /// Of the value.
    pub(super) index: u32,
    /// Of the value's member that is not there.
    pub(super) member: Option<&'static str>,
    pub(super) kind: Kind,
    pub(super) msg: String,
}

impl<'d> Notes<'d> {
    pub(super) fn new(document: &'d Document<'d>) -> Self {
        let mut notes = Self { document, notes: Vec::new() };
        for index in document.repeated() {
            notes.take(*index, None, Kind::Repeated, format_args!("must be there once"));
        }
        notes
    }

    pub(super) fn is_empty(&self) -> bool {
        self.notes.is_empty()
    }

    #[cold]
    fn take(&mut self, index: u32, member: Option<&'static str>, kind: Kind, msg: fmt::Arguments<'_>) {
        if self.notes.len() < PROBLEMS {
            self.notes.push(Noted { index, member, kind, msg: msg.to_string() });
        }
    }

    /// What was found wrong, in the order of the document.
    #[cold]
    pub(super) fn located(mut self) -> Vec<Problem> {
        self.notes.sort_by_key(|noted| noted.index);
        locate::problems(self.document, self.notes)
    }
}
