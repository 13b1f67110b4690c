//! What a body says it is ([RFC 9110, 8.3](https://www.rfc-editor.org/rfc/rfc9110#section-8.3)).

use std::borrow::Cow;

use http::HeaderMap;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE};

use super::header_parameter::{is_token, parameters};

/// Whether a body is JSON, as it is: one media type `application/json`, whose parameters mean nothing ([RFC 8259, 11]),
/// and no coding but `identity`.
///
/// [RFC 8259, 11]: https://www.rfc-editor.org/rfc/rfc8259#section-11
pub(super) fn json(headers: &HeaderMap) -> bool {
    is(headers, "application/json")
}

/// Whether a body is a form, as it is: one media type `application/x-www-form-urlencoded`, whose parameters mean nothing
/// ([URL Standard]), and no coding but `identity`.
///
/// [URL Standard]: https://url.spec.whatwg.org/#urlencoded-parsing
pub(super) fn form(headers: &HeaderMap) -> bool {
    is(headers, "application/x-www-form-urlencoded")
}

/// Whether a body is of the media type `wanted`, and has no coding but `identity`.
pub(super) fn is(headers: &HeaderMap, wanted: &str) -> bool {
    is_as_it_is(headers)
        && only(headers).is_some_and(|field| {
            let essence = field.split(|byte| *byte == b';').next().unwrap_or_default();
            essence.trim_ascii().eq_ignore_ascii_case(wanted.as_bytes())
        })
}

/// Whether a body has no coding but `identity`.
pub(super) fn is_as_it_is(headers: &HeaderMap) -> bool {
    headers.get_all(CONTENT_ENCODING).iter().all(|coding| is_identity(coding.as_bytes()))
}

/// Whether text is in UTF-8, as far as its media type says: `charset` is left out, or means UTF-8 or a part of it.
pub(super) fn is_utf_8(headers: &HeaderMap) -> bool {
    let Some(sent) = MediaType::sent(headers) else { return false };
    match sent.parameter("charset") {
        None => true,
        Some(charset) => ["utf-8", "us-ascii"].iter().any(|known| charset.eq_ignore_ascii_case(known)),
    }
}

/// The value of `Content-Type`, and what stands in for one that was not sent (RFC 9110, 8.3).
pub(super) fn text(headers: &HeaderMap) -> String {
    match only(headers) {
        Some(field) => String::from_utf8_lossy(field).trim_ascii().to_owned(),
        None => UNSAID.to_owned(),
    }
}

/// Which of the media types in `known`, some of which may be ranges, admits the body: the most specific one.
pub(super) fn find(headers: &HeaderMap, known: &[&str]) -> Option<usize> {
    if !is_as_it_is(headers) {
        return None;
    }
    let sent = MediaType::sent(headers)?;
    let admitting = known.iter().enumerate().filter_map(|(index, known)| {
        let weight = MediaType::parse(known)?.admits(&sent)?;
        Some((weight, index))
    });
    // of two that are alike, the first
    admitting.max_by_key(|(weight, index)| (*weight, usize::MAX - index)).map(|(_, index)| index)
}

/// Whether the media type `sent` is `known`, a media type or a range of them that a document states.
#[cfg(feature = "multipart")]
pub(crate) fn admits(known: &str, sent: &str) -> bool {
    let Some(sent) = MediaType::parse(sent) else { return false };
    MediaType::parse(known).is_some_and(|known| known.admits(&sent).is_some())
}

/// What a body without a media type is.
const UNSAID: &str = "application/octet-stream";

/// The one `Content-Type`.
fn only(headers: &HeaderMap) -> Option<&[u8]> {
    let mut fields = headers.get_all(CONTENT_TYPE).iter();
    let (Some(field), None) = (fields.next(), fields.next()) else { return None };
    Some(field.as_bytes())
}

/// A media type, taken apart.
struct MediaType<'t> {
    kind: &'t str,
    subtype: &'t str,
    parameters: &'t str,
}

impl<'t> MediaType<'t> {
    /// What `headers` say, if they say it once.
    fn sent(headers: &'t HeaderMap) -> Option<Self> {
        if !headers.contains_key(CONTENT_TYPE) {
            return Self::parse(UNSAID);
        }
        Self::parse(str::from_utf8(only(headers)?).ok()?)
    }

    fn parse(text: &'t str) -> Option<Self> {
        let end = text.find(';').unwrap_or(text.len());
        let (essence, parameters) = text.split_at_checked(end)?;
        let (kind, subtype) = essence.trim_ascii().split_once('/')?;
        let is_name = |name: &str| !name.is_empty() && name.bytes().all(is_token);
        (is_name(kind) && is_name(subtype)).then_some(Self { kind, subtype, parameters })
    }

    /// Whether this one, which may be a range, admits `sent`, and how much it says: the more, the greater.
    fn admits(&self, sent: &Self) -> Option<usize> {
        let same = |own: &str, other: &str| own.eq_ignore_ascii_case(other);
        let weight = match (self.kind, self.subtype) {
            ("*", "*") => 0,
            (kind, "*") if same(kind, sent.kind) => 1,
            (kind, subtype) if same(kind, sent.kind) && same(subtype, sent.subtype) => 2,
            _ => return None,
        };
        let mut said = 0;
        for parameter in parameters(self.parameters) {
            let (name, value) = parameter?;
            // what is text is UTF-8, whether it says so or not
            if name.eq_ignore_ascii_case("charset") {
                continue;
            }
            if sent.parameter(name)? != value {
                return None;
            }
            said += 1;
        }
        Some(weight + 3 * said)
    }

    fn parameter(&self, wanted: &str) -> Option<Cow<'t, str>> {
        let mut all = parameters(self.parameters).flatten();
        all.find(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, value)| value)
    }
}

/// The parameter `wanted` of the one `Content-Type`.
#[cfg(feature = "multipart")]
pub(super) fn parameter<'h>(headers: &'h HeaderMap, wanted: &str) -> Option<Cow<'h, str>> {
    MediaType::sent(headers)?.parameter(wanted)
}

fn is_identity(coding: &[u8]) -> bool {
    coding.trim_ascii().eq_ignore_ascii_case(b"identity")
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::{HeaderName, HeaderValue};

    fn accepted(fields: &[(HeaderName, &'static str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in fields {
            headers.append(name, HeaderValue::from_static(value));
        }
        json(&headers)
    }

    #[test]
    fn json_is_json_in_any_case_and_with_any_parameter() {
        for field in [
            "application/json",
            "Application/JSON",
            "application/json;charset=utf-8",
            "application/json ; a=b",
        ] {
            assert!(accepted(&[(CONTENT_TYPE, field)]), "{field}");
        }
    }

    #[test]
    fn a_form_is_a_form_in_any_case_and_with_any_parameter() {
        let is_form = |field| form(&HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static(field))]));
        for field in ["application/x-www-form-urlencoded", "Application/X-WWW-Form-URLEncoded; charset=utf-8"]
        {
            assert!(is_form(field), "{field}");
        }
        for field in ["application/json", "multipart/form-data; boundary=b", "text/plain"] {
            assert!(!is_form(field), "{field}");
        }
    }

    #[test]
    fn another_media_type_is_not_json() {
        for field in
            ["text/plain", "application/merge-patch+json", "json", "", "application/json, text/plain", "*/*"]
        {
            assert!(!accepted(&[(CONTENT_TYPE, field)]), "{field}");
        }
    }

    #[test]
    fn no_media_type_or_two_are_not_json() {
        assert!(!accepted(&[]));
        assert!(!accepted(&[(CONTENT_TYPE, "application/json"), (CONTENT_TYPE, "application/json")]));
    }

    #[test]
    fn a_coding_other_than_identity_is_not_read() {
        let json = (CONTENT_TYPE, "application/json");
        assert!(accepted(&[json.clone(), (CONTENT_ENCODING, "Identity")]));
        assert!(!accepted(&[json.clone(), (CONTENT_ENCODING, "gzip")]));
        assert!(!accepted(&[json, (CONTENT_ENCODING, "identity"), (CONTENT_ENCODING, "gzip")]));
    }

    fn found(field: Option<&'static str>, known: &[&str]) -> Option<usize> {
        let field = field.map(|field| (CONTENT_TYPE, HeaderValue::from_static(field)));
        find(&field.into_iter().collect(), known)
    }

    #[test]
    fn the_most_specific_media_type_admits_a_body() {
        let known = ["*/*", "text/*", "text/plain", "text/plain; format=flowed", "application/a+json"];
        for (field, index) in [
            ("text/plain", 2),
            ("Text/Plain; charset=utf-8", 2),
            ("text/plain; charset=utf-8; Format=\"flowed\"", 3),
            ("text/csv", 1),
            ("application/json", 0),
            ("application/A+JSON", 4),
        ] {
            assert_eq!(found(Some(field), &known), Some(index), "{field}");
        }
    }

    #[test]
    fn what_no_media_type_admits_is_none() {
        for field in ["image/png", "text/plain; format=fixed", "json", "", "text/plain, text/csv", "*"] {
            assert_eq!(found(Some(field), &["text/csv", "text/plain; format=flowed"]), None, "{field}");
        }
        assert_eq!(found(Some("json"), &["*/*"]), None);
    }

    #[test]
    fn a_body_of_no_media_type_may_be_anything() {
        assert_eq!(found(None, &["text/plain", "*/*"]), Some(1));
        assert_eq!(found(None, &["*/*", "application/octet-stream"]), Some(1));
        assert_eq!(found(None, &["text/plain"]), None);
    }

    #[test]
    fn text_is_utf_8_unless_it_says_otherwise() {
        let utf_8 =
            |field| is_utf_8(&HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static(field))]));
        assert!(
            utf_8("text/plain") && utf_8("text/plain;charset=\"UTF-8\"") && utf_8("a/b; charset=us-ascii")
        );
        assert!(!utf_8("text/plain; charset=iso-8859-1") && !utf_8("text"));
    }
}
