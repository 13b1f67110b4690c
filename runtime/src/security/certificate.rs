//! The certificate of the other end of the connection (OpenAPI 3.1, Security Scheme Object, `mutualTLS`).

use std::fmt;
use std::sync::Arc;

use super::unread::Unread;
use crate::context::Context;

/// The certificate that the client has proven to own in the TLS handshake, with those that lead to its authority.
///
/// `Server::serve_tls` (feature `tls`) knows it by itself. Whoever ends TLS otherwise puts it
/// into the extensions of each request of the connection, after it has verified the chain; a field of the request can
/// never do that.
#[derive(Clone, PartialEq, Eq)]
pub struct PeerCertificate(Arc<[Vec<u8>]>);

impl PeerCertificate {
    /// A verified chain in DER ([RFC 5280, 4.1](https://www.rfc-editor.org/rfc/rfc5280#section-4.1)), the client's own
    /// certificate first; `None` where the chain is empty.
    pub fn of(chain: Vec<Vec<u8>>) -> Option<Self> {
        (!chain.is_empty()).then(|| Self(chain.into()))
    }

    /// The certificate of the connection that the request came by.
    ///
    /// # Errors
    ///
    /// [`Unread::Absent`] where the client has shown none.
    pub fn read(context: &Context) -> Result<Self, Unread> {
        context.extensions().get::<Self>().cloned().ok_or(Unread::Absent)
    }

    /// The client's own certificate, in DER.
    pub fn der(&self) -> &[u8] {
        self.chain().next().unwrap_or_default()
    }

    /// The client's own certificate and those that lead to its authority, in DER.
    pub fn chain(&self) -> impl Iterator<Item = &[u8]> {
        self.0.iter().map(Vec::as_slice)
    }
}

/// A certificate is no secret, but it is long and says who somebody is.
impl fmt::Debug for PeerCertificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PeerCertificate(…)")
    }
}
