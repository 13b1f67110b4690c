//! Numbers as text (RFC 8259, section 6).

use std::io::Write;

/// Writes an integer.
pub(super) fn signed(out: &mut Vec<u8>, value: i64) {
    if value < 0 {
        out.push(b'-');
    }
    unsigned(out, value.unsigned_abs());
}

/// Writes an integer that is not negative.
pub(super) fn unsigned(out: &mut Vec<u8>, mut value: u64) {
    let mut digits = [0; 20];
    let mut length = 0;
    for place in digits.iter_mut().rev() {
        *place = b'0' + (value % 10) as u8;
        value /= 10;
        length += 1;
        if value == 0 {
            break;
        }
    }
    if let Some(digits) = digits.get(digits.len() - length..) {
        out.extend_from_slice(digits);
    }
}

/// Writes a number of double precision in as few digits as give it back.
pub(super) fn double(out: &mut Vec<u8>, value: f64) {
    if !value.is_finite() {
        return out.extend_from_slice(b"null");
    }
    // a vector takes every write
    let _ = write!(out, "{value:?}");
}

/// Writes a number of single precision in as few digits as give it back.
pub(super) fn single(out: &mut Vec<u8>, value: f32) {
    if !value.is_finite() {
        return out.extend_from_slice(b"null");
    }
    let _ = write!(out, "{value:?}");
}
