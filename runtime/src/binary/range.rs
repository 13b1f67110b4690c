//! The field `Range` ([RFC 9110, 14.2](https://www.rfc-editor.org/rfc/rfc9110#section-14.2)).

use http::HeaderMap;
use http::header::RANGE;

/// What a request asks for of content with a length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// All of it: nothing is asked, what cannot be understood, or several parts.
    Whole,
    /// From the byte `start` on, `length` bytes, one at least.
    Part { start: u64, length: u64 },
    /// A part that it does not have.
    Beyond,
}

impl Asked {
    /// What `headers` ask for of `whole` bytes.
    pub(super) fn of(headers: &HeaderMap, whole: u64) -> Self {
        let mut fields = headers.get_all(RANGE).iter();
        let (Some(field), None) = (fields.next(), fields.next()) else { return Self::Whole };
        let part = field.to_str().ok().and_then(|field| field.split_once('='));
        match part {
            // Nothing can be said of a part of nothing.
            Some((unit, range)) if unit.eq_ignore_ascii_case("bytes") && whole > 0 => {
                read(range.trim(), whole).unwrap_or(Self::Whole)
            }
            _ => Self::Whole,
        }
    }
}

/// `0-499`, `500-` or `-500`; `None` where it is none of them.
fn read(range: &str, whole: u64) -> Option<Asked> {
    let (first, last) = range.split_once('-')?;
    if first.is_empty() {
        let length = position(last)?.min(whole);
        return Some(match length {
            0 => Asked::Beyond,
            _ => Asked::Part { start: whole - length, length },
        });
    }
    let start = position(first)?;
    let last = if last.is_empty() { u64::MAX } else { position(last)? };
    if last < start {
        return None;
    }
    if start >= whole {
        return Some(Asked::Beyond);
    }
    Some(Asked::Part { start, length: last.min(whole - 1) - start + 1 })
}

/// Digits; a number beyond 64 bits is as good as the greatest.
fn position(digits: &str) -> Option<u64> {
    let good = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    good.then(|| digits.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    fn asked(field: &'static str, whole: u64) -> Asked {
        Asked::of(&HeaderMap::from_iter([(RANGE, HeaderValue::from_static(field))]), whole)
    }

    #[test]
    fn a_part_is_from_one_byte_to_another_or_to_the_end_or_the_last_bytes() {
        for (field, start, length) in [
            ("bytes=0-0", 0, 1),
            ("bytes=2-5", 2, 4),
            ("BYTES=2-5", 2, 4),
            ("bytes=2-", 2, 8),
            ("bytes=2-99999999999999999999", 2, 8),
            ("bytes=-3", 7, 3),
            ("bytes=-99", 0, 10),
        ] {
            assert_eq!(asked(field, 10), Asked::Part { start, length }, "{field}");
        }
    }

    #[test]
    fn what_is_beyond_the_end_is_not_there() {
        for field in ["bytes=10-", "bytes=10-12", "bytes=99999999999999999999-", "bytes=-0"] {
            assert_eq!(asked(field, 10), Asked::Beyond, "{field}");
        }
    }

    #[test]
    fn what_is_not_understood_and_several_parts_are_the_whole() {
        for field in [
            "",
            "bytes",
            "bytes=",
            "bytes=-",
            "bytes=5-2",
            "bytes=a-b",
            "bytes=+1-2",
            "lines=1-2",
            "bytes=0-1,4-5",
        ] {
            assert_eq!(asked(field, 10), Asked::Whole, "{field}");
        }
        assert_eq!(asked("bytes=0-", 0), Asked::Whole);
    }
}
