//! Percent-encoding ([RFC 3986, 2.1](https://www.rfc-editor.org/rfc/rfc3986#section-2.1)).

use std::borrow::Cow;

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
    if !text.contains(['%', '+']) {
        return Some(Cow::Borrowed(text));
    }
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        decoded.push(match first {
            b'+' => b' ',
            b'%' => octet(&mut rest).unwrap_or(b'%'),
            other => *other,
        });
    }
    String::from_utf8(decoded).ok().map(Cow::Owned)
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
    fn a_broken_percent_sign_in_a_query_is_itself() {
        assert_eq!(query("100%&%zz%4").as_deref(), Some("100%&%zz%4"));
    }
}
