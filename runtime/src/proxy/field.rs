//! The values inside a field, whichever proxy's convention it follows.

use http::HeaderMap;
use http::header::HeaderName;
use http::uri::{Authority, Scheme};

/// The lines of a field, as texts. `None`: one of them has more than visible ASCII, spaces and tabs.
pub(super) fn lines<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<Vec<&'h str>> {
    headers.get_all(name).iter().map(|line| line.to_str().ok()).collect()
}

/// The elements of a list ([RFC 9110, 5.6.1]); empty ones do not count.
///
/// [RFC 9110, 5.6.1]: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.1
pub(super) fn elements<'h>(lines: &[&'h str]) -> Vec<&'h str> {
    let elements = lines.iter().flat_map(|line| line.split(','));
    elements.map(|element| element.trim_matches([' ', '\t'])).filter(|element| !element.is_empty()).collect()
}

/// `http` or `https`; nothing else speaks HTTP.
pub(super) fn scheme(text: &str) -> Option<Scheme> {
    [Scheme::HTTP, Scheme::HTTPS].into_iter().find(|scheme| scheme.as_str().eq_ignore_ascii_case(text))
}

/// A host as in the field `Host` ([RFC 9110, 7.2](https://www.rfc-editor.org/rfc/rfc9110#section-7.2)).
pub(super) fn host(text: &str) -> Option<Authority> {
    let host = Authority::try_from(text).ok()?;
    let is_whole = host.host() == text || host.port_u16().is_some();
    (is_whole && !host.host().is_empty() && !text.contains('@')).then_some(host)
}

/// The prefix of a path, from one slash to the next. That of every path, `/`, is nothing.
pub(super) fn prefix(text: &str) -> Option<String> {
    let text = text.strip_suffix('/').unwrap_or(text);
    let is_prefix = text.is_empty() || text.strip_prefix('/')?.split('/').all(is_segment);
    is_prefix.then(|| text.to_owned())
}

/// A segment that stays where it is ([RFC 3986, 3.3](https://www.rfc-editor.org/rfc/rfc3986#section-3.3)).
fn is_segment(segment: &str) -> bool {
    let inside = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@%".contains(&byte);
    !matches!(segment, "" | "." | "..") && segment.bytes().all(inside)
}

#[cfg(test)]
mod tests {
    use super::{host, prefix, scheme};

    #[test]
    fn a_prefix_is_a_path_of_this_server() {
        assert_eq!(prefix("/api/v1").as_deref(), Some("/api/v1"));
        assert_eq!(prefix("/api/").as_deref(), Some("/api"));
        assert_eq!(prefix("/").as_deref(), Some(""));
        for text in [
            "api",
            "//evil.example",
            "/\\evil.example",
            "/a//b",
            "/a/../b",
            "/a?b",
            "/a#b",
            "https://a",
            "/a b",
        ] {
            assert_eq!(prefix(text), None, "{text}");
        }
    }

    #[test]
    fn a_host_is_a_host_and_a_scheme_speaks_http() {
        assert!(
            host("app.example").is_some() && host("app.example:8443").is_some() && host("[::1]:80").is_some()
        );
        for text in ["", "a@b", "a/b", "a b", ":80", "a:x"] {
            assert_eq!(host(text), None, "{text}");
        }
        for (text, wanted) in [("https", Some("https")), ("HTTP", Some("http")), ("gopher", None), ("", None)]
        {
            assert_eq!(scheme(text).as_ref().map(|scheme| scheme.as_str()), wanted);
        }
    }
}
