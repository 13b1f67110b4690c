//! The same contract as one function for hyper, with nothing in between.

use std::convert::Infallible;
use std::io;

use http::header::{ALLOW, CONTENT_TYPE, WWW_AUTHENTICATE};
use http::{HeaderValue, Method, Request, Response, StatusCode};
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpListener;

use super::bearer;

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const BEARER: HeaderValue = HeaderValue::from_static("Bearer");
const METHODS: HeaderValue = HeaderValue::from_static("GET, HEAD");

/// Answers a request.
pub(crate) async fn answer<B>(request: Request<B>) -> Result<Response<Full<Bytes>>, Infallible> {
    Ok(match (request.uri().path(), request.method()) {
        ("/items/", &Method::GET | &Method::HEAD) => read_items(&request),
        ("/items/", _) => method_not_allowed(),
        _ => json(StatusCode::NOT_FOUND, Bytes::from_static(br#"{"detail":"Not Found"}"#)),
    })
}

fn read_items<B>(request: &Request<B>) -> Response<Full<Bytes>> {
    match bearer::token(request.headers()) {
        // No character that a token may have is escaped in JSON.
        Some(token) => json(StatusCode::OK, [r#"{"token":""#, token, r#""}"#].concat().into()),
        None => unauthorized(),
    }
}

fn unauthorized() -> Response<Full<Bytes>> {
    let body = Bytes::from_static(br#"{"detail":"Not authenticated"}"#);
    let mut response = json(StatusCode::UNAUTHORIZED, body);
    response.headers_mut().insert(WWW_AUTHENTICATE, BEARER);
    response
}

fn method_not_allowed() -> Response<Full<Bytes>> {
    let body = Bytes::from_static(br#"{"detail":"Method Not Allowed"}"#);
    let mut response = json(StatusCode::METHOD_NOT_ALLOWED, body);
    response.headers_mut().insert(ALLOW, METHODS);
    response
}

fn json(status: StatusCode, body: Bytes) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(body));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, JSON);
    response
}

/// Serves on a listener, as the first example of hyper does.
pub(crate) async fn serve(listener: TcpListener) -> io::Result<()> {
    loop {
        let (stream, _) = listener.accept().await?;
        let mut builder = http1::Builder::new();
        let connection =
            builder.timer(TokioTimer::new()).serve_connection(TokioIo::new(stream), service_fn(answer));
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                eprintln!("a connection ended early: {error}");
            }
        });
    }
}
