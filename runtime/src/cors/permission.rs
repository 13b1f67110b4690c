//! What an answer says to a browser about the origin that asked.

use http::header::{
    ACCESS_CONTROL_ALLOW_CREDENTIALS, ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS,
    ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE,
    ACCESS_CONTROL_REQUEST_METHOD, HeaderName, HeaderValue, ORIGIN, VARY,
};
use http::{HeaderMap, Method, StatusCode};

use super::{Cors, list};
use crate::response::{self, Response};

/// An origin that may call, and what an answer to it says.
pub(crate) struct Permission {
    origin: HeaderValue,
    credentials: bool,
    exposed: Option<HeaderValue>,
}

impl Cors {
    /// Whether the origin that asks may call. Two `Origin` fields are none.
    pub(crate) fn permission(&self, headers: &HeaderMap) -> Option<Permission> {
        let origin = self.origins.allow(only(headers, &ORIGIN)?)?;
        Some(Permission { origin, credentials: self.credentials, exposed: list(&self.exposed) })
    }

    /// The answer to a preflight for a method that is there.
    pub(crate) fn preflight(&self, permission: Permission, method: &Method) -> Response {
        let response = response::empty(StatusCode::NO_CONTENT);
        let methods = HeaderValue::from_str(method.as_str()).ok();
        let age = self.max_age.map(|time| HeaderValue::from(time.as_secs()));
        let mut response = Permission { exposed: None, ..permission }.on(response);
        for (name, value) in [
            (ACCESS_CONTROL_ALLOW_METHODS, methods),
            (ACCESS_CONTROL_ALLOW_HEADERS, list(&self.accepted)),
            (ACCESS_CONTROL_MAX_AGE, age),
        ] {
            insert(&mut response, name, value);
        }
        response
    }
}

impl Permission {
    /// The response, with permission to read it. What the operation itself says of the matter does not count.
    pub(crate) fn on(self, mut response: Response) -> Response {
        let credentials = self.credentials.then(|| HeaderValue::from_static("true"));
        insert(&mut response, ACCESS_CONTROL_ALLOW_ORIGIN, Some(self.origin));
        insert(&mut response, ACCESS_CONTROL_ALLOW_CREDENTIALS, credentials);
        insert(&mut response, ACCESS_CONTROL_EXPOSE_HEADERS, self.exposed);
        response
    }
}

/// The method that a preflight asks for ([Fetch, 3.3.2]). Two of them, or none, make no preflight.
///
/// [Fetch, 3.3.2]: https://fetch.spec.whatwg.org/#cors-preflight-request
pub(crate) fn asked_for(method: &Method, headers: &HeaderMap) -> Option<Method> {
    let asked_for = only(headers, &ACCESS_CONTROL_REQUEST_METHOD).filter(|_| method == Method::OPTIONS)?;
    Method::from_bytes(asked_for.as_bytes()).ok()
}

/// The response, and for caches what it depends on beside its address. It holds for every origin, and for none.
pub(crate) fn varying(mut response: Response, method: &Method) -> Response {
    let fields = match *method {
        Method::OPTIONS => "origin, access-control-request-method, access-control-request-headers",
        _ => "origin",
    };
    response.headers_mut().append(VARY, HeaderValue::from_static(fields));
    response
}

fn insert(response: &mut Response, name: HeaderName, value: Option<HeaderValue>) {
    match value {
        Some(value) => response.headers_mut().insert(name, value),
        None => response.headers_mut().remove(name),
    };
}

/// The value of a field that is there once.
fn only<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h HeaderValue> {
    let mut values = headers.get_all(name).iter();
    let first = values.next()?;
    values.next().is_none().then_some(first)
}
