//! The bearer token, as the servers written by hand read it.

use http::HeaderMap;
use http::header::AUTHORIZATION;

/// The token of the request, if there is one and its grammar is right (RFC 6750, section 2.1).
pub(super) fn token(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    let token = token.trim_start_matches(' ');
    (scheme.eq_ignore_ascii_case("Bearer") && is_b64token(token)).then_some(token)
}

fn is_b64token(text: &str) -> bool {
    let token = text.trim_end_matches('=');
    !token.is_empty()
        && token.bytes().all(|byte| {
            matches!(byte, b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'+' | b'/')
        })
}
