//! Bodies that are handed over as they come.

use std::error::Error;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Buf, Bytes};
use http::StatusCode;
use http_body::{Frame, SizeHint};

use crate::body::{Body, BoxError};

/// A body of a media type that the server does not read by itself, such as XML: its bytes, and what they are said to be.
///
/// Its schema is documentation.
#[derive(Clone, PartialEq, Eq)]
pub struct Content {
    /// The `Content-Type`, as it was sent: `text/xml; charset=iso-8859-1`. Where none was sent it is
    /// `application/octet-stream` (RFC 9110, 8.3).
    pub media_type: String,
    /// The bytes, as many as [`Server::max_body`](crate::Server::max_body) lets there be.
    pub bytes: Bytes,
}

/// A body that is read while the handler works on it, with at least one byte.
///
/// It has no more bytes than [`Uploads::max_body`](crate::Uploads::max_body); a longer one ends with
/// [`ReadError::TooLarge`]. It is an [`http_body::Body`] itself, so that it can be sent on.
pub struct ByteStream {
    media_type: String,
    first: Option<Bytes>,
    rest: Pin<Box<dyn http_body::Body<Data = Bytes, Error = BoxError> + Send>>,
    room: u64,
}

/// Why a body cannot be read to its end.
///
/// A handler that fails with it answers 413 or 400, as the server would.
#[derive(Debug)]
#[non_exhaustive]
pub enum ReadError {
    /// It is longer than the server lets it be.
    TooLarge,
    /// It broke off.
    Broken(BoxError),
}

impl ByteStream {
    /// `room` is how many bytes may follow on the first.
    pub(crate) fn new<B: Body>(media_type: String, first: Bytes, rest: Pin<Box<B>>, room: u64) -> Self {
        Self { media_type, first: Some(first), rest: Box::pin(Plain(rest)), room }
    }

    /// The `Content-Type`, as it was sent; `application/octet-stream` where none was (RFC 9110, 8.3).
    pub fn media_type(&self) -> &str {
        &self.media_type
    }

    /// The next bytes, at least one of them; `None` at the end.
    ///
    /// # Errors
    ///
    /// Where the body is too long or breaks off. Nothing follows then.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, ReadError> {
        loop {
            match poll_fn(|context| self.poll_chunk(context)).await? {
                Some(bytes) if bytes.is_empty() => {}
                other => return Ok(other),
            }
        }
    }

    /// All bytes that are left, in memory.
    ///
    /// # Errors
    ///
    /// Where the body is too long or breaks off.
    pub async fn bytes(mut self) -> Result<Bytes, ReadError> {
        let Some(first) = self.chunk().await? else { return Ok(Bytes::new()) };
        let Some(second) = self.chunk().await? else { return Ok(first) };
        let mut all = Vec::from(first);
        all.extend_from_slice(&second);
        while let Some(next) = self.chunk().await? {
            all.extend_from_slice(&next);
        }
        Ok(all.into())
    }

    fn poll_chunk(&mut self, context: &mut Context<'_>) -> Poll<Result<Option<Bytes>, ReadError>> {
        if let Some(first) = self.first.take() {
            return Poll::Ready(Ok(Some(first)));
        }
        loop {
            let frame = match ready!(self.rest.as_mut().poll_frame(context)) {
                None => return Poll::Ready(Ok(None)),
                Some(frame) => frame.map_err(ReadError::Broken)?,
            };
            let Ok(data) = frame.into_data() else { continue };
            let Some(room) = self.room.checked_sub(data.len() as u64) else {
                return Poll::Ready(Err(ReadError::TooLarge));
            };
            self.room = room;
            return Poll::Ready(Ok(Some(data)));
        }
    }
}

impl http_body::Body for ByteStream {
    type Data = Bytes;
    type Error = ReadError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, ReadError>>> {
        self.poll_chunk(context).map(|chunk| chunk.map(|bytes| bytes.map(Frame::data)).transpose())
    }

    fn is_end_stream(&self) -> bool {
        self.first.is_none() && self.rest.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        let (first, rest) = (self.first.as_ref().map_or(0, Bytes::len) as u64, self.rest.size_hint());
        let mut hint = SizeHint::new();
        if let Some(upper) = rest.upper() {
            hint.set_upper(upper.saturating_add(first));
        }
        hint.set_lower(rest.lower().saturating_add(first));
        hint
    }
}

/// Any body, whose data and errors are of one type.
struct Plain<B>(Pin<Box<B>>);

impl<B: Body> http_body::Body for Plain<B> {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let frame = ready!(self.0.as_mut().poll_frame(context));
        Poll::Ready(frame.map(|frame| match frame {
            Ok(frame) => Ok(frame.map_data(|mut data| data.copy_to_bytes(data.remaining()))),
            Err(error) => Err(error.into()),
        }))
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.0.size_hint()
    }
}

impl ReadError {
    /// The status that says it.
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Broken(_) => StatusCode::BAD_REQUEST,
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge => "the body is too long",
            Self::Broken(_) => "the body broke off",
        })
    }
}

impl Error for ReadError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::TooLarge => None,
            Self::Broken(error) => Some(&**error),
        }
    }
}

// What was sent may be secret.
impl fmt::Debug for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Content").field("bytes", &self.bytes.len()).finish_non_exhaustive()
    }
}

impl fmt::Debug for ByteStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ByteStream").finish_non_exhaustive()
    }
}
