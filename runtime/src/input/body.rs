//! Reading the bytes of a body, within the server's limits.

use std::future::poll_fn;
use std::pin::Pin;

use bytes::{Buf, Bytes};
use http::HeaderMap;

use crate::body::Body;
use crate::content::ByteStream;
use crate::context::Context;
use crate::rejection::Rejection;

/// The bytes of a body, or `None` where it has none.
///
/// A body is not read where its length is known to be too great, and no further than to its first byte where it is not of
/// the wanted kind.
pub(super) async fn read<B: Body>(
    context: &Context,
    is_wanted: impl FnOnce(&HeaderMap) -> bool,
    body: B,
) -> Result<Option<Bytes>, Rejection> {
    let limit = context.served().max_body;
    if body.size_hint().lower() > limit as u64 {
        return Err(Rejection::ContentTooLarge);
    }
    let mut body = std::pin::pin!(body);
    let Some(first) = chunk(body.as_mut(), limit).await? else { return Ok(None) };
    if !is_wanted(context.headers()) {
        return Err(Rejection::UnsupportedMediaType);
    }
    let room = limit - first.len();
    let Some(second) = chunk(body.as_mut(), room).await? else { return Ok(Some(first)) };
    let mut all = Vec::from(first);
    all.extend_from_slice(&second);
    while let Some(next) = chunk(body.as_mut(), limit - all.len()).await? {
        all.extend_from_slice(&next);
    }
    Ok(Some(all.into()))
}

/// A body of the wanted kind, read to its first byte and with a limit of its own; `None` where it has no byte.
pub(super) async fn open<B: Body>(
    context: &Context,
    limit: u64,
    is_wanted: impl FnOnce(&HeaderMap) -> bool,
    body: B,
) -> Result<Option<Opened<B>>, Rejection> {
    if body.size_hint().lower() > limit {
        return Err(Rejection::ContentTooLarge);
    }
    let mut rest = Box::pin(body);
    let room = usize::try_from(limit).unwrap_or(usize::MAX);
    let Some(first) = chunk(rest.as_mut(), room).await? else { return Ok(None) };
    if !is_wanted(context.headers()) {
        return Err(Rejection::UnsupportedMediaType);
    }
    let room = limit - first.len() as u64;
    Ok(Some(Opened { first: Some(first), rest, room }))
}

/// A body that has at least one byte.
pub(crate) struct Opened<B> {
    first: Option<Bytes>,
    rest: Pin<Box<B>>,
    /// How many bytes may still come.
    room: u64,
}

impl<B: Body> Opened<B> {
    /// The next bytes, at least one of them.
    #[cfg(feature = "multipart")]
    pub(crate) async fn chunk(&mut self) -> Result<Option<Bytes>, Rejection> {
        if let Some(first) = self.first.take() {
            return Ok(Some(first));
        }
        let room = usize::try_from(self.room).unwrap_or(usize::MAX);
        let next = chunk(self.rest.as_mut(), room).await?;
        self.room -= next.as_ref().map_or(0, Bytes::len) as u64;
        Ok(next)
    }

    pub(super) fn into_stream(self, media_type: String) -> ByteStream {
        ByteStream::new(media_type, self.first.unwrap_or_default(), self.rest, self.room)
    }
}

/// The next bytes, at least one of them and at most as many as there is room for.
async fn chunk<B: Body>(mut body: Pin<&mut B>, room: usize) -> Result<Option<Bytes>, Rejection> {
    loop {
        let frame = match poll_fn(|context| body.as_mut().poll_frame(context)).await {
            None => return Ok(None),
            Some(frame) => frame.map_err(|_| Rejection::BadRequest)?,
        };
        let Ok(mut data) = frame.into_data() else { continue };
        match data.remaining() {
            0 => {}
            length if length > room => return Err(Rejection::ContentTooLarge),
            length => return Ok(Some(data.copy_to_bytes(length))),
        }
    }
}
