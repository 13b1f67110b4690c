//! What an answer says to a browser about the origin that asked.

use http::header::{
    ACCESS_CONTROL_ALLOW_CREDENTIALS, ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS,
    ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, HeaderName,
    HeaderValue, ORIGIN,
};
use http::{HeaderMap, Method, StatusCode};

use super::{Cors, list, only};
use crate::response::{self, Response};

/// An origin that may call, and what an answer to it says.
pub(super) struct Permission {
    origin: HeaderValue,
    credentials: bool,
    exposed: Option<HeaderValue>,
}

impl Cors {
    /// Whether the origin that asks may call. Two `Origin` fields are none.
    pub(super) fn permission(&self, headers: &HeaderMap) -> Option<Permission> {
        let origin = self.origins.allow(only(headers, &ORIGIN)?)?;
        Some(Permission { origin, credentials: self.credentials, exposed: list(&self.exposed) })
    }

    /// The answer to a preflight for a method that is there.
    pub(super) fn preflight(&self, permission: Permission, method: &Method) -> Response {
        let methods = HeaderValue::from_str(method.as_str()).ok();
        let age = self.max_age.map(|time| HeaderValue::from(time.as_secs()));
        let permission = Permission { exposed: None, ..permission };
        let mut response = permission.on(response::empty(StatusCode::NO_CONTENT));
        insert(&mut response, ACCESS_CONTROL_ALLOW_METHODS, methods);
        insert(&mut response, ACCESS_CONTROL_ALLOW_HEADERS, list(&self.accepted));
        insert(&mut response, ACCESS_CONTROL_MAX_AGE, age);
        response
    }
}

impl Permission {
    /// The response, with permission to read it. What the operation itself says of the matter does not count.
    pub(super) fn on(self, mut response: Response) -> Response {
        let credentials = self.credentials.then(|| HeaderValue::from_static("true"));
        insert(&mut response, ACCESS_CONTROL_ALLOW_ORIGIN, Some(self.origin));
        insert(&mut response, ACCESS_CONTROL_ALLOW_CREDENTIALS, credentials);
        insert(&mut response, ACCESS_CONTROL_EXPOSE_HEADERS, self.exposed);
        response
    }
}

fn insert(response: &mut Response, name: HeaderName, value: Option<HeaderValue>) {
    match value {
        Some(value) => response.headers_mut().insert(name, value),
        None => response.headers_mut().remove(name),
    };
}
