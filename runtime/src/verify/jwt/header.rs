//! The header of a token ([RFC 7515, 4.1](https://www.rfc-editor.org/rfc/rfc7515#section-4.1)).

use super::compact;
use crate::verify::Reason;
use crate::verify::members::Members;

/// What is read of it. `jwk`, `x5c` and the thumbprints are not: a key comes from the configuration.
pub(super) struct Header {
    pub(super) algorithm: String,
    pub(super) key_id: Option<String>,
    pub(super) typ: Option<String>,
}

impl Header {
    pub(super) fn read(part: &str) -> Result<Self, Reason> {
        let members = Members::parse(&compact::decode(part)?)?;
        // Who fetches what a stranger names is sent anywhere (RFC 8725, 3.10).
        if ["jku", "x5u"].iter().any(|name| members.0.contains_key(*name)) {
            return Err("the token names an address for its key");
        }
        // No extension is understood here, so none that is critical may be there.
        if members.0.contains_key("crit") {
            return Err("the token needs an extension that is not supported");
        }
        let text = |name, otherwise| members.text(name, otherwise).map(|text| text.map(str::to_owned));
        Ok(Self {
            algorithm: text("alg", "the token's `alg` is no string")?.ok_or("the token has no `alg`")?,
            key_id: text("kid", "the token's `kid` is no string")?,
            typ: text("typ", "the token's `typ` is no string")?,
        })
    }
}
