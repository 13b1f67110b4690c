//! What keeps a connection open on which nothing happens.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use tokio::time::{Instant, Sleep};

use super::event::COMMENT;
use crate::body::BoxError;
use crate::response::Chunks;

/// What the standard recommends ([HTML, 9.2.7]).
///
/// [HTML, 9.2.7]: https://html.spec.whatwg.org/multipage/server-sent-events.html#authoring-notes
const SILENCE: Duration = Duration::from_secs(15);

/// The same events, with a comment wherever there is none for long.
pub(super) fn unbroken(events: Chunks) -> Chunks {
    Box::pin(Unbroken { events, alarm: None })
}

struct Unbroken {
    events: Chunks,
    /// Set while there is silence.
    alarm: Option<Pin<Box<Sleep>>>,
}

impl Stream for Unbroken {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Poll::Ready(event) = self.events.as_mut().poll_next(context) {
            self.alarm = None;
            return Poll::Ready(event);
        }
        let alarm = self.alarm.get_or_insert_with(|| Box::pin(tokio::time::sleep(SILENCE)));
        if alarm.as_mut().poll(context).is_pending() {
            return Poll::Pending;
        }
        alarm.as_mut().reset(Instant::now() + SILENCE);
        Poll::Ready(Some(Ok(Bytes::from_static(COMMENT.as_bytes()))))
    }
}
