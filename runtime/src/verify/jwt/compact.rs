//! The compact serialization of a signed token ([RFC 7515, 7.1](https://www.rfc-editor.org/rfc/rfc7515#section-7.1)).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::verify::Reason;

/// `BASE64URL(header) "." BASE64URL(payload) "." BASE64URL(signature)`
pub(super) struct Compact<'t> {
    pub(super) header: &'t str,
    pub(super) payload: &'t str,
    pub(super) signature: &'t str,
    /// What the signature is of: header and payload, with the dot between them.
    pub(super) signed: &'t str,
}

impl<'t> Compact<'t> {
    pub(super) fn split(token: &'t str) -> Result<Self, Reason> {
        let parts = || {
            let (signed, signature) = token.rsplit_once('.')?;
            let (header, payload) = signed.split_once('.')?;
            // Five parts are an encrypted token.
            (!payload.contains('.')).then_some(Self { header, payload, signature, signed })
        };
        parts().ok_or("the token has not three parts")
    }
}

/// Base64url without padding, and without bits to spare: every value has one spelling.
pub(super) fn decode(part: &str) -> Result<Vec<u8>, Reason> {
    URL_SAFE_NO_PAD.decode(part).map_err(|_| "the token is not in base64url")
}

pub(super) fn encode(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}
