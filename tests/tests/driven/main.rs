//! Cases whose handwritten half is written, too: their servers are asked, in process.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails where it stands")]

mod bodies;
mod choices;
mod defaults;
mod forms;
mod media_types;
mod parts;
mod paths;
mod responses;
mod segments;
mod simple_login;
mod versions;
mod webhooks;

use bytes::Bytes;
use http::Request;
use http_body_util::{BodyExt as _, Full};
use specwright_runtime::{Contract, Server};
use tower_service::Service as _;

/// An answer as a test looks at it.
#[derive(Debug, PartialEq)]
struct Answered {
    status: u16,
    headers: http::HeaderMap,
    body: String,
}

impl Answered {
    /// A header field, as text.
    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }
}

/// Asks `server`.
fn ask<C: Contract>(server: &Server<C>, request: Request<String>) -> Answered {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let request = request.map(|body| Full::new(Bytes::from(body)));
    let (head, body) = runtime.block_on(async {
        let (head, body) = server.clone().call(request).await.unwrap().into_parts();
        (head, body.collect().await.unwrap().to_bytes())
    });
    let body = String::from_utf8(body.to_vec()).unwrap();
    Answered { status: head.status.as_u16(), headers: head.headers, body }
}

fn request(method: &str, path: &str) -> http::request::Builder {
    Request::builder().method(method).uri(path)
}
