//! Content that is no JSON and no text: bytes, a file, a stream.

mod condition;
mod range;
mod reader;

use std::fmt;
use std::time::SystemTime;

use bytes::Bytes;
use futures_core::Stream;
use http::header::HeaderValue;
use tokio::io::{AsyncRead, AsyncSeek};

use crate::body::BoxError;
use crate::response::{ResponseBody, Source};
use crate::stream;
pub(crate) use condition::{is_among, selected};
pub(crate) use reader::Reader;

/// Content that is sent as it is: bytes in memory, a file, or a stream.
///
/// Of bytes and files a client may ask for a part, ask only for what has changed, and go on where a download broke off; the
/// server answers 206, 304, 412 or 416 by itself ([RFC 9110, 13 and 14]). For that it needs to know what version it has: say
/// so by [`entity_tag`](Self::entity_tag) or [`last_modified`](Self::last_modified), or declare the headers `ETag` and
/// `Last-Modified`. Of several parts at once, the whole is sent.
///
/// A stream that fails, or that is not as long as it was said to be, ends the connection, so that no client takes it for whole.
///
/// ```
/// use specwright_runtime::Binary;
///
/// let picture = Binary::from(vec![0x89, b'P', b'N', b'G']).entity_tag("v1");
/// ```
///
/// [RFC 9110, 13 and 14]: https://www.rfc-editor.org/rfc/rfc9110#section-13
pub struct Binary {
    body: ResponseBody,
    media_type: Option<String>,
    entity_tag: Option<String>,
    last_modified: Option<SystemTime>,
}

/// What the head of a response says of its content.
pub(crate) struct Stated {
    pub(crate) body: ResponseBody,
    pub(crate) media_type: Option<String>,
    /// `None` within: it is none.
    pub(crate) entity_tag: Option<Option<HeaderValue>>,
    pub(crate) last_modified: Option<HeaderValue>,
}

impl Binary {
    fn new(body: ResponseBody) -> Self {
        Self { body, media_type: None, entity_tag: None, last_modified: None }
    }

    /// What a stream gives, until it ends.
    pub fn stream<S, B, E>(stream: S) -> Self
    where
        S: Stream<Item = Result<B, E>> + Send + 'static,
        B: Into<Bytes>,
        E: Into<BoxError>,
    {
        Self::new(ResponseBody::of(Source::Chunks(stream::bytes(stream)), None))
    }

    /// What a stream gives, `length` bytes.
    pub fn stream_of<S, B, E>(length: u64, stream: S) -> Self
    where
        S: Stream<Item = Result<B, E>> + Send + 'static,
        B: Into<Bytes>,
        E: Into<BoxError>,
    {
        Self::new(ResponseBody::of(Source::Chunks(stream::bytes(stream)), Some(length)))
    }

    /// `length` bytes that can be read from any place on: an open file.
    pub fn reader<R>(length: u64, reader: R) -> Self
    where
        R: AsyncRead + AsyncSeek + Send + Unpin + 'static,
    {
        Self::new(ResponseBody::of(Source::Reader(Reader::new(reader)), Some(length)))
    }

    /// A file, with its length and, as [entity tag](Self::entity_tag) and [date](Self::last_modified), the time of its last change.
    ///
    /// A path that comes from a request leads anywhere on the disk: look it up in a list, or make sure that it has one segment.
    ///
    /// # Errors
    ///
    /// When there is no such file, or it cannot be read.
    #[cfg(feature = "fs")]
    pub async fn open(path: impl AsRef<std::path::Path>) -> std::io::Result<Self> {
        let file = tokio::fs::File::open(path).await?;
        let about = file.metadata().await?;
        if !about.is_file() {
            return Err(std::io::ErrorKind::IsADirectory.into());
        }
        let content = Self::reader(about.len(), file);
        let Ok(modified) = about.modified() else { return Ok(content) };
        let since = modified.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        Ok(content.entity_tag(format!("{:x}-{:x}", since.as_nanos(), about.len())).last_modified(modified))
    }

    /// The same content, of a media type within the range that the document declares (`image/*`).
    ///
    /// One that is outside of it makes the response a logged 500.
    pub fn media_type(self, media_type: impl Into<String>) -> Self {
        Self { media_type: Some(media_type.into()), ..self }
    }

    /// The same content, with what tells this version of it from all others ([RFC 9110, 8.8.3]), without quotes.
    ///
    /// One with a quote, a space or a control character makes the response a logged 500.
    ///
    /// [RFC 9110, 8.8.3]: https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3
    pub fn entity_tag(self, tag: impl Into<String>) -> Self {
        Self { entity_tag: Some(tag.into()), ..self }
    }

    /// The same content, with the time of its last change, to the second ([RFC 9110, 8.8.2]).
    ///
    /// [RFC 9110, 8.8.2]: https://www.rfc-editor.org/rfc/rfc9110#section-8.8.2
    pub fn last_modified(self, time: SystemTime) -> Self {
        Self { last_modified: Some(time), ..self }
    }

    pub(crate) fn stated(self) -> Stated {
        Stated {
            body: self.body,
            media_type: self.media_type,
            entity_tag: self.entity_tag.map(|tag| condition::quoted(&tag)),
            last_modified: self.last_modified.and_then(condition::date),
        }
    }
}

impl From<Bytes> for Binary {
    fn from(bytes: Bytes) -> Self {
        Self::new(bytes.into())
    }
}

impl From<Vec<u8>> for Binary {
    fn from(bytes: Vec<u8>) -> Self {
        Self::new(bytes.into())
    }
}

impl From<String> for Binary {
    fn from(text: String) -> Self {
        text.into_bytes().into()
    }
}

impl From<&'static [u8]> for Binary {
    fn from(bytes: &'static [u8]) -> Self {
        Self::new(bytes.into())
    }
}

impl From<&'static str> for Binary {
    fn from(text: &'static str) -> Self {
        Self::new(text.into())
    }
}

/// What is said of it, and not what it says.
impl fmt::Debug for Binary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Binary")
            .field("body", &self.body)
            .field("media_type", &self.media_type)
            .field("entity_tag", &self.entity_tag)
            .field("last_modified", &self.last_modified)
            .finish()
    }
}
