//! The header of a request.

use std::str;

use http::HeaderMap;

use super::found::Found;

/// The value of a header, without the white space around it. Names are compared without regard to case.
pub(crate) fn find<'r>(headers: &'r HeaderMap, name: &str) -> Found<'r> {
    let mut found = Found::Nothing;
    for field in headers.get_all(name) {
        found = found.and(str::from_utf8(field.as_bytes().trim_ascii()).ok().map(Into::into));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::{HeaderName, HeaderValue};

    fn headers(values: &[&[u8]]) -> HeaderMap {
        let values = values.iter().filter_map(|value| HeaderValue::from_bytes(value).ok());
        values.map(|value| (HeaderName::from_static("x-shelf"), value)).collect()
    }

    #[test]
    fn a_value_is_trimmed_and_its_name_has_no_case() {
        assert_eq!(find(&headers(&[b" a b\t"]), "X-Shelf"), Found::Text("a b".into()));
    }

    #[test]
    fn an_empty_value_is_there() {
        assert_eq!(find(&headers(&[b""]), "X-Shelf"), Found::Text("".into()));
        assert_eq!(find(&headers(&[]), "X-Shelf"), Found::Nothing);
    }

    #[test]
    fn two_fields_are_found_twice() {
        assert_eq!(find(&headers(&[b"a", b"a"]), "X-Shelf"), Found::Twice);
    }

    #[test]
    fn a_value_that_is_not_utf_8_is_no_text() {
        assert_eq!(find(&headers(&[b"\xff"]), "X-Shelf"), Found::NoText);
    }
}
