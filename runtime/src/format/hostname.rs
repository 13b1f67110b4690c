//! `format: hostname` (RFC 1123, section 2.1) and `format: idn-hostname` (RFC 5890, section 2.3.2.3)

use std::borrow::Cow;

use super::{bidi, idn, punycode};

/// So many bytes a name has at most, and so many a label (RFC 1034, section 3.1, of which the dots are counted here).
const NAME: usize = 253;
const LABEL: usize = 63;

/// What a label of letters beyond ASCII begins with when it is in ASCII.
const PREFIX: &str = "xn--";

pub(super) fn holds(text: &str) -> bool {
    text.len() <= NAME && text.is_ascii() && (are_plain(text) || are_labels(text, "."))
}

/// Whether a name has labels of letters, digits and single hyphens, as most have: it is a good one, found in one pass.
fn are_plain(text: &str) -> bool {
    let (mut length, mut before) = (0, b'.');
    for byte in text.bytes() {
        length = match byte {
            b'.' | b'-' if matches!(before, b'.' | b'-') => return false,
            b'.' => 0,
            b'-' | b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => length + 1,
            _ => return false,
        };
        if length > LABEL {
            return false;
        }
        before = byte;
    }
    !matches!(before, b'.' | b'-')
}

pub(super) fn holds_beyond_ascii(text: &str) -> bool {
    // a character has four bytes at most, and at least one when it is in ASCII
    text.len() <= 4 * NAME && are_labels(text, ".\u{3002}\u{ff0e}\u{ff61}")
}

fn are_labels(text: &str, dots: &str) -> bool {
    let (mut labels, mut length) = (Vec::new(), 0);
    for label in text.split(|character| dots.contains(character)) {
        let Some((label, in_ascii)) = read(label) else { return false };
        labels.push(label);
        length += in_ascii + 1;
    }
    length <= NAME + 1 && bidi::holds(&labels)
}

/// A label as it is read by people, and how long it is in ASCII.
fn read(label: &str) -> Option<(Cow<'_, str>, usize)> {
    if !label.is_ascii() {
        let length = PREFIX.len() + punycode::encode(label)?.len();
        return (idn::is_label(label) && length <= LABEL).then_some((label.into(), length));
    }
    let is_good = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    let hyphens = label.starts_with('-') || label.ends_with('-');
    if !(1..=LABEL).contains(&label.len()) || hyphens || !label.bytes().all(is_good) {
        return None;
    }
    match label.split_at_checked(PREFIX.len()) {
        Some((prefix, encoded)) if prefix.eq_ignore_ascii_case(PREFIX) => {
            let encoded = encoded.to_ascii_lowercase();
            let decoded = punycode::decode(&encoded)?;
            let is_canonical = !decoded.is_ascii() && punycode::encode(&decoded)? == encoded;
            (is_canonical && idn::is_label(&decoded)).then_some((decoded.into(), label.len()))
        }
        _ => Some((label.into(), label.len())),
    }
}
