//! What stands between a server and its clients: browsers with rules about origins, proxies.
//!
//! A server that is told of neither pays one comparison for all of it.

use std::net::SocketAddr;

use http::Request;

use crate::answer::Answer;
use crate::body::Body;
use crate::context::Peer;
use crate::contract::Contract;
use crate::cors::{Cors, Crossing};
use crate::proxy::Proxies;
use crate::server::Server;

/// What a server is told about its surroundings.
#[derive(Clone, Default)]
pub(crate) struct Edge {
    pub(crate) cors: Option<Cors>,
    pub(crate) proxies: Option<Proxies>,
}

impl<C: Contract> Server<C> {
    #[cold]
    pub(crate) fn at_edge<B: Body>(
        &self,
        edge: &Edge,
        mut request: Request<B>,
        peer: Option<SocketAddr>,
    ) -> Answer {
        if let Some(proxies) = &edge.proxies {
            let peer = peer.or_else(|| request.extensions().get().map(|Peer(peer)| *peer));
            let forwarded = peer.and_then(|peer| proxies.read(peer.ip(), request.headers()));
            if let Some(forwarded) = forwarded {
                request.extensions_mut().insert(forwarded);
            }
        }
        let crossing = edge.cors.as_ref().map(|cors| Crossing::begin(cors, &mut request));
        let answer = self.inside(request, peer);
        match crossing {
            Some(crossing) => crossing.end(answer),
            None => answer,
        }
    }
}
