//! Replies that are sent item by item.

use http::header::{CACHE_CONTROL, HeaderValue};

use super::{Reply, code};
use crate::encode::Encode;
use crate::response::{self, Chunks, ResponseBody, Source};
use crate::stream::{self, Event, Items};

const NO_CACHE: HeaderValue = HeaderValue::from_static("no-cache");

impl Reply {
    /// A reply of JSON lines: an item on each line.
    pub fn json_lines<T: Encode + 'static>(status: u16, media_type: &'static str, items: Items<T>) -> Self {
        Self::chunks(status, media_type, stream::json_lines(items))
    }

    /// A reply that is a sequence of JSON texts ([RFC 7464](https://www.rfc-editor.org/rfc/rfc7464)).
    pub fn json_sequence<T: Encode + 'static>(
        status: u16,
        media_type: &'static str,
        items: Items<T>,
    ) -> Self {
        Self::chunks(status, media_type, stream::json_sequence(items))
    }

    /// A reply of server-sent events whose data is JSON. In silence there is a comment every 15 seconds, and no cache keeps them.
    pub fn events<T: Encode + Send + 'static>(status: u16, items: Items<Event<T>>) -> Self {
        Self::event_stream(status, stream::events(items))
    }

    /// A reply of server-sent events whose data is text, or JSON where it is no string; otherwise as [`events`](Self::events).
    pub fn text_events<T: Encode + Send + 'static>(status: u16, items: Items<Event<T>>) -> Self {
        Self::event_stream(status, stream::text_events(items))
    }

    fn event_stream(status: u16, chunks: Chunks) -> Self {
        let reply = Self::chunks(status, "text/event-stream", chunks);
        reply.field(CACHE_CONTROL.as_str(), Some(NO_CACHE))
    }

    fn chunks(status: u16, media_type: &'static str, chunks: Chunks) -> Self {
        let body = ResponseBody::of(Source::Chunks(chunks), None);
        Self::of(response::content(code(status), HeaderValue::from_static(media_type), body))
    }
}
