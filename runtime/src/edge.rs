//! What stands between a server and its clients: browsers with rules about origins, proxies, limits of what is uploaded, a
//! renderer of errors.
//!
//! A server that is told of nothing pays one comparison for all of it.

use std::net::SocketAddr;

use http::Request;

use crate::context::Peer;
use crate::cors::{Cors, Crossing};
use crate::proxy::Proxies;
use crate::render::Renderer;
use crate::uploads::Uploads;

/// What a server is told about its surroundings.
#[derive(Clone, Default)]
pub(crate) struct Edge {
    pub(crate) cors: Option<Cors>,
    pub(crate) proxies: Option<Proxies>,
    pub(crate) uploads: Option<Uploads>,
    pub(crate) renderer: Option<Renderer>,
}

impl Edge {
    /// Finds out what is to be known of a request before it is routed, and how it crosses from one origin to another.
    #[cold]
    pub(crate) fn begin<B>(
        &self,
        request: &mut Request<B>,
        peer: Option<SocketAddr>,
    ) -> Option<Box<Crossing<'_>>> {
        if let Some(proxies) = &self.proxies {
            let peer = peer.or_else(|| request.extensions().get().map(|Peer(peer)| *peer));
            let forwarded = peer.and_then(|peer| proxies.read(peer.ip(), request.headers()));
            if let Some(forwarded) = forwarded {
                request.extensions_mut().insert(forwarded);
            }
        }
        if let Some(uploads) = &self.uploads {
            request.extensions_mut().insert(uploads.clone());
        }
        self.cors.as_ref().map(|cors| Box::new(Crossing::begin(cors, request)))
    }
}
