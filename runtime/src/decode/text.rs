//! Escapes in strings (RFC 8259, section 7).

/// What a string with escapes stands for. The escapes were found good when the string was scanned.
pub(super) fn unescape(span: &str) -> String {
    let mut out = String::with_capacity(span.len());
    let mut rest = span;
    while let Some((plain, escaped)) = cut(rest) {
        out.push_str(plain);
        let mut characters = escaped.chars();
        match characters.next() {
            Some('b') => out.push('\u{8}'),
            Some('f') => out.push('\u{c}'),
            Some('n') => out.push('\n'),
            Some('r') => out.push('\r'),
            Some('t') => out.push('\t'),
            Some('u') => {
                let (character, after) = code_point(characters.as_str());
                out.push(character);
                characters = after.chars();
            }
            Some(itself) => out.push(itself),
            None => {}
        }
        rest = characters.as_str();
    }
    out.push_str(rest);
    out
}

/// What is before the first backslash, and what is behind it.
fn cut(text: &str) -> Option<(&str, &str)> {
    // of what stops there, a string that was scanned has nothing else
    let at = plain(text.as_bytes());
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// The code point after `\u`, of one unit or of a pair, and what follows.
fn code_point(text: &str) -> (char, &str) {
    let (high, rest) = unit(text);
    if let Some(character) = char::from_u32(high) {
        return (character, rest);
    }
    let (low, rest) = unit(rest.strip_prefix("\\u").unwrap_or_default());
    let pair = char::decode_utf16([high as u16, low as u16]).next();
    (pair.and_then(Result::ok).unwrap_or(char::REPLACEMENT_CHARACTER), rest)
}

fn unit(text: &str) -> (u32, &str) {
    let (digits, rest) = text.split_at_checked(4).unwrap_or_default();
    (u32::from_str_radix(digits, 16).unwrap_or_default(), rest)
}

const LOW: u64 = u64::from_ne_bytes([0x01; 8]);
const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);

/// How many bytes at the beginning stand for themselves in a string: none is a quote, a backslash or a control
/// character.
#[inline]
pub(crate) fn plain(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    while let Some((chunk, after)) = rest.split_first_chunk::<8>() {
        let stops = stops(u64::from_le_bytes(*chunk));
        if stops != 0 {
            return bytes.len() - rest.len() + (stops.trailing_zeros() / 8) as usize;
        }
        rest = after;
    }
    let tail = rest.iter().position(|byte| matches!(byte, 0..0x20 | b'"' | b'\\'));
    bytes.len() - rest.len() + tail.unwrap_or(rest.len())
}

/// Whether all bytes stand for themselves in a string.
#[inline]
pub(crate) fn is_plain(bytes: &[u8]) -> bool {
    if let Some(last) = bytes.last_chunk::<8>() {
        // the last chunk may overlap the one before it
        let (chunks, _) = bytes.as_chunks::<8>();
        let found = chunks.iter().fold(0, |found, chunk| found | stops(u64::from_le_bytes(*chunk)));
        found | stops(u64::from_le_bytes(*last)) == 0
    } else if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        let both = u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last));
        stops(both) == 0
    } else {
        plain(bytes) == bytes.len()
    }
}

/// Eight bytes at once: the first of them that does not stand for itself has its highest bit set, and none before it.
///
/// A byte has its highest bit set where it borrows and had none before. With its second bit turned round, a quote is
/// the one byte besides the control characters that borrows when 0x21 is taken away; with a backslash taken out by XOR,
/// that is the one that borrows when 1 is taken away. A borrow spills over into later bytes only.
#[inline]
fn stops(bytes: u64) -> u64 {
    let quote_or_control = (bytes ^ (LOW * 0x02)).wrapping_sub(LOW * 0x21);
    let backslash = (bytes ^ (LOW * b'\\' as u64)).wrapping_sub(LOW);
    (quote_or_control | backslash) & !bytes & HIGH
}
