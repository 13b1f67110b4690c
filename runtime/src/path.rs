//! The path of a request: what is between its slashes.

use std::borrow::Cow;

use crate::percent;

/// How many segments are read without an allocation.
const FEW: usize = 4;

/// Reads a path as segments and an end (`/` or nothing) and hands them on.
///
/// Segments are split first and percent-decoded then, so that `%2F` stays inside its segment. `None`: the path does not
/// begin with a slash, has an empty segment, or cannot be decoded.
#[inline]
pub(crate) fn read<R>(path: &str, then: impl FnOnce(&[&str], &str) -> R) -> Option<R> {
    let (inside, end) = split_end(path)?;
    if inside.is_empty() {
        return Some(then(&[], end));
    }
    let mut few = [""; FEW];
    match split_few(inside, &mut few) {
        Some(count) => few.get(..count).map(|segments| then(segments, end)),
        None => read_any(inside, end, then),
    }
}

/// Splits at slashes and says how many segments there are. `None`: there are too many, or one is empty or encoded.
#[inline]
fn split_few<'r>(inside: &'r str, few: &mut [&'r str; FEW]) -> Option<usize> {
    let (mut rest, mut count) = (inside, 0);
    for place in few {
        // A loop over bytes is the fastest for texts as short as these.
        let length = rest.bytes().position(|byte| byte == b'/' || byte == b'%').unwrap_or(rest.len());
        let (segment, after) = rest.split_at_checked(length)?;
        if segment.is_empty() {
            return None;
        }
        *place = segment;
        count += 1;
        if after.is_empty() {
            return Some(count);
        }
        rest = after.strip_prefix('/')?;
    }
    None
}

#[cold]
fn read_any<R>(inside: &str, end: &str, then: impl FnOnce(&[&str], &str) -> R) -> Option<R> {
    let decoded = inside.split('/').map(decoded).collect::<Option<Vec<_>>>()?;
    let segments: Vec<&str> = decoded.iter().map(|segment| &**segment).collect();
    Some(then(&segments, end))
}

/// The segment at an index, counted from 0, of a path that [`read`] has read.
pub(crate) fn segment(path: &str, index: usize) -> Option<Cow<'_, str>> {
    sent(path, index).and_then(decoded)
}

/// The same, as it was sent.
pub(crate) fn sent(path: &str, index: usize) -> Option<&str> {
    let (inside, _) = split_end(path)?;
    inside.split('/').nth(index)
}

/// What is between the first slash and the last, and the end.
#[inline]
fn split_end(path: &str) -> Option<(&str, &str)> {
    let inside = path.strip_prefix('/')?;
    match inside.strip_suffix('/') {
        Some("") => None,
        Some(inside) => Some((inside, "/")),
        None if inside.is_empty() => Some(("", "/")),
        None => Some((inside, "")),
    }
}

fn decoded(segment: &str) -> Option<Cow<'_, str>> {
    if segment.is_empty() { None } else { percent::segment(segment) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(path: &str) -> Option<String> {
        read(path, |segments, end| format!("{segments:?}{end}"))
    }

    #[test]
    fn a_path_is_its_segments_and_its_end() {
        assert_eq!(shown("/").as_deref(), Some("[]/"));
        assert_eq!(shown("/a").as_deref(), Some(r#"["a"]"#));
        assert_eq!(shown("/a/b/").as_deref(), Some(r#"["a", "b"]/"#));
    }

    #[test]
    fn segments_are_decoded_after_splitting() {
        assert_eq!(shown("/a%2Fb/%C3%A9/").as_deref(), Some(r#"["a/b", "é"]/"#));
    }

    #[test]
    fn an_empty_segment_is_no_path() {
        for path in ["//", "//a", "/a//", "/a//b", "/a%20//b", "///"] {
            assert_eq!(shown(path), None, "{path}");
        }
    }

    #[test]
    fn what_does_not_begin_with_a_slash_is_no_path() {
        assert_eq!([shown(""), shown("*"), shown("a/b")], [None, None, None]);
    }

    #[test]
    fn a_path_may_have_many_segments() {
        assert_eq!(read("/1/2/3/4/5/6/7/8", |segments, _| segments.len()), Some(8));
        assert_eq!(read("/1/2/3/4/5/6/7/8/9", |segments, _| segments.len()), Some(9));
    }

    #[test]
    fn a_segment_is_read_again_by_its_index() {
        assert_eq!(segment("/a/b%20c/", 1).as_deref(), Some("b c"));
        assert_eq!(segment("/a/b", 2), None);
    }
}
