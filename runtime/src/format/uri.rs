//! `format: uri` and `uri-reference` (RFC 3986), `iri` and `iri-reference` (RFC 3987)

use super::ip;

/// Which characters beyond ASCII there may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Characters {
    Uri,
    Iri,
}

pub(super) fn holds(text: &str) -> bool {
    is_reference(text, Characters::Uri) && scheme(text).is_some()
}

pub(super) fn holds_as_reference(text: &str) -> bool {
    is_reference(text, Characters::Uri)
}

pub(super) fn holds_beyond_ascii(text: &str) -> bool {
    is_reference(text, Characters::Iri) && scheme(text).is_some()
}

pub(super) fn holds_as_reference_beyond_ascii(text: &str) -> bool {
    is_reference(text, Characters::Iri)
}

/// What stands before the first colon, where nothing else begins before it.
fn scheme(text: &str) -> Option<&str> {
    let end = text.find([':', '/', '?', '#'])?;
    text.get(end..)?.starts_with(':').then(|| text.get(..end))?
}

fn is_reference(text: &str, characters: Characters) -> bool {
    let scheme = scheme(text);
    let rest = scheme.and_then(|scheme| text.get(scheme.len() + 1..)).unwrap_or(text);
    let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (authority, path) = match rest.strip_prefix("//") {
        Some(rest) => rest.split_at(rest.find('/').unwrap_or(rest.len())),
        None => ("", rest),
    };
    scheme.is_none_or(is_scheme)
        && is_authority(authority, characters)
        && characters.are(path, ":@/", false)
        && characters.are(query, ":@/?", true)
        && characters.are(fragment, ":@/?", false)
}

fn is_scheme(scheme: &str) -> bool {
    scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

fn is_authority(authority: &str, characters: Characters) -> bool {
    let (user, rest) = authority.split_once('@').unwrap_or(("", authority));
    let (is_host, port) = match rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((literal, port)) => (is_literal(literal), port),
        None => {
            let (name, port) = rest.split_at(rest.find(':').unwrap_or(rest.len()));
            (characters.are(name, "", false), port)
        }
    };
    let is_port = port.is_empty()
        || port.strip_prefix(':').is_some_and(|port| port.bytes().all(|byte| byte.is_ascii_digit()));
    is_host && is_port && characters.are(user, ":", false)
}

/// What stands in brackets: an address of IPv6, or of a version to come.
fn is_literal(literal: &str) -> bool {
    let Some((version, address)) = literal.strip_prefix(['v', 'V']).and_then(|future| future.split_once('.'))
    else {
        return ip::holds_v6(literal);
    };
    let is_version = !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_version && !address.is_empty() && !address.contains('%') && Characters::Uri.are(address, ":", false)
}

impl Characters {
    /// Whether a part has only characters that it may have in any place, and those of `others`.
    fn are(self, part: &str, others: &str, is_query: bool) -> bool {
        let is_good = |character: char| match character {
            '%' => true,
            _ if character.is_ascii() => is_plain(character) || others.contains(character),
            _ => self == Self::Iri && (is_ucschar(character) || is_query && is_iprivate(character)),
        };
        part.chars().all(is_good) && are_encoded(part)
    }
}

/// Whether two digits follow each percent sign.
pub(super) fn are_encoded(text: &str) -> bool {
    text.split('%').skip(1).all(|behind| {
        behind.as_bytes().first_chunk::<2>().is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    })
}

/// `unreserved` and `sub-delims`
fn is_plain(character: char) -> bool {
    character.is_ascii_alphanumeric() || "-._~!$&'()*+,;=".contains(character)
}

/// `ucschar`
pub(super) fn is_ucschar(character: char) -> bool {
    match character {
        '\u{a0}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{ffef}' => true,
        '\u{10000}'..='\u{dffff}' | '\u{e1000}'..='\u{effff}' => u32::from(character) & 0xfffe != 0xfffe,
        _ => false,
    }
}

/// `iprivate`
pub(super) fn is_iprivate(character: char) -> bool {
    match character {
        '\u{e000}'..='\u{f8ff}' => true,
        '\u{f0000}'.. => u32::from(character) & 0xfffe != 0xfffe,
        _ => false,
    }
}
