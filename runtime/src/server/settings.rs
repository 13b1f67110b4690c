//! What a server is told beside its document.

use std::sync::Arc;

use super::Server;
use crate::context::Context;
use crate::contract::Contract;
use crate::cors::Cors;
use crate::documentation::Documentation;
use crate::edge::Edge;
use crate::proxy::Proxies;
use crate::rejection::Rejection;
use crate::render::{Rendered, Renderer};
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

    /// The same server, which answers errors of its own with problem details
    /// ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)), as `application/problem+json`.
    ///
    /// Problems of a request are in `errors`, each with `type`, `loc` and `msg`, and with a `pointer` where it is one of the body.
    /// Without this they have FastAPI's shape, `{"detail": …}`.
    #[must_use]
    pub fn problem_details(mut self) -> Self {
        self.edge().renderer = Some(Renderer::ProblemDetails);
        self
    }

    /// The same server, which answers errors of its own with what `renderer` makes of them: a body that the document declares,
    /// words in another language, a page.
    ///
    /// It says content and media type; the status, challenges and other header fields stay. It is asked about every error of the
    /// server itself: 400, 401, 403, 404, 405, 406, 412, 413, 415, 416, 422, 500 and 503. The context is that of the request
    /// as it came; its [operation](Context::operation) has no name. Handwritten axum routes are not the server's.
    ///
    /// ```
    /// use specwright_runtime::{Contract, Rendered, Server};
    ///
    /// fn in_plain_text<C: Contract>(server: Server<C>) -> Server<C> {
    ///     server.render(|rejection, _| match rejection.problems() {
    ///         [] => Rendered::problem_details(rejection),
    ///         [first, ..] => {
    ///             let text = "text/plain; charset=utf-8";
    ///             Rendered::new(http::HeaderValue::from_static(text), first.msg.clone())
    ///         }
    ///     })
    /// }
    /// # use specwright_runtime::http;
    /// ```
    #[must_use]
    pub fn render(
        mut self,
        renderer: impl Fn(&Rejection, &Context) -> Rendered + Send + Sync + 'static,
    ) -> Self {
        self.edge().renderer = Some(Renderer::Own(Arc::new(renderer)));
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
