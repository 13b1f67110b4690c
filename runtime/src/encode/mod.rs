//! Writing JSON (RFC 8259).
//!
//! [`Encode`] is the mirror of [`Decode`](crate::decode::Decode): a type writes itself, member by member, into the
//! bytes of a response. Nothing is built in between.

mod escape;
mod number;
mod text;
mod value;
mod writer;

#[cfg(test)]
mod tests;

pub(crate) use text::{scalar, text};
pub use writer::{Array, Object, Writer};

/// What can be written as JSON.
pub trait Encode {
    /// Writes exactly one JSON value.
    fn encode(&self, writer: &mut Writer);
}

/// A value as JSON, without white space.
pub fn to_vec<T: Encode + ?Sized>(value: &T) -> Vec<u8> {
    let mut writer = Writer::new();
    value.encode(&mut writer);
    writer.into_bytes()
}
