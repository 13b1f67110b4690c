//! What stands between a server and its clients: browsers with rules about origins, proxies.
//!
//! A server that is told of neither pays one comparison for all of it.

use std::net::SocketAddr;

use http::{Method, Request};

use crate::answer::Answer;
use crate::body::Body;
use crate::context::Peer;
use crate::contract::Contract;
use crate::cors::{self, Cors};
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
        match &edge.cors {
            Some(cors) => self.across_origins(cors, request, peer),
            None => self.inside(request, peer),
        }
    }

    /// A preflight from an origin that may call has its answer here, whether or not the document has an `OPTIONS` at its
    /// path; from any other origin it is an `OPTIONS` like all.
    fn across_origins<B: Body>(
        &self,
        cors: &Cors,
        mut request: Request<B>,
        peer: Option<SocketAddr>,
    ) -> Answer {
        let method = request.method().clone();
        let Some(permission) = cors.permission(request.headers()) else {
            return self.inside(request, peer).map(move |response| cors::varying(response, &method));
        };
        let Some(asked_for) = cors::asked_for(&method, request.headers()) else {
            let answer = self.inside(request, peer);
            return answer.map(move |response| permission.on(cors::varying(response, &method)));
        };
        // The path has the method where it would be answered with it. Nothing runs: that answer is never polled.
        *request.method_mut() = asked_for.clone();
        let answer = self.inside(request, peer);
        let answer = match answer.is_found() {
            true => Answer::ready(cors.preflight(permission, &asked_for)),
            false => answer.with_content(),
        };
        answer.map(|response| cors::varying(response, &Method::OPTIONS))
    }
}
