//! The wanted code with a shop behind it, and how to ask it in process.

#![allow(dead_code, clippy::unwrap_used, reason = "not every test asks for all of it")]

#[allow(unreachable_pub, reason = "generated code is for libraries, too")]
#[path = "../wanted/mod.rs"]
pub(crate) mod wanted;

use std::fmt;
use std::io;

use bytes::Bytes;
use http::header::HeaderName;
use http::{HeaderMap, Request, StatusCode};
use http_body_util::{BodyExt, Full};
use specwright_runtime::security::{BearerToken, Denied, Scopes};
use specwright_runtime::{Body, Context, Failure};
use tower_service::Service;

use wanted::{
    Api, Authenticate, CreateOrder, Items, NewOrder, Order, Orders, Problem, ReadItems, ReadOrder,
    ReadOrderParameters, Server,
};

/// A shop whose verifier and handlers do what the token and the input tell them to.
pub(crate) struct Shop;

/// An error with something in it that no client may see.
#[derive(Debug)]
pub(crate) struct Trouble;

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("password=hunter2")
    }
}

impl std::error::Error for Trouble {}

impl Authenticate for Shop {
    type OAuth2PasswordBearer = BearerToken;

    async fn oauth2_password_bearer(
        &self,
        _: &Context,
        token: BearerToken,
        scopes: Scopes,
    ) -> Result<BearerToken, Denied> {
        match token.expose() {
            "expired" => Err(Denied::InvalidCredentials(Some("It has \"expired\"\r\n".into()))),
            "revoked" => Err(Denied::InvalidCredentials(None)),
            "poor" => Err(Denied::InsufficientScope(scopes)),
            "down" => Err(Denied::Unavailable(Trouble.into())),
            "broken" => Err(Trouble)?,
            _ => Ok(token),
        }
    }
}

impl Api for Shop {
    type Error = Failure;

    async fn read_items(&self, context: &Context, caller: BearerToken) -> Result<ReadItems, Failure> {
        assert_eq!(context.operation(), "readItems");
        match caller.expose() {
            "trouble" => return Err(Trouble)?,
            "pause" => return Err(Failure::unavailable(Trouble)),
            _ => {}
        }
        Ok(ReadItems::Ok(Items { token: caller.expose().to_owned() }))
    }
}

impl Orders for Shop {
    type Error = io::Error;

    async fn read_order(&self, _: &Context, parameters: ReadOrderParameters) -> io::Result<ReadOrder> {
        let ReadOrderParameters { order_id, verbose, x_shelf } = parameters;
        if order_id == 404 {
            return Ok(ReadOrder::NotFound(Problem { detail: "No such order".to_owned() }));
        }
        let note = verbose.map(|verbose| if verbose { "loud" } else { "quiet" }.to_owned());
        Ok(ReadOrder::Ok(Order { id: order_id, item: x_shelf, note }))
    }

    async fn create_order(&self, _: &Context, _: BearerToken, body: NewOrder) -> io::Result<CreateOrder> {
        let NewOrder { item, count } = body;
        if item == "nothing" {
            return Ok(CreateOrder::NoContent);
        }
        let x_count = (count > 1).then_some(count);
        let location = format!("/orders/{item}");
        Ok(CreateOrder::Created { location, x_count, body: Order { id: 1, item, note: None } })
    }
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answered {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answered {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

/// Asks a server in process.
pub(crate) async fn ask<S, B, R>(mut server: S, request: Request<B>) -> Answered
where
    S: Service<Request<B>, Response = http::Response<R>>,
    S::Error: fmt::Debug,
    R: http_body::Body<Data = Bytes>,
    R::Error: fmt::Debug,
{
    let response = server.call(request).await.unwrap();
    let (head, body) = response.into_parts();
    Answered { status: head.status, headers: head.headers, body: body.collect().await.unwrap().to_bytes() }
}

/// A request without content. Header fields are given as `Name: value`.
pub(crate) fn request(method: &str, target: &str, fields: &[&str]) -> Request<Full<Bytes>> {
    with_body(method, target, fields, Full::default())
}

/// A request with content.
pub(crate) fn with_body<B: Body>(method: &str, target: &str, fields: &[&str], body: B) -> Request<B> {
    let mut request = Request::builder().method(method).uri(target);
    for field in fields {
        let (name, value) = field.split_once(':').unwrap();
        let value = value.strip_prefix(' ').unwrap_or(value);
        request = request.header(name.parse::<HeaderName>().unwrap(), value.as_bytes());
    }
    request.body(body).unwrap()
}

/// Asks the shop.
pub(crate) async fn send(method: &str, target: &str, fields: &[&str]) -> Answered {
    ask(Server::new(Shop), request(method, target, fields)).await
}

/// Orders something, as somebody who may.
pub(crate) async fn order(content: &'static str) -> Answered {
    let fields = ["Authorization: Bearer t", "Content-Type: application/json"];
    ask(Server::new(Shop), with_body("POST", "/orders", &fields, Full::<Bytes>::from(content))).await
}
