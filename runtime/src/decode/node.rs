//! One value of a document.

use std::borrow::Cow;
use std::fmt;

use super::document::Document;
use super::notes::Notes;
use super::object::Object;
use super::token::Token;
use crate::problem::Kind;

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
    pub(crate) fn document(&self) -> &'d Document<'d> {
        self.notes.document
    }

    #[inline]
    pub(crate) fn index(&self) -> u32 {
        self.index
    }

    #[inline]
    pub(crate) fn token(&self) -> Token {
        self.document().token(self.index)
    }

    /// The members of an object; `dict_type` where it is none.
    pub fn object(mut self) -> Option<Object<'c, 'd>> {
        match self.token() {
            Token::Object { length, after } => Some(Object::new(self, length, after)),
            _ => self.refuse(Kind::DictType, format_args!("must be an object")),
        }
    }

    /// The place of a discriminator's value among `tags`: what the member `property` is. At the union itself, it is
    /// `dict_type` where it is no object, `union_tag_not_found` where the member is not there, and `union_tag_invalid` where
    /// it is none of them.
    pub fn tag(&mut self, property: &str, tags: &'static [&'static str]) -> Option<usize> {
        let document = self.document();
        if !matches!(self.token(), Token::Object { .. }) {
            return self.refuse(Kind::DictType, format_args!("must be an object"));
        }
        let Some(name) = document.members(self.index).find(|name| document.is_name(*name, property)) else {
            return self.refuse(Kind::UnionTagNotFound, format_args!("must have the member {property:?}"));
        };
        let tag = tags.iter().position(|tag| document.is_name(name + 1, tag));
        if tag.is_none() {
            self.no_tag(property, tags);
        }
        tag
    }

    #[cold]
    fn no_tag(&mut self, property: &str, tags: &'static [&'static str]) {
        let tags: Vec<_> = tags.iter().map(|tag| format!("{tag:?}")).collect();
        let msg = format_args!("the member {property:?} must be one of {}", tags.join(", "));
        self.note(Kind::UnionTagInvalid, msg);
    }

    /// The text of a string; `string_type` where it is none, `string_unicode` where it stands for no text.
    pub fn string(&mut self) -> Option<Cow<'d, str>> {
        let text = self.document().string(self.index);
        if text.is_none() {
            self.no_string();
        }
        text
    }

    #[cold]
    fn no_string(&mut self) {
        match self.token() {
            Token::HalfPair => self.note(Kind::StringUnicode, format_args!("must not have half a character")),
            _ => self.note(Kind::StringType, format_args!("must be a string")),
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

    /// Notes a problem with another value of the same document, or with what belongs to it: a member that is not there.
    #[cold]
    pub(crate) fn note_at(
        &mut self,
        index: u32,
        member: Option<&'static str>,
        kind: Kind,
        msg: fmt::Arguments<'_>,
    ) {
        self.notes.take(index, member, kind, msg);
    }

    /// Notes that a member is not there.
    #[cold]
    pub(super) fn missing(&mut self, name: &'static str) {
        self.notes.take(self.index, Some(name), Kind::Missing, format_args!("is required"));
    }
}
