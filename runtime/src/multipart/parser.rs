//! Where the parts of a body begin and end ([RFC 2046, 5.1.1]).
//!
//! Bytes are pushed as they come, and events are taken out as soon as they are certain. Each byte is searched a bounded
//! number of times, however the bytes are cut.
//!
//! [RFC 2046, 5.1.1]: https://www.rfc-editor.org/rfc/rfc2046#section-5.1.1

use bytes::{Buf as _, Bytes, BytesMut};
use memchr::memmem::{self, Finder};

use super::Malformed;

/// Finds the parts of a body.
pub(super) struct Parser {
    buffer: BytesMut,
    delimiter: Finder<'static>,
    state: State,
    /// So many bytes of the buffer hold no end of a head.
    searched: usize,
}

/// What comes next in a body.
#[derive(Debug, PartialEq)]
pub(super) enum Event {
    /// Nothing that is certain before there are more bytes.
    Wanting,
    /// The head of the next part, without the empty line behind it.
    Head(Bytes),
    /// Content of the part, at least one byte.
    Content(Bytes),
    /// The last boundary: what is behind it means nothing.
    End,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Preamble,
    /// Behind a boundary.
    Delimiter,
    Head,
    Content,
    End,
}

/// So many bytes the head of a part may have. Browsers send less than 300, beside the names.
const MAX_HEAD: usize = 16 * 1024;

impl Parser {
    /// A boundary is 1 to 70 characters; a space may not be the last of them.
    pub(super) fn new(boundary: &str) -> Result<Self, Malformed> {
        let is_character = |byte: u8| byte.is_ascii_alphanumeric() || b"'()+_,-./:=? ".contains(&byte);
        let good = (1..=70).contains(&boundary.len()) && boundary.bytes().all(is_character);
        if !good || boundary.ends_with(' ') {
            return Err(Malformed("must have a `boundary` of 1 to 70 characters in its `Content-Type`"));
        }
        let delimiter = Finder::new(format!("\r\n--{boundary}").as_bytes()).into_owned();
        // The line end before the first boundary is left out where there is nothing before it.
        Ok(Self { buffer: BytesMut::from("\r\n"), delimiter, state: State::Preamble, searched: 0 })
    }

    pub(super) fn push(&mut self, bytes: &[u8]) {
        if self.state != State::End {
            self.buffer.extend_from_slice(bytes);
        }
    }

    pub(super) fn next(&mut self) -> Result<Event, Malformed> {
        loop {
            let event = match self.state {
                State::Preamble => match self.until_delimiter() {
                    Some(_) => None,
                    None => Some(Event::Wanting),
                },
                State::Delimiter => self.behind_delimiter()?,
                State::Head => self.head()?,
                State::Content => match self.until_delimiter() {
                    Some(content) if content.is_empty() => None,
                    Some(content) => Some(Event::Content(content)),
                    None => Some(Event::Wanting),
                },
                State::End => Some(Event::End),
            };
            if let Some(event) = event {
                return Ok(event);
            }
        }
    }

    /// What is certainly before a boundary, or `None` where nothing is. The boundary itself is taken, too, once it is reached.
    fn until_delimiter(&mut self) -> Option<Bytes> {
        let length = self.delimiter.needle().len();
        if let Some(end) = self.delimiter.find(&self.buffer) {
            let before = self.buffer.split_to(end).freeze();
            self.buffer.advance(length);
            self.state = State::Delimiter;
            return Some(before);
        }
        // A boundary may have begun in the last bytes.
        let tail = self.buffer.len().saturating_sub(length - 1);
        let begun = self.buffer.iter().skip(tail).position(|byte| *byte == b'\r');
        let end = begun.map_or(self.buffer.len(), |begun| tail + begun);
        (end > 0).then(|| self.buffer.split_to(end).freeze())
    }

    /// Two hyphens end the body; a line end, behind spaces perhaps, begins a part.
    fn behind_delimiter(&mut self) -> Result<Option<Event>, Malformed> {
        if self.buffer.starts_with(b"--") {
            self.state = State::End;
            self.buffer.clear();
            return Ok(None);
        }
        let padding = self.buffer.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        match self.buffer.get(padding..) {
            Some([b'\r', b'\n', ..]) => {
                self.buffer.advance(padding + 2);
                (self.state, self.searched) = (State::Head, 0);
                Ok(None)
            }
            Some([] | [b'\r'] | [b'-']) if padding <= MAX_HEAD => Ok(Some(Event::Wanting)),
            _ => Err(Malformed("has something behind a boundary")),
        }
    }

    fn head(&mut self) -> Result<Option<Event>, Malformed> {
        const END: &[u8] = b"\r\n\r\n";
        let from = self.searched.saturating_sub(END.len() - 1);
        let end = self.buffer.get(from..).and_then(|rest| memmem::find(rest, END)).map(|end| from + end);
        self.searched = self.buffer.len();
        match end {
            Some(end) if end <= MAX_HEAD => {
                let head = self.buffer.split_to(end).freeze();
                self.buffer.advance(END.len());
                self.state = State::Content;
                Ok(Some(Event::Head(head)))
            }
            None if self.buffer.len() <= MAX_HEAD => Ok(Some(Event::Wanting)),
            _ => Err(Malformed("has a part whose head is too long or has no end")),
        }
    }
}
