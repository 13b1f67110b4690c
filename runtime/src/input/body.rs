//! Reading the bytes of a body, within the server's limit.

use std::future::poll_fn;
use std::pin::Pin;

use bytes::{Buf, Bytes};
use http::HeaderMap;

use crate::body::Body;
use crate::context::Context;
use crate::rejection::Rejection;

/// The bytes of a body, or `None` where it has none.
///
/// A body is not read where its length is known to be too great, and no further than to its first byte where it is not of
/// the wanted kind.
pub(super) async fn read<B: Body>(
    context: &Context,
    is_wanted: fn(&HeaderMap) -> bool,
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
