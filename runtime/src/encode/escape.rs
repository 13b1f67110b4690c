//! What stands between the quotes of a string (RFC 8259, section 7).

use crate::decode::text;

/// Writes a text so that it may stand between quotes.
#[inline]
pub(super) fn write(out: &mut Vec<u8>, value: &str) {
    if text::is_plain(value.as_bytes()) {
        out.extend_from_slice(value.as_bytes());
    } else {
        escaped(out, value.as_bytes());
    }
}

#[cold]
fn escaped(out: &mut Vec<u8>, bytes: &[u8]) {
    let mut rest = bytes;
    while let Some((plain, after)) = rest.split_at_checked(text::plain(rest)) {
        out.extend_from_slice(plain);
        let [byte, after @ ..] = after else { break };
        escape(out, *byte);
        rest = after;
    }
}

fn escape(out: &mut Vec<u8>, byte: u8) {
    let letter = match byte {
        0x08 => b'b',
        b'\t' => b't',
        b'\n' => b'n',
        0x0c => b'f',
        b'\r' => b'r',
        b'"' | b'\\' => byte,
        _ => {
            let digit = |value: u8| if value < 10 { b'0' + value } else { b'a' - 10 + value };
            return out.extend_from_slice(&[b'\\', b'u', b'0', b'0', digit(byte >> 4), digit(byte & 0xf)]);
        }
    };
    out.extend_from_slice(&[b'\\', letter]);
}
