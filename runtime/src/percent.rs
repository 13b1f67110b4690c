//! Percent-encoding ([RFC 3986, 2.1](https://www.rfc-editor.org/rfc/rfc3986#section-2.1)).

use std::borrow::Cow;
use std::iter;

/// A segment of a path, decoded. `None`: a percent sign without two digits after it, or bytes that are not UTF-8.
pub(crate) fn segment(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains('%') {
        return Some(Cow::Borrowed(text));
    }
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        let byte = if *first == b'%' { octet(&mut rest)? } else { *first };
        decoded.push(byte);
    }
    String::from_utf8(decoded).ok().map(Cow::Owned)
}

/// A name or a value of a query, decoded: `+` is a space, and a percent sign without two digits after it is itself
/// ([application/x-www-form-urlencoded]). `None`: bytes that are not UTF-8.
///
/// [application/x-www-form-urlencoded]: https://url.spec.whatwg.org/#urlencoded-parsing
pub(crate) fn query(text: &str) -> Option<Cow<'_, str>> {
    if !has_escapes(text.as_bytes()) {
        return Some(Cow::Borrowed(text));
    }
    encoded(text.as_bytes()).map(Cow::Owned)
}

/// The value of a parameter in a query, decoded. `None`, besides: a percent sign without two digits after it (RFC 3986, 2.1).
pub(crate) fn value(text: &str) -> Option<Cow<'_, str>> {
    if !has_escapes(text.as_bytes()) {
        return Some(Cow::Borrowed(text));
    }
    let is_octet = |(index, _)| {
        let digits: Option<&[u8]> = text.as_bytes().get(index + 1..index + 3);
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    };
    if text.match_indices('%').all(is_octet) { encoded(text.as_bytes()).map(Cow::Owned) } else { None }
}

/// The same of a form, which may have other bytes than UTF-8 to begin with.
pub(crate) fn form(bytes: &[u8]) -> Option<Cow<'_, str>> {
    if !has_escapes(bytes) {
        return str::from_utf8(bytes).ok().map(Cow::Borrowed);
    }
    encoded(bytes).map(Cow::Owned)
}

/// Whether decoding a part of a form changes it.
pub(crate) fn has_escapes(bytes: &[u8]) -> bool {
    bytes.iter().any(|byte| matches!(byte, b'%' | b'+'))
}

/// The bytes of a name or a value of a form, decoded one by one.
pub(crate) fn decoded(mut rest: &[u8]) -> impl Iterator<Item = u8> {
    iter::from_fn(move || {
        let (first, after) = rest.split_first()?;
        rest = after;
        Some(match first {
            b'+' => b' ',
            b'%' => octet(&mut rest).unwrap_or(b'%'),
            other => *other,
        })
    })
}

fn encoded(bytes: &[u8]) -> Option<String> {
    let mut text = Vec::with_capacity(bytes.len());
    text.extend(decoded(bytes));
    String::from_utf8(text).ok()
}

/// Takes the two digits after a percent sign, if they are there.
fn octet(rest: &mut &[u8]) -> Option<u8> {
    let [high, low, after @ ..] = *rest else { return None };
    let byte = digit(*high)? << 4 | digit(*low)?;
    *rest = after;
    Some(byte)
}

fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_segment_without_percent_signs_is_borrowed() {
        assert!(matches!(segment("a+b"), Some(Cow::Borrowed("a+b"))));
    }

    #[test]
    fn a_segment_is_decoded_once() {
        assert_eq!(segment("%2569%2f%2F").as_deref(), Some("%69//"));
    }

    #[test]
    fn a_segment_with_a_broken_percent_sign_is_none() {
        assert_eq!([segment("%"), segment("a%4"), segment("%zz"), segment("%+1")], [None, None, None, None]);
    }

    #[test]
    fn a_segment_that_is_not_utf_8_is_none() {
        assert_eq!(segment("%ff"), None);
    }

    #[test]
    fn a_plus_in_a_query_is_a_space_and_its_code_a_plus() {
        assert_eq!(query("a+b%2Bc").as_deref(), Some("a b+c"));
    }

    #[test]
    fn a_value_in_a_query_has_no_broken_percent_sign() {
        assert_eq!(value("a+b%2B%C3%a9").as_deref(), Some("a b+é"));
        assert_eq!([value("%"), value("a%4"), value("%zz"), value("%ff")], [None, None, None, None]);
    }

    #[test]
    fn a_form_may_have_utf_8_as_it_is_and_nothing_else_beyond_ascii() {
        assert_eq!(form("jörg".as_bytes()).as_deref(), Some("jörg"));
        assert_eq!(form("j\u{f6}%c3%b6+".as_bytes()).as_deref(), Some("jöö "));
        assert_eq!([form(b"j\xf6rg"), form(b"j%f6rg"), form(b"+\xf6")], [None, None, None]);
    }

    #[test]
    fn a_broken_percent_sign_in_a_query_is_itself() {
        assert_eq!(query("100%&%zz%4").as_deref(), Some("100%&%zz%4"));
    }
}
