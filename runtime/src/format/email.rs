//! `format: email` (RFC 5321, section 4.1.2) and `format: idn-email` (RFC 6531, section 3.3)

use super::{hostname, ip};

/// So many bytes the local part has at most (RFC 5321, section 4.5.3.1.1).
const LOCAL: usize = 64;

pub(super) fn holds(text: &str) -> bool {
    text.is_ascii() && is_mailbox(text, hostname::holds)
}

pub(super) fn holds_beyond_ascii(text: &str) -> bool {
    is_mailbox(text, hostname::holds_beyond_ascii)
}

fn is_mailbox(text: &str, is_domain: fn(&str) -> bool) -> bool {
    let Some(at) = (if text.starts_with('"') { quoted(text) } else { dotted(text) }) else { return false };
    let Some(domain) = text.get(at..).and_then(|rest| rest.strip_prefix('@')) else { return false };
    let literal = domain.strip_prefix('[').and_then(|literal| literal.strip_suffix(']'));
    at <= LOCAL && literal.map_or_else(|| is_domain(domain), is_address)
}

/// Where words with dots between them end.
fn dotted(text: &str) -> Option<usize> {
    let mut is_word_over = true;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'.' if is_word_over => return None,
            b'.' => is_word_over = true,
            _ if is_word(byte) => is_word_over = false,
            _ => return (!is_word_over).then_some(at),
        }
    }
    None
}

/// A byte of `atext` of RFC 5322, section 3.2.3, or of what is beyond ASCII.
fn is_word(byte: u8) -> bool {
    matches!(
        byte,
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | 0x80.. | b'!' | b'#'..=b'\'' | b'*' | b'+' | b'-' | b'/' | b'=' | b'?'
            | b'^'..=b'`' | b'{'..=b'~'
    )
}

/// Where a text in quotes ends.
fn quoted(text: &str) -> Option<usize> {
    let mut characters = text.char_indices().skip(1);
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return Some(at + 1),
            '\\' => {
                characters.next().filter(|(_, escaped)| (' '..='~').contains(escaped))?;
            }
            '\0'..' ' | '\u{7f}' => return None,
            _ => {}
        }
    }
    None
}

/// Whether it is an address of IPv4, or one of IPv6 with its tag.
fn is_address(literal: &str) -> bool {
    match literal.split_at_checked(5) {
        Some((tag, address)) if tag.eq_ignore_ascii_case("IPv6:") => ip::holds_v6(address),
        _ => ip::holds_v4(literal),
    }
}
