//! The redirect for a slash too many or too few.

use http::header::{HeaderValue, LOCATION};
use http::request::Parts;
use http::{StatusCode, Uri};

use crate::proxy::Forwarded;
use crate::response::{self, Response};

/// 307 to the same target with a slash more or less at the end of its path ([RFC 9110, 15.4.8]).
///
/// The address is a path of this server, made of the request's own, never of its `Host`. What a proxy has `stripped` off
/// the path is put on again: what the proxy says, or else what is configured.
///
/// [RFC 9110, 15.4.8]: https://www.rfc-editor.org/rfc/rfc9110#section-15.4.8
pub(crate) fn other_end(head: &Parts, stripped: &str) -> Option<Response> {
    let forwarded = head.extensions.get().and_then(Forwarded::prefix);
    let location = location(forwarded.unwrap_or(stripped), target(head))?;
    Some(response::with(response::empty(StatusCode::TEMPORARY_REDIRECT), LOCATION, location))
}

/// The target as the client sent it; a router in front may have taken a prefix off.
fn target(head: &Parts) -> &Uri {
    #[cfg(feature = "axum")]
    if let Some(original) = head.extensions.get::<axum::extract::OriginalUri>() {
        return &original.0;
    }
    &head.uri
}

fn location(stripped: &str, target: &Uri) -> Option<HeaderValue> {
    let path = target.path();
    let mut location = match path.strip_suffix('/') {
        Some(path) => format!("{stripped}{path}"),
        None => format!("{stripped}{path}/"),
    };
    // To a browser a backslash is a slash, and two slashes begin another host.
    if location.contains('\\') {
        location = location.replace('\\', "%5C");
    }
    if !location.starts_with('/') || location.starts_with("//") {
        return None;
    }
    if let Some(query) = target.query() {
        location.push('?');
        location.push_str(query);
    }
    HeaderValue::try_from(location).ok()
}

#[cfg(test)]
mod tests {
    use super::location;

    fn to(target: &'static str) -> Option<String> {
        let location = location("", &http::Uri::from_static(target))?;
        location.to_str().ok().map(str::to_owned)
    }

    #[test]
    fn a_slash_is_added_or_taken_off_and_the_query_is_kept() {
        assert_eq!(to("/a/b?c=/d").as_deref(), Some("/a/b/?c=/d"));
        assert_eq!(to("/a/b/?c").as_deref(), Some("/a/b?c"));
    }

    #[test]
    fn what_a_browser_takes_for_another_host_is_no_address() {
        assert_eq!(to("//evil.example"), None);
        assert_eq!(to("/\\evil.example").as_deref(), Some("/%5Cevil.example/"));
    }
}
