//! The query of a request.

use std::iter;

use super::found::Found;
use crate::percent;

/// The value of a parameter: pairs are split at `&`, then name and value at the first `=`, then decoded. A name without
/// `=` has an empty value.
pub(crate) fn find<'r>(query: Option<&'r str>, name: &str) -> Found<'r> {
    let mut found = Found::Nothing;
    for value in values(query, name) {
        found = found.and(percent::value(value));
    }
    found
}

/// The values of a parameter, as they were sent.
pub(crate) fn values<'r>(query: Option<&'r str>, name: &str) -> impl Iterator<Item = &'r str> {
    let is_named = move |key: &str| percent::query(key).is_some_and(|key| key == name);
    pairs(query).filter(move |(key, _)| is_named(key)).map(|(_, value)| value)
}

/// All names and values, as they were sent.
pub(crate) fn pairs(query: Option<&str>) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = query;
    let pairs = iter::from_fn(move || {
        let (pair, after) = cut(rest?, b'&');
        rest = after;
        Some(pair)
    });
    pairs.filter(|pair| !pair.is_empty()).map(|pair| {
        let (name, value) = cut(pair, b'=');
        (name, value.unwrap_or_default())
    })
}

/// What is before the first such byte, which is ASCII, and what is behind it.
#[inline]
fn cut(text: &str, at: u8) -> (&str, Option<&str>) {
    // byte by byte: what is between them is short, for which the search of `str` is long
    match text.bytes().position(|byte| byte == at) {
        Some(end) => (text.get(..end).unwrap_or_default(), text.get(end + 1..)),
        None => (text, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Found<'_> {
        Found::Text(text.into())
    }

    #[test]
    fn a_value_is_decoded_after_splitting() {
        assert_eq!(find(Some("a=1%262&b=x+y%2B"), "a"), text("1&2"));
        assert_eq!(find(Some("a=1%262&b=x+y%2B"), "b"), text("x y+"));
        assert_eq!(find(Some("a=b=c"), "a"), text("b=c"));
    }

    #[test]
    fn a_name_may_be_encoded_and_is_compared_exactly() {
        assert_eq!(find(Some("%61=1"), "a"), text("1"));
        assert_eq!(find(Some("A=1&ab=2"), "a"), Found::Nothing);
        assert_eq!(find(Some("max+price=1"), "max price"), text("1"));
    }

    #[test]
    fn a_name_without_a_value_has_an_empty_one() {
        assert_eq!(find(Some("a"), "a"), text(""));
        assert_eq!(find(Some("&&a=&"), "a"), text(""));
    }

    #[test]
    fn what_is_not_there_is_nothing() {
        assert_eq!(find(None, "a"), Found::Nothing);
        assert_eq!(find(Some(""), "a"), Found::Nothing);
        assert_eq!(find(Some(""), ""), Found::Nothing);
    }

    #[test]
    fn what_is_there_twice_is_found_twice_whatever_it_is() {
        assert_eq!(find(Some("a=1&b=2&a=1"), "a"), Found::Twice);
        assert_eq!(find(Some("a=%ff&a"), "a"), Found::Twice);
    }

    #[test]
    fn a_value_that_cannot_be_decoded_is_no_text() {
        assert_eq!(find(Some("a=%ff"), "a"), Found::NoText);
        assert_eq!(find(Some("a=%zz"), "a"), Found::NoText);
    }
}
