//! A contract by hand, whose one operation tells what it knows about its client.

#![allow(dead_code, reason = "not every test asks for all of it")]

use std::sync::Arc;

use specwright_runtime::security::PeerCertificate;
use specwright_runtime::{
    Answer, Body, Call, Context, Contract, Document, Method, Rejection, Reply, Response,
};

/// `GET` and `OPTIONS` of `/told`.
pub(crate) struct Told;

impl Contract for Told {
    type Api = ();
    type Path = ();

    const DOCUMENT: &'static Document = &Document { page: None, yaml: None, json: None };

    fn path(segments: &[&str], end: &str) -> Option<()> {
        (segments == ["told"] && end.is_empty()).then_some(())
    }

    fn call<B: Body>(_: Arc<()>, (): (), call: Call<B>) -> Answer {
        match *call.method() {
            Method::GET | Method::HEAD => Answer::of(tell(call.context("tell"))),
            Method::OPTIONS => Answer::of(options()),
            _ => Answer::method_not_allowed("GET, HEAD, OPTIONS"),
        }
    }
}

async fn tell(context: Context) -> Result<Response, Rejection> {
    let client = context.client().map(|client| client.to_string());
    let forwarded = context.forwarded();
    let scheme = forwarded.and_then(|forwarded| forwarded.scheme()).unwrap_or("-");
    let host = forwarded.and_then(|forwarded| forwarded.host()).unwrap_or("-");
    let certificate = context.extensions().get::<PeerCertificate>();
    let certificate = certificate.map_or(0, |certificate| certificate.der().len());
    let text = format!("{} {scheme} {host} {certificate}", client.as_deref().unwrap_or("-"));
    // What the document says about origins does not count where the server is told otherwise.
    Ok(Reply::json(200, &text).header("vary", "accept").header("access-control-allow-origin", "x").into())
}

async fn options() -> Result<Response, Rejection> {
    Ok(Reply::json(200, "the document's own").into())
}
