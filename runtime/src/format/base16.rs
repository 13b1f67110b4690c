//! `contentEncoding: base16` (RFC 4648, section 8)

const DIGITS: &[u8; 16] = b"0123456789ABCDEF";

pub(super) fn holds(text: &str) -> bool {
    text.len().is_multiple_of(2) && text.bytes().all(|digit| digit.is_ascii_hexdigit())
}

/// The bytes that a text stands for; letters may be small ones.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    let value = |digit: u8| char::from(digit).to_digit(16);
    let pairs = pairs.iter().map(|[high, low]| Some((value(*high)? << 4 | value(*low)?) as u8));
    if rest.is_empty() { pairs.collect() } else { None }
}

pub(super) fn encode(bytes: &[u8]) -> String {
    let digit = |value: u8| DIGITS.get(usize::from(value)).copied().map_or('0', char::from);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 0xf)]).collect()
}
