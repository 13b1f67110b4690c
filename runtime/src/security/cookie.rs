//! API keys in cookies.

use http::HeaderMap;

use crate::cookie;

/// The values of the cookies of a name, without the quotes around them.
pub(super) fn values<'r>(headers: &'r HeaderMap, name: &'r [u8]) -> impl Iterator<Item = &'r [u8]> {
    cookie::values(headers, name).map(unquoted)
}

fn unquoted(value: &[u8]) -> &[u8] {
    match value {
        [b'"', inside @ .., b'"'] => inside,
        value => value,
    }
}
