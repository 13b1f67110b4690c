//! The buffer in which bodies are written.

use std::cell::Cell;

use bytes::Bytes;

use crate::encode::{Encode, Writer};

/// Bodies up to this length are copied out of the buffer, so that it stays; longer ones take it with them.
const SHORT: usize = 4096;

thread_local! {
    static BUFFER: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// A value as JSON.
///
/// A short body costs one allocation, of its own length, however often it grew while it was written.
pub(crate) fn json<T: Encode + ?Sized>(value: &T) -> Bytes {
    let mut writer = Writer::over(BUFFER.take());
    value.encode(&mut writer);
    let mut bytes = writer.into_bytes();
    if bytes.len() > SHORT {
        return bytes.into();
    }
    let body = Bytes::copy_from_slice(&bytes);
    bytes.clear();
    BUFFER.set(bytes);
    body
}
