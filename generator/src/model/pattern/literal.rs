//! Characters as themselves.

use std::fmt::Write;
use std::ops::RangeInclusive;

/// Half of a character outside the basic plane. No text of JSON has one alone.
const SURROGATES: RangeInclusive<u32> = 0xD800..=0xDFFF;

/// What no text meets.
pub(super) const NOTHING: &str = r"[^\s\S]";

/// What any character meets.
pub(super) const ANYTHING: &str = r"[\s\S]";

/// Writes the character `code` as it stands outside classes.
pub(super) fn character(code: u32, out: &mut String) {
    match char::from_u32(code) {
        Some(c) => escaped(c, r"\.+*?()|[]{}^$", out),
        None => out.push_str(NOTHING),
    }
}

/// Writes the characters from `first` to `last` as they stand in a class.
pub(super) fn range(first: u32, last: u32, out: &mut String) {
    let first = if SURROGATES.contains(&first) { SURROGATES.end() + 1 } else { first };
    let last = if SURROGATES.contains(&last) { SURROGATES.start() - 1 } else { last };
    let (Some(lower), Some(upper)) = (char::from_u32(first), char::from_u32(last)) else { return };
    if lower > upper {
        return;
    }
    escaped(lower, r"\[]^-&~", out);
    if lower < upper {
        out.push('-');
        escaped(upper, r"\[]^-&~", out);
    }
}

fn escaped(c: char, meta: &str, out: &mut String) {
    match c {
        '\t' => out.push_str(r"\t"),
        '\n' => out.push_str(r"\n"),
        '\r' => out.push_str(r"\r"),
        _ if meta.contains(c) => {
            out.push('\\');
            out.push(c);
        }
        ' '..='~' => out.push(c),
        _ if c.is_alphanumeric() => out.push(c),
        _ => {
            // A `String` takes whatever is written.
            let _ = write!(out, r"\x{{{:X}}}", u32::from(c));
        }
    }
}
