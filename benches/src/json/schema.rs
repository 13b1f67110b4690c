//! The schemas of the document, as the crate `jsonschema` takes them.

use std::sync::LazyLock;
use std::task::Poll;

use axum::body::Body;
use http::{Request, Uri};
use http_body_util::BodyExt;
use jsonschema::Validator;
use serde_json::{Value, json};
use tower_service::Service;

use crate::errand;
use crate::in_process::poll;

pub(super) static ORDER: LazyLock<Option<Validator>> = LazyLock::new(|| validator("Order"));
pub(super) static ORDERS: LazyLock<Option<Validator>> = LazyLock::new(|| validator("Orders"));

/// `None` where the document is not what it should be.
fn validator(name: &str) -> Option<Validator> {
    let mut schema = json!({"$ref": format!("#/components/schemas/{name}")});
    let components = document()?.as_object_mut()?.remove("components")?;
    schema.as_object_mut()?.insert("components".to_owned(), components);
    jsonschema::options().should_validate_formats(true).build(&schema).ok()
}

/// The document, as it is served.
fn document() -> Option<Value> {
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = Uri::from_static("/openapi.json");
    let Poll::Ready(Ok(response)) = poll(errand::server().call(request)) else { return None };
    let Poll::Ready(Ok(body)) = poll(response.into_body().collect()) else { return None };
    serde_json::from_slice(&body.to_bytes()).ok()
}
