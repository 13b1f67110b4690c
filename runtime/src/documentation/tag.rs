//! Entity tags ([RFC 9110, 8.8.3](https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3)).

use http::HeaderMap;
use http::header::{HeaderValue, IF_NONE_MATCH};

/// The tag of some bytes: a hash of 64 bits (FNV-1a), which tells versions of one document apart.
pub(super) fn of(bytes: &[u8]) -> HeaderValue {
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    // Quotes and digits are always a value.
    HeaderValue::try_from(format!("\"{hash:016x}\"")).unwrap_or_else(|_| HeaderValue::from_static("\"\""))
}

/// Whether `If-None-Match` names the tag, weak or strong, or any ([RFC 9110, 13.1.2]).
///
/// [RFC 9110, 13.1.2]: https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2
pub(super) fn is_among(tag: &HeaderValue, headers: &HeaderMap) -> bool {
    let fields = headers.get_all(IF_NONE_MATCH).iter();
    fields.flat_map(|field| field.as_bytes().split(|byte| *byte == b',')).any(|named| {
        let named = named.trim_ascii();
        named == b"*" || named.strip_prefix(b"W/").unwrap_or(named) == tag.as_bytes()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(field: &'static str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(IF_NONE_MATCH, HeaderValue::from_static(field));
        is_among(&HeaderValue::from_static("\"a\""), &headers)
    }

    #[test]
    fn a_tag_is_known_weak_or_strong_alone_or_in_a_list() {
        for field in ["\"a\"", "W/\"a\"", "\"b\", \"a\"", "*"] {
            assert!(known(field), "{field}");
        }
    }

    #[test]
    fn another_tag_is_not_known() {
        for field in ["\"b\"", "a", "", "\"a", "w/\"a\""] {
            assert!(!known(field), "{field}");
        }
    }

    #[test]
    fn other_bytes_have_another_tag() {
        assert_ne!(of(b"openapi: 3.0.3"), of(b"openapi: 3.0.4"));
    }
}
