//! The field `Accept-Encoding` ([RFC 9110, 12.5.3](https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3)).

use http::HeaderMap;
use http::header::ACCEPT_ENCODING;

/// Whether the client takes gzip: named, or by `*` where it is not named, and not with a weight of 0.
pub(super) fn gzip(headers: &HeaderMap) -> bool {
    let fields = headers.get_all(ACCEPT_ENCODING).iter().filter_map(|field| field.to_str().ok());
    let mut any = false;
    for coding in fields.flat_map(|field| field.split(',')) {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
        let name = name.trim();
        if name.eq_ignore_ascii_case("gzip") || name.eq_ignore_ascii_case("x-gzip") {
            return !is_zero(weight);
        }
        any |= name == "*" && !is_zero(weight);
    }
    any
}

/// `q=0`, with up to three more zeros.
fn is_zero(weight: &str) -> bool {
    let value = weight.trim().strip_prefix(['q', 'Q']).and_then(|weight| weight.strip_prefix('='));
    value.is_some_and(|value| value.starts_with('0') && value.bytes().all(|byte| matches!(byte, b'0' | b'.')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    fn accepted(field: &'static str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_static(field));
        gzip(&headers)
    }

    #[test]
    fn gzip_is_accepted_where_it_is_named_or_all_is() {
        for field in ["gzip", "br, gzip, zstd", "GZip;q=0.5", "*", "br;q=0,*;q=0.001", "x-gzip"] {
            assert!(accepted(field), "{field}");
        }
    }

    #[test]
    fn gzip_is_not_accepted_where_it_is_not_named_or_has_no_weight() {
        for field in ["", "br", "identity", "gzip;q=0", "gzip; q=0.000, *", "*;q=0", "gzipped"] {
            assert!(!accepted(field), "{field}");
        }
        assert!(!gzip(&HeaderMap::new()));
    }
}
