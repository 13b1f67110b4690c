//! The server: from a method and a path to an operation.

use std::marker::PhantomData;
use std::sync::Arc;

use ::specwright_runtime::{Answer, Body, Call, Contract, Document, Method};

use super::api::{self, Api};
use super::document::DOCUMENT;
use super::orders::{self, Orders};

/// Serves the document with the operations of `A`.
pub type Server<A> = ::specwright_runtime::Server<Operations<A>>;

/// The operations of the document, implemented by `A`.
pub struct Operations<A>(PhantomData<A>);

/// The paths of the document.
#[derive(Debug, Clone, Copy)]
pub enum Path {
    /// `/items/`
    Items,
    /// `/orders`
    Orders,
    /// `/orders/{orderId}`
    OrdersOrderId,
}

impl<A: Api + Orders> Contract for Operations<A> {
    type Api = A;
    type Path = Path;

    const DOCUMENT: &'static Document = &DOCUMENT;

    fn path(segments: &[&str], end: &str) -> Option<Path> {
        Some(match (segments, end) {
            (["items"], "/") => Path::Items,
            (["orders"], "") => Path::Orders,
            (["orders", _], "") => Path::OrdersOrderId,
            _ => return None,
        })
    }

    fn call<B: Body>(api: Arc<A>, path: Path, call: Call<B>) -> Answer {
        match (path, call.method()) {
            (Path::Items, &Method::GET | &Method::HEAD) => {
                Answer::of(api::read_items(api, call.context("readItems")))
            }
            (Path::Items, _) => Answer::method_not_allowed("GET, HEAD"),
            (Path::Orders, &Method::POST) => {
                let (context, body) = call.parts("createOrder");
                Answer::of(orders::create_order(api, context, body))
            }
            (Path::Orders, _) => Answer::method_not_allowed("POST"),
            (Path::OrdersOrderId, &Method::GET | &Method::HEAD) => {
                Answer::of(orders::read_order(api, call.context("readOrder")))
            }
            (Path::OrdersOrderId, _) => Answer::method_not_allowed("GET, HEAD"),
        }
    }
}
