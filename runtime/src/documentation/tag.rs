//! Entity tags ([RFC 9110, 8.8.3](https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3)).

use http::header::HeaderValue;

/// The tag of some bytes: a hash of 64 bits (FNV-1a), which tells versions of one document apart.
pub(super) fn of(bytes: &[u8]) -> HeaderValue {
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    // Quotes and digits are always a value.
    HeaderValue::try_from(format!("\"{hash:016x}\"")).unwrap_or_else(|_| HeaderValue::from_static("\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_bytes_have_another_tag() {
        assert_ne!(of(b"openapi: 3.0.3"), of(b"openapi: 3.0.4"));
    }
}
