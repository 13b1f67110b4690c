//! Server-sent events ([HTML, 9.2](https://html.spec.whatwg.org/multipage/server-sent-events.html)).

use std::time::Duration;

use super::Items;
use super::framed::framed;
use super::silence::unbroken;
use crate::body::BoxError;
use crate::encode::{self, Encode};
use crate::held::Held;
use crate::response::Chunks;

/// A server-sent event: its data, and what a client is told beside it.
///
/// ```
/// use specwright_runtime::Event;
///
/// let event = Event::new(42).named("price").id("7");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event<T> {
    data: T,
    name: Option<String>,
    id: Option<String>,
    retry: Option<Duration>,
}

impl<T> Event<T> {
    /// An event with this data.
    pub fn new(data: T) -> Self {
        Self { data, name: None, id: None, retry: None }
    }

    /// The same event, of a type of its own: the field `event`. Without one it is a `message`.
    ///
    /// A name has no line end, or it ends the stream.
    pub fn named(self, name: impl Into<String>) -> Self {
        Self { name: Some(name.into()), ..self }
    }

    /// The same event, with what a client that was cut off says in `Last-Event-ID`: the field `id`.
    ///
    /// It has neither a line end nor the character U+0000, or it ends the stream.
    pub fn id(self, id: impl Into<String>) -> Self {
        Self { id: Some(id.into()), ..self }
    }

    /// The same event, with how long a client that is cut off waits before it comes back, to the millisecond: the field `retry`.
    pub fn retry(self, after: Duration) -> Self {
        Self { retry: Some(after), ..self }
    }

    /// The fields in front of the data.
    fn head(&self) -> Result<String, BoxError> {
        let mut head = String::new();
        if let Some(name) = &self.name {
            field(&mut head, "event", name)?;
        }
        if let Some(id) = &self.id {
            field(&mut head, "id", id)?;
        }
        if let Some(retry) = self.retry {
            field(&mut head, "retry", &retry.as_millis().to_string())?;
        }
        Ok(head)
    }
}

impl<T> From<T> for Event<T> {
    fn from(data: T) -> Self {
        Self::new(data)
    }
}

/// Events whose data is JSON.
pub(crate) fn events<T: Encode + Send + 'static>(items: Items<Event<T>>) -> Chunks {
    unbroken(framed(items, |event, held| {
        let head = event.head()?;
        let data = encode::to_vec(&event.data);
        if let Some(held) = held {
            held.tell(&data);
        }
        // JSON has no line end of its own: inside strings it is written out.
        Ok([head.as_bytes(), b"data: ", &data, b"\n\n"].concat())
    }))
}

/// Events whose data is text, or JSON where it is no string; one field for each of its lines.
pub(crate) fn text_events<T: Encode + Send + 'static>(items: Items<Event<T>>) -> Chunks {
    unbroken(framed(items, |event, held: Option<Held>| {
        let mut text = event.head()?;
        if let Some(held) = held {
            held.tell(&encode::to_vec(&event.data));
        }
        let data = encode::text(&event.data).replace("\r\n", "\n");
        for line in data.split(['\n', '\r']) {
            text.push_str("data: ");
            text.push_str(line);
            text.push('\n');
        }
        text.push('\n');
        Ok(text.into_bytes())
    }))
}

/// What is sent in silence, so that no one in between takes the connection for dead: a comment.
pub(super) const COMMENT: &str = ":\n\n";

fn field(text: &mut String, name: &str, value: &str) -> Result<(), BoxError> {
    if value.contains(['\n', '\r', '\0']) {
        return Err(format!("the field `{name}` of an event has a line end").into());
    }
    for part in [name, ": ", value, "\n"] {
        text.push_str(part);
    }
    Ok(())
}
