//! Proxies in front of a server, and what they say about clients.
//!
//! Who may say something is configured by address, and so is how it is said: a proxy that writes `X-Forwarded-For` often
//! hands on a `Forwarded` that its client has made up.

mod field;
mod forwarded;
mod network;
mod node;
mod x_forwarded;

use std::net::IpAddr;

use http::HeaderMap;
use http::uri::{Authority, Scheme};

pub use network::{InvalidNetwork, Network};

/// The proxies that a server believes, and the fields that they write.
///
/// ```
/// use specwright_runtime::Proxies;
///
/// let proxies = Proxies::x_forwarded(["127.0.0.1".parse()?, "10.0.0.0/8".parse()?]);
/// # Ok::<(), specwright_runtime::InvalidNetwork>(())
/// ```
#[derive(Debug, Clone)]
pub struct Proxies {
    networks: Vec<Network>,
    convention: Convention,
}

#[derive(Debug, Clone, Copy)]
enum Convention {
    Forwarded,
    XForwarded,
}

/// What proxies say about a client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forwarded {
    client: IpAddr,
    scheme: Option<Scheme>,
    host: Option<Authority>,
    prefix: Option<String>,
}

impl Proxies {
    /// Proxies in these networks that write `Forwarded` ([RFC 7239]).
    ///
    /// [RFC 7239]: https://www.rfc-editor.org/rfc/rfc7239
    pub fn forwarded(networks: impl IntoIterator<Item = Network>) -> Self {
        Self { networks: networks.into_iter().collect(), convention: Convention::Forwarded }
    }

    /// Proxies in these networks that write `X-Forwarded-For`, and `-Proto`, `-Host` and `-Prefix` where they have
    /// something to say.
    ///
    /// What the outermost of them does not write itself it must not hand on.
    pub fn x_forwarded(networks: impl IntoIterator<Item = Network>) -> Self {
        Self { networks: networks.into_iter().collect(), convention: Convention::XForwarded }
    }

    /// What is known of the client behind a peer. `None`: the peer is no proxy that is believed.
    pub(crate) fn read(&self, peer: IpAddr, headers: &HeaderMap) -> Option<Forwarded> {
        let peer = peer.to_canonical();
        self.has(peer).then(|| match self.convention {
            Convention::Forwarded => forwarded::read(self, peer, headers),
            Convention::XForwarded => x_forwarded::read(self, peer, headers),
        })
    }

    /// The client, and which of the hops, counted from 0 at the last, is about it.
    ///
    /// Each hop names who came to it, so from the last to the first each is worth as much as the one who wrote it. The
    /// first that nobody believes is the client; so is one that a proxy does not name, under the proxy's own address.
    fn client(&self, peer: IpAddr, nodes: impl Iterator<Item = Option<IpAddr>>) -> (IpAddr, Option<usize>) {
        let (mut client, mut about) = (peer, None);
        for (index, node) in nodes.enumerate() {
            about = Some(index);
            match node {
                Some(node) => client = node,
                None => break,
            }
            if !self.has(client) {
                break;
            }
        }
        (client, about)
    }

    fn has(&self, address: IpAddr) -> bool {
        self.networks.iter().any(|network| network.contains(address))
    }
}

impl Forwarded {
    /// The client's address; of a client that is not named, that of the last proxy that is.
    pub fn client(&self) -> IpAddr {
        self.client
    }

    /// The scheme that the client asks with, as in `https`, where it is said.
    pub fn scheme(&self) -> Option<&str> {
        self.scheme.as_ref().map(Scheme::as_str)
    }

    /// The host that the client asks, with its port where that is not the scheme's own, where it is said. It is the
    /// client's word, which proxies hand on.
    pub fn host(&self) -> Option<&str> {
        self.host.as_ref().map(Authority::as_str)
    }

    /// What the proxies have taken off the path, as in `/api/v1`, where they say so in `X-Forwarded-Prefix`.
    pub fn prefix(&self) -> Option<&str> {
        self.prefix.as_deref()
    }
}

#[cfg(test)]
mod tests;
