//! What a body says it is ([RFC 9110, 8.3](https://www.rfc-editor.org/rfc/rfc9110#section-8.3)).

use http::HeaderMap;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE};

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

fn is(headers: &HeaderMap, wanted: &str) -> bool {
    if !headers.get_all(CONTENT_ENCODING).iter().all(|coding| is_identity(coding.as_bytes())) {
        return false;
    }
    let mut fields = headers.get_all(CONTENT_TYPE).iter();
    let (Some(field), None) = (fields.next(), fields.next()) else { return false };
    let essence = field.as_bytes().split(|byte| *byte == b';').next().unwrap_or_default();
    essence.trim_ascii().eq_ignore_ascii_case(wanted.as_bytes())
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
}
