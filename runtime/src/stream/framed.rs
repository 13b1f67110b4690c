//! Items, each in what tells it from the next.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

use super::Items;
use crate::body::BoxError;
use crate::encode::{Encode, Writer};
use crate::held::Held;
use crate::response::Chunks;

/// How one item is written.
pub(super) type Frame<T> = fn(&T, Option<Held>) -> Result<Vec<u8>, BoxError>;

/// JSON lines: each item ends with a line end, and has none within it.
pub(crate) fn json_lines<T: Encode + 'static>(items: Items<T>) -> Chunks {
    framed(items, |item, held| Ok(json(b"", item, held)))
}

/// A sequence of JSON texts ([RFC 7464, 2.2]): each item begins with a record separator and ends with a line end.
///
/// [RFC 7464, 2.2]: https://www.rfc-editor.org/rfc/rfc7464#section-2.2
pub(crate) fn json_sequence<T: Encode + 'static>(items: Items<T>) -> Chunks {
    framed(items, |item, held| Ok(json(b"\x1e", item, held)))
}

pub(super) fn framed<T: 'static>(items: Items<T>, frame: Frame<T>) -> Chunks {
    Box::pin(Framed { items, frame })
}

/// `before`, the item as JSON, and a line end.
fn json<T: Encode>(before: &[u8], item: &T, held: Option<Held>) -> Vec<u8> {
    let mut writer = Writer::over(before.to_vec());
    item.encode(&mut writer);
    let mut bytes = writer.into_bytes();
    if let Some(held) = held {
        held.tell(bytes.get(before.len()..).unwrap_or_default());
    }
    bytes.push(b'\n');
    bytes
}

struct Framed<T> {
    items: Items<T>,
    frame: Frame<T>,
}

impl<T> Stream for Framed<T> {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let item = ready!(self.items.poll_item(context));
        let (frame, held) = (self.frame, self.items.held);
        Poll::Ready(item.map(|item| frame(&item?, held).map(Bytes::from)))
    }
}
