//! A server whose one operation gives the response it was made with, and looks at the head of the request.

#![allow(dead_code, clippy::unwrap_used, reason = "not every test asks for all of it")]

use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context as Task, Poll};
use std::vec;

use bytes::Bytes;
use http::{HeaderMap, Request};
use http_body_util::{BodyExt, Empty};
use specwright_runtime as runtime;
use specwright_runtime::{Body, Call, Context, Contract, Document, Failure, Response, Stream};
use tower_service::Service;

type Handler = Box<dyn Fn(&Context) -> Result<Response, Failure> + Send + Sync>;

pub(crate) struct Operations;

static DOCUMENT: Document = Document { page: None, yaml: None, json: None };

impl Contract for Operations {
    type Api = Handler;
    type Path = ();

    const DOCUMENT: &'static Document = &DOCUMENT;

    fn path(_: &[&str], _: &str) -> Option<()> {
        Some(())
    }

    fn call<B: Body>(api: Arc<Handler>, (): (), call: Call<B>) -> runtime::Answer {
        let context = call.context("readIt");
        runtime::Answer::of(async move { runtime::respond_to(&context, api(&context)) })
    }
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    headers: HeaderMap,
    body: String,
    whole: bool,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    pub(crate) fn text(&self) -> &str {
        &self.body
    }

    /// Whether it has not broken off.
    pub(crate) fn is_whole(&self) -> bool {
        self.whole
    }
}

/// What a request is answered with by an operation that has this response for it.
pub(crate) async fn answer(method: &str, fields: &[(&str, &str)], response: impl Into<Response>) -> Answer {
    let response = Mutex::new(Some(response.into()));
    answer_of(method, fields, move |_| Ok(response.lock().unwrap().take().unwrap())).await
}

/// What a request is answered with by an operation with this handler.
pub(crate) async fn answer_of<H>(method: &str, fields: &[(&str, &str)], handler: H) -> Answer
where
    H: Fn(&Context) -> Result<Response, Failure> + Send + Sync + 'static,
{
    let mut request = Request::builder().method(method).uri("/");
    for (name, value) in fields {
        request = request.header(*name, *value);
    }
    let mut server = runtime::Server::<Operations>::new(Box::new(handler));
    let response = server.call(request.body(Empty::<Bytes>::new()).unwrap()).await.unwrap();
    let (head, mut body) = response.into_parts();
    let (mut bytes, mut whole) = (Vec::new(), true);
    while let Some(frame) = body.frame().await {
        match frame {
            Ok(frame) => bytes.extend(frame.into_data().unwrap()),
            Err(_) => whole = false,
        }
    }
    let body = String::from_utf8(bytes).unwrap();
    Answer { status: head.status.as_u16(), headers: head.headers, body, whole }
}

/// A stream of what is there.
pub(crate) struct Steps<T>(vec::IntoIter<T>);

impl<T> Steps<T> {
    pub(crate) fn of<const N: usize>(steps: [T; N]) -> Self {
        Self(Vec::from(steps).into_iter())
    }
}

impl<T: Unpin> Stream for Steps<T> {
    type Item = T;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Task<'_>) -> Poll<Option<T>> {
        Poll::Ready(self.0.next())
    }
}
