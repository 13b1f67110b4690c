//! Base 64 ([RFC 4648, 4](https://www.rfc-editor.org/rfc/rfc4648#section-4)), as strictly as 3.3 and 3.5 allow.

use zeroize::Zeroizing;

/// The bytes that `text` stands for, wiped when they are dropped. `None`: characters outside the alphabet, padding that is
/// missing or in excess, or bits after the end that are not zero.
///
/// One text stands for one value, so that no two texts are the same credential.
pub(super) fn decode(text: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (quanta, rest) = text.as_chunks::<4>();
    if !rest.is_empty() {
        return None;
    }
    // Of its final size from the start: what grows leaves copies behind, which nobody wipes.
    let mut bytes = Zeroizing::new(Vec::with_capacity(quanta.len() * 3));
    let Some((last, before)) = quanta.split_last() else { return Some(bytes) };
    for [a, b, c, d] in before {
        let [a, b, c, d] = [value(*a)?, value(*b)?, value(*c)?, value(*d)?];
        bytes.extend([a << 2 | b >> 4, b << 4 | c >> 2, c << 6 | d]);
    }
    match *last {
        [a, b, b'=', b'='] => bytes.push(one(value(a)?, value(b)?)?),
        [a, b, c, b'='] => bytes.extend(two(value(a)?, value(b)?, value(c)?)?),
        [a, b, c, d] => {
            let [a, b, c, d] = [value(a)?, value(b)?, value(c)?, value(d)?];
            bytes.extend([a << 2 | b >> 4, b << 4 | c >> 2, c << 6 | d]);
        }
    }
    Some(bytes)
}

fn one(a: u8, b: u8) -> Option<u8> {
    (b & 0x0f == 0).then_some(a << 2 | b >> 4)
}

fn two(a: u8, b: u8, c: u8) -> Option<[u8; 2]> {
    (c & 0x03 == 0).then_some([a << 2 | b >> 4, b << 4 | c >> 2])
}

fn value(character: u8) -> Option<u8> {
    match character {
        b'A'..=b'Z' => Some(character - b'A'),
        b'a'..=b'z' => Some(character - b'a' + 26),
        b'0'..=b'9' => Some(character - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    }
}
