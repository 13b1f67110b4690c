//! Conditions of a request ([RFC 9110, 13](https://www.rfc-editor.org/rfc/rfc9110#section-13)), and the part of the content that it asks for.

use std::time::SystemTime;

use http::header::{
    ACCEPT_RANGES, CONTENT_RANGE, CONTENT_TYPE, ETAG, HeaderName, HeaderValue, IF_MATCH, IF_MODIFIED_SINCE,
    IF_NONE_MATCH, IF_RANGE, IF_UNMODIFIED_SINCE, LAST_MODIFIED,
};
use http::{HeaderMap, Method, StatusCode};

use super::range::Asked;
use crate::rejection::Rejection;
use crate::response::{self, Response, ResponseBody};

/// The response to a request with this method and these `headers`: as it is, or what the conditions and the range of the request make of
/// it, where it is a 200 whose content [`Accept-Ranges`](ACCEPT_RANGES).
pub(crate) fn selected(
    method: &Method,
    headers: &HeaderMap,
    response: Response,
) -> Result<Response, Rejection> {
    let good = response.status() == StatusCode::OK && response.headers().contains_key(ACCEPT_RANGES);
    if !good || !matches!(*method, Method::GET | Method::HEAD) {
        return Ok(response);
    }
    let (tag, modified) = (response.headers().get(ETAG), response.headers().get(LAST_MODIFIED));
    if !still_is(headers, tag, modified) {
        return Err(Rejection::PreconditionFailed);
    }
    if is_known(headers, tag, modified) {
        return Ok(unchanged(response));
    }
    // Ranges are of GET alone (RFC 9110, 14.2).
    if *method == Method::GET && is_same_version(headers, tag, modified) {
        return part(headers, response);
    }
    Ok(response)
}

fn part(headers: &HeaderMap, response: Response) -> Result<Response, Rejection> {
    let Some(whole) = response.body().divisible() else { return Ok(response) };
    let (start, length) = match Asked::of(headers, whole) {
        Asked::Whole => return Ok(response),
        Asked::Part { start, length } => (start, length),
        Asked::Beyond => return Err(Rejection::RangeNotSatisfiable(whole)),
    };
    let mut response = response.map(|body| body.part(start, length));
    *response.status_mut() = StatusCode::PARTIAL_CONTENT;
    Ok(match HeaderValue::try_from(format!("bytes {start}-{}/{whole}", start + length - 1)) {
        Ok(range) => response::with(response, CONTENT_RANGE, range),
        Err(_) => response,
    })
}

/// 304: the client has it already, and need only be told what it may do with it (RFC 9110, 15.4.5).
fn unchanged(response: Response) -> Response {
    let (mut head, _) = response.into_parts();
    head.status = StatusCode::NOT_MODIFIED;
    for name in [CONTENT_TYPE, ACCEPT_RANGES] {
        head.headers.remove(name);
    }
    Response::from_parts(head, ResponseBody::default())
}

type Validator<'h> = Option<&'h HeaderValue>;

/// `If-Match`, or else `If-Unmodified-Since` (RFC 9110, 13.1.1 and 13.1.4).
fn still_is(headers: &HeaderMap, tag: Validator<'_>, modified: Validator<'_>) -> bool {
    if headers.contains_key(IF_MATCH) {
        return tags(headers, IF_MATCH).any(|named| named == b"*" || is_strong(named, tag));
    }
    match (time(headers.get(IF_UNMODIFIED_SINCE)), time(modified)) {
        (Some(since), Some(modified)) => modified <= since,
        _ => true,
    }
}

/// `If-None-Match`, or else `If-Modified-Since` (RFC 9110, 13.1.2 and 13.1.3).
fn is_known(headers: &HeaderMap, tag: Validator<'_>, modified: Validator<'_>) -> bool {
    if headers.contains_key(IF_NONE_MATCH) {
        return tag.is_some_and(|tag| is_among(tag, headers));
    }
    match (time(headers.get(IF_MODIFIED_SINCE)), time(modified)) {
        (Some(since), Some(modified)) => modified <= since,
        _ => false,
    }
}

/// `If-Range` (RFC 9110, 13.1.5): whether the part that is asked for is of what the client has the rest of.
fn is_same_version(headers: &HeaderMap, tag: Validator<'_>, modified: Validator<'_>) -> bool {
    let Some(wanted) = headers.get(IF_RANGE) else { return true };
    is_strong(wanted.as_bytes(), tag) || modified.is_some_and(|modified| wanted == modified)
}

/// Whether `If-None-Match` names the tag, weak or strong, or any ([RFC 9110, 13.1.2]).
///
/// [RFC 9110, 13.1.2]: https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2
pub(crate) fn is_among(tag: &HeaderValue, headers: &HeaderMap) -> bool {
    let opaque = |tag: &[u8]| tag.strip_prefix(b"W/").map(<[u8]>::to_vec).unwrap_or_else(|| tag.to_vec());
    let wanted = opaque(tag.as_bytes());
    tags(headers, IF_NONE_MATCH).any(|named| named == b"*" || opaque(named) == wanted)
}

fn tags(headers: &HeaderMap, name: HeaderName) -> impl Iterator<Item = &[u8]> {
    let fields = headers.get_all(name).into_iter();
    fields.flat_map(|field| field.as_bytes().split(|byte| *byte == b',')).map(<[u8]>::trim_ascii)
}

/// The strong comparison (RFC 9110, 8.8.3.2).
fn is_strong(named: &[u8], tag: Validator<'_>) -> bool {
    tag.is_some_and(|tag| named.starts_with(b"\"") && named == tag.as_bytes())
}

fn time(field: Validator<'_>) -> Option<SystemTime> {
    httpdate::parse_http_date(field?.to_str().ok()?).ok()
}

/// A date as fields have it; `None` beyond the year 9999 and before 1970, which they do not.
pub(super) fn date(time: SystemTime) -> Option<HeaderValue> {
    let seconds = time.duration_since(SystemTime::UNIX_EPOCH).ok()?.as_secs();
    if seconds >= 253_402_300_800 {
        return None;
    }
    HeaderValue::try_from(httpdate::fmt_http_date(time)).ok()
}

/// An entity tag in its quotes; `None` where it has what no tag has (RFC 9110, 8.8.3).
pub(super) fn quoted(tag: &str) -> Option<HeaderValue> {
    let good = tag.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"');
    HeaderValue::try_from(format!("\"{tag}\"")).ok().filter(|_| good)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(field: &'static str) -> bool {
        let headers = HeaderMap::from_iter([(IF_NONE_MATCH, HeaderValue::from_static(field))]);
        is_among(&HeaderValue::from_static("\"a\""), &headers)
    }

    #[test]
    fn a_tag_is_known_weak_or_strong_alone_or_in_a_list() {
        for field in ["\"a\"", "W/\"a\"", "\"b\", \"a\"", "*"] {
            assert!(known(field), "{field}");
        }
    }

    #[test]
    fn another_tag_is_not_known() {
        for field in ["\"b\"", "a", "", "\"a", "w/\"a\""] {
            assert!(!known(field), "{field}");
        }
    }

    #[test]
    fn a_tag_has_neither_quotes_nor_spaces() {
        assert_eq!(quoted("a-1"), Some(HeaderValue::from_static("\"a-1\"")));
        for tag in ["a\"b", "a b", "a\r\nb", "ä"] {
            assert_eq!(quoted(tag), None, "{tag}");
        }
    }

    #[test]
    fn a_date_that_no_field_has_is_left_out() {
        let after = |seconds| SystemTime::UNIX_EPOCH.checked_add(std::time::Duration::from_secs(seconds));
        assert_eq!(
            after(784_111_777).and_then(date),
            Some(HeaderValue::from_static("Sun, 06 Nov 1994 08:49:37 GMT"))
        );
        assert_eq!(after(253_402_300_800).and_then(date), None);
    }
}
