//! A request of another origin, from its arrival to its answer.

use http::header::{ACCESS_CONTROL_REQUEST_METHOD, HeaderValue, VARY};
use http::{HeaderMap, Method, Request};

use super::permission::Permission;
use super::{Cors, only};
use crate::answer::Answer;
use crate::response::Response;

/// A request of any origin, its own included, where there are rules.
pub(crate) struct Crossing<'c> {
    cors: &'c Cors,
    method: Method,
    permission: Option<Permission>,
    /// The method that a preflight of an origin that may call asks about.
    asked_for: Option<Method>,
}

impl<'c> Crossing<'c> {
    /// Makes of a preflight the request that it asks about; of that one only the answer's being there counts.
    ///
    /// A preflight of an origin that may not call stays an `OPTIONS` like all.
    pub(crate) fn begin<B>(cors: &'c Cors, request: &mut Request<B>) -> Self {
        let method = request.method().clone();
        let permission = cors.permission(request.headers());
        let asked_for = permission.as_ref().and_then(|_| asked_for(&method, request.headers()));
        if let Some(asked_for) = &asked_for {
            *request.method_mut() = asked_for.clone();
        }
        Self { cors, method, permission, asked_for }
    }

    /// What is said to the browser: permission for a method that is there, the refusal of one that is not, or the answer
    /// itself with permission to read it.
    pub(crate) fn end(self, answer: Answer) -> Answer {
        let Self { cors, method, permission, asked_for } = self;
        match (permission, asked_for) {
            // The operation has not run: its answer was never polled.
            (Some(permission), Some(asked_for)) if answer.is_found() => {
                Answer::ready(varying(cors.preflight(permission, &asked_for), &method))
            }
            (Some(permission), None) => answer.map(move |response| varying(permission.on(response), &method)),
            // It may have been asked about `HEAD`, and is answered to `OPTIONS`.
            (_, Some(_)) => answer.with_content().map(move |response| varying(response, &method)),
            (None, None) => answer.map(move |response| varying(response, &method)),
        }
    }
}

/// The method that a preflight asks about ([Fetch, 3.3.2]). Two of them, or none, make no preflight.
///
/// [Fetch, 3.3.2]: https://fetch.spec.whatwg.org/#cors-preflight-request
fn asked_for(method: &Method, headers: &HeaderMap) -> Option<Method> {
    let asked_for = only(headers, &ACCESS_CONTROL_REQUEST_METHOD).filter(|_| method == Method::OPTIONS)?;
    Method::from_bytes(asked_for.as_bytes()).ok()
}

/// The response, and for caches what it depends on beside its address: for whichever origin it is.
fn varying(mut response: Response, method: &Method) -> Response {
    let fields = match *method {
        Method::OPTIONS => "origin, access-control-request-method, access-control-request-headers",
        _ => "origin",
    };
    response.headers_mut().append(VARY, HeaderValue::from_static(fields));
    response
}
