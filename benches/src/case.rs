//! The two requests that are measured, and what they are to be answered with.

use std::str::FromStr;

use axum::body::Body;
use http::{HeaderName, HeaderValue, Request, Uri};

const PATH: &str = "/items/";

/// What a browser sends when somebody tries the operation out on the documentation page.
const HEADERS: [(&str, &str); 8] = [
    ("host", "127.0.0.1:8000"),
    ("connection", "keep-alive"),
    ("user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
    ("accept", "application/json"),
    ("accept-language", "en-US,en;q=0.5"),
    ("accept-encoding", "gzip, deflate, br, zstd"),
    ("referer", "http://127.0.0.1:8000/docs"),
    ("sec-fetch-mode", "cors"),
];

/// The token is the example of RFC 6750.
const AUTHORIZATION: (&str, &str) = ("authorization", "Bearer mF_9.B5f-4.1JqM");

/// `GET /items/`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// With a bearer token: 200.
    Token,
    /// Without: 401.
    NoToken,
}

impl Case {
    pub(crate) const ALL: [Self; 2] = [Self::Token, Self::NoToken];

    /// The status of the answer.
    pub(crate) fn status(self) -> &'static str {
        match self {
            Self::Token => "200",
            Self::NoToken => "401",
        }
    }

    /// The body of the answer.
    pub(crate) fn body(self) -> &'static str {
        match self {
            Self::Token => r#"{"token":"mF_9.B5f-4.1JqM"}"#,
            Self::NoToken => r#"{"detail":"Not authenticated"}"#,
        }
    }

    /// The challenge of the answer.
    pub(crate) fn challenge(self) -> Option<&'static str> {
        (self == Self::NoToken).then_some("Bearer")
    }

    fn headers(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        HEADERS.into_iter().chain((self == Self::Token).then_some(AUTHORIZATION))
    }

    /// The request, with the body that axum is given and the others take as well.
    #[inline(never)]
    pub(crate) fn request(self) -> Request<Body> {
        let mut request = Request::new(Body::empty());
        *request.uri_mut() = Uri::from_static(PATH);
        for (name, value) in self.headers() {
            request.headers_mut().append(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
        request
    }

    /// The request as it is sent.
    pub(crate) fn wire(self) -> String {
        let headers: String = self.headers().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        format!("GET {PATH} HTTP/1.1\r\n{headers}\r\n")
    }
}

impl FromStr for Case {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let case = Self::ALL.into_iter().find(|case| case.status() == text);
        case.ok_or_else(|| format!("no request is answered with {text}"))
    }
}
