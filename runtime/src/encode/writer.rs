//! The bytes of a response as they grow.

use std::collections::BTreeMap;

use super::{Encode, escape, number};

/// Writes JSON values one after the other.
#[derive(Debug, Default)]
pub struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    /// A writer that has written nothing.
    pub fn new() -> Self {
        // a small answer fits without growing
        Self { bytes: Vec::with_capacity(256) }
    }

    /// A writer that goes on where the bytes end.
    pub(crate) fn over(bytes: Vec<u8>) -> Self {
        Self { bytes }
    }

    /// What was written.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Begins an object.
    #[inline]
    pub fn object(&mut self) -> Object<'_> {
        Object { writer: self, before: b'{' }
    }

    /// Begins an array.
    #[inline]
    pub fn array(&mut self) -> Array<'_> {
        Array { writer: self, before: b'[' }
    }

    /// Writes a string.
    pub fn string(&mut self, value: &str) {
        self.bytes.push(b'"');
        escape::write(&mut self.bytes, value);
        self.bytes.push(b'"');
    }

    /// Writes an integer.
    pub fn integer(&mut self, value: i64) {
        number::signed(&mut self.bytes, value);
    }

    /// Writes an integer that is not negative.
    pub fn unsigned(&mut self, value: u64) {
        number::unsigned(&mut self.bytes, value);
    }

    /// Writes a number in as few digits as give it back; `null` for infinity and NaN, which JSON does not have.
    pub fn number(&mut self, value: f64) {
        number::float(&mut self.bytes, value);
    }

    /// Writes a number of single precision, as [`Writer::number`] does.
    pub fn float(&mut self, value: f32) {
        number::float(&mut self.bytes, value);
    }

    /// Writes a number that is JSON already.
    pub(crate) fn number_text(&mut self, number: &str) {
        self.bytes.extend_from_slice(number.as_bytes());
    }

    /// Writes `true` or `false`.
    pub fn boolean(&mut self, value: bool) {
        self.bytes.extend_from_slice(if value { b"true" } else { b"false" });
    }

    /// Writes `null`.
    pub fn null(&mut self) {
        self.bytes.extend_from_slice(b"null");
    }
}

/// An object whose members are being written.
#[derive(Debug)]
#[must_use = "an object is closed by `end`"]
pub struct Object<'w> {
    writer: &'w mut Writer,
    /// What comes before the next member: the opening brace or a comma.
    before: u8,
}

impl Object<'_> {
    /// Writes a member.
    #[inline]
    pub fn field<T: Encode + ?Sized>(mut self, name: &str, value: &T) -> Self {
        self.name(name);
        value.encode(self.writer);
        self
    }

    /// Writes a member, or nothing where there is no value.
    #[inline]
    pub fn optional<T: Encode>(self, name: &str, value: &Option<T>) -> Self {
        match value {
            Some(value) => self.field(name, value),
            None => self,
        }
    }

    /// Writes members whose names are not known before.
    pub fn rest<T: Encode>(self, members: &BTreeMap<String, T>) -> Self {
        members.iter().fold(self, |object, (name, value)| object.field(name, value))
    }

    /// Closes the object.
    #[inline]
    pub fn end(self) {
        if self.before == b'{' {
            self.writer.bytes.push(b'{');
        }
        self.writer.bytes.push(b'}');
    }

    fn name(&mut self, name: &str) {
        let bytes = &mut self.writer.bytes;
        bytes.extend_from_slice(&[self.before, b'"']);
        self.before = b',';
        escape::write(bytes, name);
        bytes.extend_from_slice(b"\":");
    }
}

/// An array whose items are being written.
#[derive(Debug)]
#[must_use = "an array is closed by `end`"]
pub struct Array<'w> {
    writer: &'w mut Writer,
    /// What comes before the next item: the opening bracket or a comma.
    before: u8,
}

impl Array<'_> {
    /// Writes an item.
    #[inline]
    pub fn item<T: Encode + ?Sized>(mut self, value: &T) -> Self {
        self.writer.bytes.push(self.before);
        self.before = b',';
        value.encode(self.writer);
        self
    }

    /// Closes the array.
    #[inline]
    pub fn end(self) {
        if self.before == b'[' {
            self.writer.bytes.push(b'[');
        }
        self.writer.bytes.push(b']');
    }
}
