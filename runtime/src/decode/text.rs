//! Escapes in strings (RFC 8259, section 7).

/// What a string with escapes stands for. The escapes were found good when the string was scanned.
pub(super) fn unescape(span: &str) -> String {
    let mut out = String::with_capacity(span.len());
    let mut rest = span;
    while let Some((plain, escaped)) = rest.split_once('\\') {
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
