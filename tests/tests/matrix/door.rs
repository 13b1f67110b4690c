//! A server, asked in process.

use std::collections::BTreeSet;

use bytes::Bytes;
use http::Request;
use http::header::WWW_AUTHENTICATE;
use http_body_util::Full;
use specwright_runtime::{Contract, Server};
use tokio::runtime::{Builder, Runtime};
use tower_service::Service as _;

use crate::desk::{Caller, Desk};

/// A server of any of the documents.
pub(crate) struct Door {
    ask: Box<dyn Fn(Request<Full<Bytes>>) -> http::response::Parts>,
    desk: Desk,
}

/// What became of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// A handler was reached, and told who calls.
    Reached(Caller),
    /// None was: the status, and the schemes of the challenges.
    Refused(u16, BTreeSet<String>),
}

impl Door {
    pub(crate) fn new<C: Contract<Api = Desk>>(server: impl FnOnce(Desk) -> Server<C>) -> Self {
        let desk = Desk::default();
        let (server, runtime) = (server(desk.clone()), runtime());
        let ask = move |request| runtime.block_on(server.clone().call(request)).unwrap().into_parts().0;
        Self { ask: Box::new(ask), desk }
    }

    /// Asks for `operation`.
    pub(crate) fn ask(&self, operation: &str, request: Request<Full<Bytes>>) -> Outcome {
        let head = (self.ask)(request);
        let status = head.status.as_u16();
        match self.desk.take() {
            Some(reached) => {
                assert_eq!((status, reached.operation.as_str()), (200, operation));
                Outcome::Reached(reached.caller)
            }
            None => {
                let challenges = head.headers.get_all(WWW_AUTHENTICATE).iter();
                let scheme = |challenge: &http::HeaderValue| {
                    let challenge = challenge.to_str().unwrap();
                    challenge.split(' ').next().unwrap().to_owned()
                };
                Outcome::Refused(status, challenges.map(scheme).collect())
            }
        }
    }
}

fn runtime() -> Runtime {
    Builder::new_current_thread().build().unwrap()
}
