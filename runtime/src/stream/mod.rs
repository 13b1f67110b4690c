//! Responses that are sent item by item.

mod event;
mod framed;
mod silence;

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use tokio::sync::mpsc::Receiver;

use crate::body::BoxError;
use crate::held::Held;
use crate::response::Chunks;
pub use event::Event;
pub(crate) use event::{events, text_events};
pub(crate) use framed::{json_lines, json_sequence};

/// The items of a response as they come: JSON lines, a sequence of JSON texts, or [`Event`]s.
///
/// It is made of any stream, of the receiving end of a channel, or of what is there already. A stream that fails ends the
/// connection, so that no client takes what it has for the whole; the error is logged and not shown.
///
/// ```
/// use specwright_runtime::Items;
///
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// let (sender, receiver) = tokio::sync::mpsc::channel(8);
/// tokio::spawn(async move { while sender.send(1).await.is_ok() {} });
/// let numbers: Items<i64> = receiver.into();
/// # });
/// ```
pub struct Items<T> {
    items: Pin<Box<dyn Stream<Item = Result<T, BoxError>> + Send>>,
    pub(crate) held: Option<Held>,
}

impl<T: 'static> Items<T> {
    /// What a stream gives, until it ends.
    pub fn new<S: Stream<Item = T> + Send + 'static>(stream: S) -> Self {
        Self::of(Good(Box::pin(stream)))
    }

    /// What a stream gives, until it ends or fails.
    pub fn fallible<S, E>(stream: S) -> Self
    where
        S: Stream<Item = Result<T, E>> + Send + 'static,
        E: Into<BoxError> + 'static,
    {
        Self::of(Fallible(Box::pin(stream)))
    }

    fn of<S: Stream<Item = Result<T, BoxError>> + Send + 'static>(items: S) -> Self {
        Self { items: Box::pin(items), held: None }
    }

    /// The same items, each of them held against a schema. See [`held!`](crate::held!).
    #[doc(hidden)]
    #[inline]
    pub fn held(self, held: Option<Held>) -> Self {
        Self { held, ..self }
    }
}

impl<T> Items<T> {
    fn poll_item(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, BoxError>>> {
        self.items.as_mut().poll_next(context)
    }
}

impl<T: Send + 'static> From<Receiver<T>> for Items<T> {
    fn from(receiver: Receiver<T>) -> Self {
        Self::new(Received(receiver))
    }
}

impl<T: Send + Unpin + 'static> From<Vec<T>> for Items<T> {
    fn from(items: Vec<T>) -> Self {
        items.into_iter().collect()
    }
}

impl<T: Send + Unpin + 'static> FromIterator<T> for Items<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::new(There(items.into_iter().collect::<Vec<T>>().into_iter()))
    }
}

/// What an item is, and when, is not known yet.
impl<T> fmt::Debug for Items<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").finish_non_exhaustive()
    }
}

/// A stream of bytes of any kind that may fail in any way.
pub(crate) fn bytes<S, B, E>(stream: S) -> Chunks
where
    S: Stream<Item = Result<B, E>> + Send + 'static,
    B: Into<Bytes>,
    E: Into<BoxError>,
{
    Box::pin(OfBytes(Box::pin(stream)))
}

struct Good<S>(Pin<Box<S>>);

impl<S: Stream> Stream for Good<S> {
    type Item = Result<S::Item, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.as_mut().poll_next(context).map(|item| item.map(Ok))
    }
}

struct Fallible<S>(Pin<Box<S>>);

impl<T, E: Into<BoxError>, S: Stream<Item = Result<T, E>>> Stream for Fallible<S> {
    type Item = Result<T, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.as_mut().poll_next(context).map_err(Into::into)
    }
}

struct OfBytes<S>(Pin<Box<S>>);

impl<B: Into<Bytes>, E: Into<BoxError>, S: Stream<Item = Result<B, E>>> Stream for OfBytes<S> {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0
            .as_mut()
            .poll_next(context)
            .map(|chunk| chunk.map(|chunk| chunk.map(Into::into).map_err(Into::into)))
    }
}

struct Received<T>(Receiver<T>);

impl<T> Stream for Received<T> {
    type Item = T;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<T>> {
        self.0.poll_recv(context)
    }
}

struct There<T>(std::vec::IntoIter<T>);

impl<T: Unpin> Stream for There<T> {
    type Item = T;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<T>> {
        Poll::Ready(self.0.next())
    }
}
