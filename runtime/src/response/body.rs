//! The content of a response: bytes that are there, or what gives them one after the other.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http_body::{Body, Frame, SizeHint};

use crate::binary::Reader;
use crate::body::BoxError;

/// The content of a response.
#[derive(Default)]
pub struct ResponseBody(Inner);

/// In boxes, so that a response of bytes, as nearly all are, is no greater for the others.
enum Inner {
    Bytes(Bytes),
    Flow(Box<Flow>),
}

impl Default for Inner {
    fn default() -> Self {
        Self::Bytes(Bytes::new())
    }
}

/// Bytes as they come.
pub(crate) type Chunks = Pin<Box<dyn Stream<Item = Result<Bytes, BoxError>> + Send>>;

/// Where bytes come from that are not there yet.
pub(crate) enum Source {
    Chunks(Chunks),
    Reader(Reader),
}

/// Content that is not there yet, and how much of it is left, where that is known.
struct Flow {
    source: Source,
    left: Option<u64>,
}

impl ResponseBody {
    /// What `source` gives: as many bytes as `length` says, or until it ends.
    pub(crate) fn of(source: Source, length: Option<u64>) -> Self {
        Self(Inner::Flow(Box::new(Flow { source, left: length })))
    }

    /// How many bytes are left to send, where that is known.
    pub(super) fn len(&self) -> Option<u64> {
        match &self.0 {
            Inner::Bytes(bytes) => Some(bytes.len() as u64),
            Inner::Flow(flow) => flow.left,
        }
    }

    /// How many bytes there are, where any part of them can be had.
    pub(crate) fn divisible(&self) -> Option<u64> {
        match &self.0 {
            Inner::Flow(flow) if matches!(flow.source, Source::Chunks(_)) => None,
            _ => self.len(),
        }
    }

    /// `length` bytes of it, from `start` on, both of which are within what is [divisible](Self::divisible).
    pub(crate) fn part(self, start: u64, length: u64) -> Self {
        Self(match self.0 {
            Inner::Bytes(mut bytes) => {
                bytes.truncate(usize::try_from(start.saturating_add(length)).unwrap_or(usize::MAX));
                let start = usize::try_from(start).unwrap_or(usize::MAX).min(bytes.len());
                Inner::Bytes(bytes.split_off(start))
            }
            Inner::Flow(mut flow) => {
                if let Source::Reader(reader) = &mut flow.source {
                    reader.seek(start);
                    flow.left = Some(length);
                }
                Inner::Flow(flow)
            }
        })
    }

    /// The bytes, where they are there.
    pub(crate) fn bytes(&self) -> Option<&[u8]> {
        match &self.0 {
            Inner::Bytes(bytes) => Some(bytes),
            Inner::Flow(_) => None,
        }
    }
}

impl Flow {
    fn poll_chunk(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, BoxError>>> {
        if self.left == Some(0) {
            return Poll::Ready(None);
        }
        let chunk = match &mut self.source {
            Source::Chunks(chunks) => ready!(chunks.as_mut().poll_next(context)),
            Source::Reader(reader) => ready!(reader.poll_chunk(context, self.left)),
        };
        let chunk = self.counted(chunk);
        if let Some(Err(error)) = &chunk {
            tracing::error!(%error, "the content of a response broke off");
            self.left = Some(0);
        }
        Poll::Ready(chunk)
    }

    /// The chunk, where it and its end keep to the length.
    fn counted(&mut self, chunk: Option<Result<Bytes, BoxError>>) -> Option<Result<Bytes, BoxError>> {
        let Some(left) = self.left else { return chunk };
        match chunk {
            Some(Ok(chunk)) => match left.checked_sub(chunk.len() as u64) {
                Some(rest) => {
                    self.left = Some(rest);
                    Some(Ok(chunk))
                }
                None => Some(Err("it is longer than it was said to be".into())),
            },
            None => Some(Err("it is shorter than it was said to be".into())),
            broken => broken,
        }
    }
}

impl From<Bytes> for ResponseBody {
    fn from(bytes: Bytes) -> Self {
        Self(Inner::Bytes(bytes))
    }
}

impl From<Vec<u8>> for ResponseBody {
    fn from(bytes: Vec<u8>) -> Self {
        Bytes::from(bytes).into()
    }
}

impl From<&'static [u8]> for ResponseBody {
    fn from(bytes: &'static [u8]) -> Self {
        Bytes::from_static(bytes).into()
    }
}

impl From<&'static str> for ResponseBody {
    fn from(text: &'static str) -> Self {
        text.as_bytes().into()
    }
}

impl Body for ResponseBody {
    type Data = Bytes;
    type Error = BoxError;

    #[inline]
    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        match &mut self.0 {
            Inner::Bytes(bytes) => {
                let bytes = std::mem::take(bytes);
                Poll::Ready((!bytes.is_empty()).then(|| Ok(Frame::data(bytes))))
            }
            Inner::Flow(flow) => flow.poll_chunk(context).map_ok(Frame::data),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.len() == Some(0)
    }

    fn size_hint(&self) -> SizeHint {
        self.len().map_or_else(SizeHint::new, SizeHint::with_exact)
    }
}

/// How long it is; what it says is nobody's business.
impl fmt::Debug for ResponseBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseBody").field("length", &self.len()).finish_non_exhaustive()
    }
}
