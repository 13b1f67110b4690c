//! Replies that are no JSON: text, and bytes of any kind.

use http::header::{CONTENT_TYPE, ETAG, HeaderValue, LAST_MODIFIED};

use super::{Reply, code};
use crate::binary::{Binary, Stated};
use crate::encode::{self, Encode};
use crate::header::Unsendable;
use crate::response;

impl Reply {
    /// A reply with text. `media_type` says that it is UTF-8.
    pub fn text(status: u16, media_type: &'static str, body: impl Into<String>) -> Self {
        let body = body.into().into_bytes();
        Self::of(response::content(code(status), HeaderValue::from_static(media_type), body))
    }

    /// A reply with a value as text: a string as it is, anything else as JSON. `media_type` says that it is UTF-8.
    pub fn text_of<T: Encode + ?Sized>(status: u16, media_type: &'static str, body: &T) -> Self {
        Self::text(status, media_type, encode::text(body))
    }

    /// A reply with content of a media type, or of one within the range `declared` that the content itself says.
    ///
    /// A 200 offers to send a part of what is more than a stream.
    pub fn binary(status: u16, declared: &'static str, binary: Binary) -> Self {
        let Stated { body, media_type, entity_tag, last_modified } = binary.stated();
        let divisible = status == 200 && body.divisible().is_some();
        let head = HeaderValue::from_static(declared);
        let mut reply = Self::of(response::content(code(status), head, body));
        if let Some(media_type) = &media_type {
            reply = reply.header("content-type", media_type);
        }
        if !is_within(media_type.as_deref().unwrap_or(declared), declared) {
            reply.unsendable = Some(Unsendable { name: CONTENT_TYPE.as_str() });
        }
        if divisible {
            reply = reply.header("accept-ranges", "bytes");
        }
        if let Some(entity_tag) = entity_tag {
            reply = reply.field(ETAG.as_str(), entity_tag);
        }
        if let Some(last_modified) = last_modified {
            reply = reply.field(LAST_MODIFIED.as_str(), Some(last_modified));
        }
        reply
    }
}

/// Whether a media type is one (RFC 9110, 8.3.1), and within a range (12.5.1). Parameters are free.
fn is_within(media_type: &str, range: &str) -> bool {
    let (Some((kind, subtype)), Some((wanted, wanted_subtype))) = (parts(media_type), parts(range)) else {
        return false;
    };
    let good = |part: &str| !part.is_empty() && part != "*";
    let alike = |part: &str, wanted: &str| wanted == "*" || part.eq_ignore_ascii_case(wanted);
    good(kind) && good(subtype) && alike(kind, wanted) && alike(subtype, wanted_subtype)
}

fn parts(media_type: &str) -> Option<(&str, &str)> {
    media_type.split(';').next()?.trim().split_once('/')
}

#[cfg(test)]
mod tests {
    use super::is_within;

    #[test]
    fn a_media_type_is_within_its_range() {
        for (media_type, range) in [
            ("image/png", "image/*"),
            ("IMAGE/png", "image/png"),
            ("a/b;c=d", "*/*"),
            ("image/png", "image/png;q=1"),
        ] {
            assert!(is_within(media_type, range), "{media_type} in {range}");
        }
    }

    #[test]
    fn another_media_type_and_what_is_none_are_not() {
        for (media_type, range) in [
            ("text/html", "image/*"),
            ("image/*", "image/*"),
            ("image/", "image/*"),
            ("png", "*/*"),
            ("*/*", "*/*"),
        ] {
            assert!(!is_within(media_type, range), "{media_type} in {range}");
        }
    }
}
