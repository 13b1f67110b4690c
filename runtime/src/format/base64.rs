//! `contentEncoding: base64` and `base64url`, `format: byte` (RFC 4648, sections 4 and 5)

/// The last two characters of an alphabet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Alphabet {
    last: [u8; 2],
    /// Whether a text without padding stands for something.
    unpadded: bool,
}

pub(super) const PLAIN: Alphabet = Alphabet { last: *b"+/", unpadded: false };
pub(super) const URL: Alphabet = Alphabet { last: *b"-_", unpadded: true };

pub(super) fn holds(text: &str) -> bool {
    PLAIN.decode(text).is_some()
}

pub(super) fn holds_for_url(text: &str) -> bool {
    URL.decode(text).is_some()
}

impl Alphabet {
    /// The bytes that a text stands for. `None`: it has characters outside the alphabet, padding that is missing or in excess,
    /// or bits behind the end that are not zero (sections 3.2, 3.3 and 3.5).
    pub(super) fn decode(self, text: &str) -> Option<Vec<u8>> {
        let digits = text.trim_end_matches('=');
        let padding = text.len() - digits.len();
        let left = digits.len() % 4;
        let is_padded = padding == (4 - left) % 4 || self.unpadded && padding == 0;
        if left == 1 || !is_padded {
            return None;
        }
        let mut bytes = Vec::with_capacity(digits.len() / 4 * 3 + 2);
        let (quanta, rest) = digits.as_bytes().as_chunks::<4>();
        for [a, b, c, d] in quanta {
            let bits = self.bits(&[*a, *b, *c, *d])?;
            bytes.extend([(bits >> 16) as u8, (bits >> 8) as u8, bits as u8]);
        }
        match (rest.len(), self.bits(rest)?) {
            (2, bits) if bits & 0xf == 0 => bytes.push((bits >> 4) as u8),
            (3, bits) if bits & 0x3 == 0 => bytes.extend([(bits >> 10) as u8, (bits >> 2) as u8]),
            (0, _) => {}
            _ => return None,
        }
        Some(bytes)
    }

    fn bits(self, digits: &[u8]) -> Option<u32> {
        digits.iter().try_fold(0, |all, digit| Some(all << 6 | u32::from(self.value(*digit)?)))
    }

    fn value(self, digit: u8) -> Option<u8> {
        let [a, b] = self.last;
        Some(match digit {
            b'A'..=b'Z' => digit - b'A',
            b'a'..=b'z' => digit - b'a' + 26,
            b'0'..=b'9' => digit - b'0' + 52,
            _ if digit == a => 62,
            _ if digit == b => 63,
            _ => return None,
        })
    }

    /// The bytes as text, with padding.
    pub(super) fn encode(self, bytes: &[u8]) -> String {
        let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
        for chunk in bytes.chunks(3) {
            let bits =
                chunk.iter().fold(0, |all, byte| all << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
            for place in 0..4 {
                let digit = (bits >> (18 - 6 * place)) as u8 & 0x3f;
                text.push(if place > chunk.len() { '=' } else { self.digit(digit) });
            }
        }
        text
    }

    fn digit(self, value: u8) -> char {
        let [a, b] = self.last;
        char::from(match value {
            0..26 => b'A' + value,
            26..52 => b'a' + value - 26,
            52..62 => b'0' + value - 52,
            62 => a,
            _ => b,
        })
    }
}
