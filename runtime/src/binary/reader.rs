//! Reading a file, chunk by chunk.

use std::io::{self, SeekFrom};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use tokio::io::{AsyncRead, AsyncSeek, ReadBuf};

use crate::body::BoxError;

/// How much is read at once, at most.
const CHUNK: usize = 64 * 1024;

trait Seekable: AsyncRead + AsyncSeek + Send + Unpin {}

impl<R: AsyncRead + AsyncSeek + Send + Unpin> Seekable for R {}

/// What can be read from any place on.
pub(crate) struct Reader {
    inner: Box<dyn Seekable>,
    /// Where to go before reading on.
    wanted: Option<u64>,
    /// Whether it is on its way there.
    seeking: bool,
    buffer: Vec<u8>,
}

impl Reader {
    pub(super) fn new<R: AsyncRead + AsyncSeek + Send + Unpin + 'static>(reader: R) -> Self {
        Self { inner: Box::new(reader), wanted: None, seeking: false, buffer: Vec::new() }
    }

    /// Reads on from `start`.
    pub(crate) fn seek(&mut self, start: u64) {
        self.wanted = Some(start);
    }

    /// The next bytes, of which there are `left`; `None` at the end.
    pub(crate) fn poll_chunk(
        &mut self,
        context: &mut Context<'_>,
        left: Option<u64>,
    ) -> Poll<Option<Result<Bytes, BoxError>>> {
        ready!(self.poll_at_place(context))?;
        if self.buffer.is_empty() {
            let left = left.and_then(|left| usize::try_from(left).ok()).unwrap_or(CHUNK);
            self.buffer.resize(left.min(CHUNK), 0);
        }
        let mut buffer = ReadBuf::new(&mut self.buffer);
        ready!(Pin::new(&mut self.inner).poll_read(context, &mut buffer))?;
        let length = buffer.filled().len();
        let mut read = std::mem::take(&mut self.buffer);
        read.truncate(length);
        Poll::Ready((!read.is_empty()).then(|| Ok(read.into())))
    }

    fn poll_at_place(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        if let Some(start) = self.wanted {
            if !self.seeking {
                // What was begun before has to end first.
                ready!(Pin::new(&mut self.inner).poll_complete(context))?;
                Pin::new(&mut self.inner).start_seek(SeekFrom::Start(start))?;
                self.seeking = true;
            }
            ready!(Pin::new(&mut self.inner).poll_complete(context))?;
            self.wanted = None;
        }
        Poll::Ready(Ok(()))
    }
}
