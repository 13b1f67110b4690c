//! The field `Cookie` ([RFC 6265, 4.2](https://www.rfc-editor.org/rfc/rfc6265#section-4.2)).

use http::HeaderMap;
use http::header::COOKIE;

/// The values of the cookies of a name, which is compared exactly. White space around names and values is none of them, as
/// servers at large have it: otherwise two readers could read two callers.
pub(crate) fn values<'r>(headers: &'r HeaderMap, name: &'r [u8]) -> impl Iterator<Item = &'r [u8]> {
    pairs(headers).filter_map(move |(key, value)| (key == name).then_some(value))
}

/// The names and values of all cookies.
pub(crate) fn pairs(headers: &HeaderMap) -> impl Iterator<Item = (&[u8], &[u8])> {
    let fields = headers.get_all(COOKIE).iter();
    let pairs = fields.flat_map(|field| field.as_bytes().split(|byte| *byte == b';'));
    pairs.filter_map(|pair| {
        let end = pair.iter().position(|byte| *byte == b'=')?;
        Some((pair.get(..end)?.trim_ascii(), pair.get(end + 1..)?.trim_ascii()))
    })
}
