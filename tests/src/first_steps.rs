//! The first contract, served by the process of the test, where a test can put other things around it.

#[path = "../../generated/mod.rs"]
#[rustfmt::skip]
mod generated;

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;

use axum::Router;
use axum::extract::Request;
use axum::response::IntoResponse;
use generated::{Api, Authenticate, Items, ReadItems};
use specwright_runtime::security::{BearerToken, Denied, Scopes};
use specwright_runtime::{Context, Limits, StatusCode};
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use tower_service::Service;

pub use generated::Server;
pub use generated::security::OAuth2PasswordBearer;

/// The operations, as the reference server has them.
pub struct FirstSteps;

impl Authenticate for FirstSteps {
    type OAuth2PasswordBearer = BearerToken;

    async fn oauth2_password_bearer(
        &self,
        _: &Context,
        token: BearerToken,
        _: Scopes,
    ) -> Result<BearerToken, Denied> {
        Ok(token)
    }
}

impl Api for FirstSteps {
    type Error = Infallible;

    async fn read_items(&self, _: &Context, caller: BearerToken) -> Result<ReadItems, Infallible> {
        Ok(ReadItems::Ok(Items { token: caller.expose().to_owned() }))
    }
}

/// A proxy that takes a prefix off the path of each request, and hands it on to a server.
pub fn stripping(prefix: &'static str, server: Server<FirstSteps>) -> Router {
    let strip = move |request: Request| {
        let mut server = server.clone();
        async move {
            let (mut head, body) = request.into_parts();
            let target = head.uri.path_and_query().and_then(|target| target.as_str().strip_prefix(prefix));
            let Some(target) = target.filter(|target| target.starts_with('/')) else {
                return StatusCode::NOT_FOUND.into_response();
            };
            head.uri = target.parse().unwrap();
            // It asks on another connection, where nothing is known of this one.
            head.extensions.clear();
            let response: Result<_, Infallible> = server.call(Request::from_parts(head, body)).await;
            response.map_or_else(|never| match never {}, IntoResponse::into_response)
        }
    };
    Router::new().fallback(strip)
}

/// Something that is served on a free port of this machine's loopback, until it is dropped.
pub struct Served {
    /// Where it listens.
    pub address: SocketAddr,
    _runtime: Runtime,
}

impl Served {
    /// Serves a router as axum does.
    pub fn by_axum(router: Router) -> Self {
        Self::start(|listener| async { axum::serve(listener, router).await })
    }

    /// Serves the contract as it serves itself.
    pub fn by_itself(limits: Limits) -> Self {
        Self::start(|listener| Server::new(FirstSteps).serve_with(listener, limits))
    }

    fn start<S>(serve: impl FnOnce(TcpListener) -> S) -> Self
    where
        S: Future<Output = io::Result<()>> + Send + 'static,
    {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = listener.local_addr().unwrap();
        runtime.spawn(serve(listener));
        Self { address, _runtime: runtime }
    }
}
