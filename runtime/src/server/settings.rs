//! What a server is told beside its document.

use std::sync::Arc;

use super::Server;
use crate::contract::Contract;
use crate::cors::Cors;
use crate::documentation::Documentation;
use crate::edge::Edge;
use crate::proxy::Proxies;
use crate::uploads::Uploads;

/// Two mebibytes.
const MAX_BODY: usize = 2 * 1024 * 1024;

#[derive(Clone)]
pub(super) struct Settings {
    pub(super) under: Vec<String>,
    pub(super) stripped: String,
    pub(super) edge: Option<Edge>,
    pub(super) max_body: usize,
    pub(super) documentation: Documentation,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            under: Vec::new(),
            stripped: String::new(),
            edge: None,
            max_body: MAX_BODY,
            documentation: Documentation::default(),
        }
    }
}

impl<C: Contract> Server<C> {
    /// The same server with every path under a prefix, as in `/api/v1`. Empty segments are left out.
    #[must_use]
    pub fn under(mut self, prefix: &str) -> Self {
        let segments = prefix.split('/').filter(|segment| !segment.is_empty());
        Arc::make_mut(&mut self.settings).under = segments.map(str::to_owned).collect();
        self
    }

    /// The same server behind a proxy that takes a prefix off every path, as in `/api/v1`: redirects lead to where the
    /// client asks, and everything else is relative by itself.
    ///
    /// A proxy that says what it takes off, in `X-Forwarded-Prefix`, needs [`trust`](Self::trust) instead. For one that
    /// leaves the prefix on there is [`under`](Self::under).
    #[must_use]
    pub fn stripped(mut self, prefix: &str) -> Self {
        let segments = prefix.split('/').filter(|segment| !segment.is_empty());
        Arc::make_mut(&mut self.settings).stripped = segments.flat_map(|segment| ["/", segment]).collect();
        self
    }

    /// The same server, which believes these proxies about the clients behind them: see [`Context::client`] and
    /// [`Context::forwarded`]. Without it nobody is believed.
    ///
    /// [`Context::client`]: crate::Context::client
    /// [`Context::forwarded`]: crate::Context::forwarded
    #[must_use]
    pub fn trust(mut self, proxies: Proxies) -> Self {
        self.edge().proxies = Some(proxies);
        self
    }

    /// The same server for browsers whose pages come from other origins. Without it there is no such permission.
    ///
    /// Every answer to an origin that may call can be read by its scripts, errors and challenges included. Preflights are
    /// answered without authentication, and only for methods that are there: any other is the 404 or 405 of the request
    /// it asks about. Where the document itself has an `OPTIONS`, that one answers all but preflights. Handwritten routes
    /// beside the server have rules of their own.
    #[must_use]
    pub fn cors(mut self, cors: Cors) -> Self {
        self.edge().cors = Some(cors);
        self
    }

    fn edge(&mut self) -> &mut Edge {
        Arc::make_mut(&mut self.settings).edge.get_or_insert_default()
    }

    /// The same server with another limit for bodies of requests, in bytes; without it, 2 MiB.
    ///
    /// A larger body is a 413, before it is read where its length is known, else as soon as it is too large.
    #[must_use]
    pub fn max_body(mut self, bytes: usize) -> Self {
        Arc::make_mut(&mut self.settings).max_body = bytes;
        self
    }
    /// The same server with other limits for bodies that are streams or carry files.
    #[must_use]
    pub fn uploads(mut self, uploads: Uploads) -> Self {
        self.edge().uploads = Some(uploads);
        self
    }
}
