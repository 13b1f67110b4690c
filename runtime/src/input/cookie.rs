//! The cookies of a request.

use std::str;

use http::HeaderMap;

use super::found::Found;
use crate::cookie;

/// The value of a cookie, as it was sent: quotes and percent signs are part of it
/// ([RFC 6265, 5.4](https://www.rfc-editor.org/rfc/rfc6265#section-5.4)).
pub(crate) fn find<'r>(headers: &'r HeaderMap, name: &'r str) -> Found<'r> {
    let mut found = Found::Nothing;
    for value in cookie::values(headers, name.as_bytes()) {
        found = found.and(str::from_utf8(value).ok().map(Into::into));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;
    use http::header::COOKIE;

    fn headers(values: &[&[u8]]) -> HeaderMap {
        let values = values.iter().filter_map(|value| HeaderValue::from_bytes(value).ok());
        values.map(|value| (COOKIE, value)).collect()
    }

    fn text(text: &str) -> Found<'_> {
        Found::Text(text.into())
    }

    #[test]
    fn a_cookie_is_found_among_others_and_its_name_knows_case() {
        let headers = headers(&[b"a=1; seen=x=y; Seen=2"]);
        assert_eq!(find(&headers, "seen"), text("x=y"));
        assert_eq!(find(&headers, "SEEN"), Found::Nothing);
    }

    #[test]
    fn quotes_and_percent_signs_belong_to_the_value() {
        assert_eq!(find(&headers(&[b"seen=\"a%20b\""]), "seen"), text("\"a%20b\""));
    }

    #[test]
    fn an_empty_value_is_there() {
        assert_eq!(find(&headers(&[b"seen="]), "seen"), text(""));
        assert_eq!(find(&headers(&[b"seen"]), "seen"), Found::Nothing);
    }

    #[test]
    fn two_cookies_are_found_twice_on_one_line_or_two() {
        assert_eq!(find(&headers(&[b"seen=1; seen=1"]), "seen"), Found::Twice);
        assert_eq!(find(&headers(&[b"seen=1", b"seen=1"]), "seen"), Found::Twice);
    }

    #[test]
    fn a_value_that_is_not_utf_8_is_no_text() {
        assert_eq!(find(&headers(&[b"seen=\xff"]), "seen"), Found::NoText);
    }
}
