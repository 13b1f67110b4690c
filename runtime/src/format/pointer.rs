//! `format: json-pointer` (RFC 6901) and `format: relative-json-pointer` (draft-bhutton-relative-json-pointer-00)

use super::rest::Rest;

pub(super) fn holds(text: &str) -> bool {
    let escapes = text.split('~').skip(1);
    (text.is_empty() || text.starts_with('/')) && { escapes }.all(|escape| escape.starts_with(['0', '1']))
}

pub(super) fn holds_relative(text: &str) -> bool {
    let mut rest = Rest::of(text);
    let Some(up) = rest.digits() else { return false };
    let mut behind = text.get(up.len()..).unwrap_or_default();
    if let Some(moved) = behind.strip_prefix(['+', '-']) {
        let end = moved.find(|character: char| !character.is_ascii_digit()).unwrap_or(moved.len());
        if end == 0 || moved.starts_with('0') {
            return false;
        }
        behind = moved.get(end..).unwrap_or_default();
    }
    (up.len() == 1 || !up.starts_with(b"0")) && (behind == "#" || holds(behind))
}
