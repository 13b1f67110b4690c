//! A proxy in front of a server that is a process of its own.

use std::io;
use std::net::SocketAddr;

use axum::Router;
use axum::body::{self, Body};
use axum::extract::Request;
use axum::http::request::Parts;
use axum::response::Response;
use tokio::task;

use crate::exchange;
use crate::first_steps::Served;

/// A proxy that takes a prefix off the path of each request, says so in `X-Forwarded-Prefix`, and asks a server.
pub fn stripping(prefix: &'static str, server: SocketAddr) -> Served {
    let relay = move |request: Request| async move {
        let (head, content) = request.into_parts();
        let content = body::to_bytes(content, usize::MAX).await.unwrap();
        match without(prefix, &head, &content) {
            Some(request) => task::spawn_blocking(move || ask(server, &request)).await.unwrap().unwrap(),
            None => Response::builder().status(404).body(Body::empty()).unwrap(),
        }
    };
    Served::by_axum(Router::new().fallback(relay))
}

/// The request as the server is to see it; `None` where it is not under the prefix.
fn without(prefix: &str, head: &Parts, content: &[u8]) -> Option<exchange::Request> {
    let target = head.uri.path_and_query()?.as_str().strip_prefix(prefix)?;
    let mut request =
        exchange::Request::new(head.method.as_str(), target.starts_with('/').then_some(target)?);
    for (name, value) in &head.headers {
        // A field about this connection is not about the next (RFC 9110, section 7.6.1).
        if name != "connection" {
            request = request.with(name.as_str(), &text(value.as_bytes()));
        }
    }
    request.body = text(content);
    Some(request.with("X-Forwarded-Prefix", prefix))
}

fn ask(server: SocketAddr, request: &exchange::Request) -> io::Result<Response> {
    let answer = request.send(server)?;
    let mut response = Response::builder().status(answer.status);
    for (name, value) in answer.headers.into_iter().filter(|(name, _)| name != "connection") {
        response = response.header(name, value);
    }
    response.body(answer.body.into()).map_err(io::Error::other)
}

/// Bytes as characters, as in every [`exchange`].
fn text(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}
