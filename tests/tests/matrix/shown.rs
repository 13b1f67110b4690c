//! Credentials that a request shows.

use std::fmt;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use bytes::Bytes;
use http::header::{AUTHORIZATION, COOKIE, HeaderValue};
use http::{HeaderMap, HeaderName, Request};
use http_body_util::Full;
use specwright_runtime::security::PeerCertificate;

use crate::matrix::{Input, Operation, Place, Scheme};

/// A credential for one scheme.
#[derive(Clone, Copy)]
pub(crate) struct Shown {
    pub(crate) scheme: Scheme,
    pub(crate) state: State,
}

/// What is right or wrong with a credential.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// The scheme's verifier accepts it, for these scopes.
    Good(&'static [&'static str]),
    /// Well-formed, and nobody accepts it.
    Refused,
    /// None by its grammar.
    Malformed,
    /// A good one, twice.
    Twice,
}

impl Shown {
    /// Whether there is such a thing: a connection has one certificate, which TLS has read.
    pub(crate) fn exists(&self) -> bool {
        self.scheme.place() != Place::Connection || matches!(self.state, State::Good(_) | State::Refused)
    }

    /// What the verifier reads of it.
    fn value(&self) -> Vec<u8> {
        let key = self.scheme.key();
        let good = |scopes: &[&str]| [&["good", key.as_str()], scopes].concat().join("-").into_bytes();
        match (self.state, self.scheme.place()) {
            (State::Good(scopes), _) => good(scopes),
            (State::Twice, _) => good(&[]),
            (State::Refused, _) => format!("bad-{key}").into_bytes(),
            // Text is ASCII in `Authorization`, and UTF-8 elsewhere.
            (State::Malformed, _) => vec![0xff],
        }
    }

    fn put(&self, head: &mut Head) {
        let mut put = || match self.scheme.place() {
            Place::Authorization(name) => {
                let value = match (name, self.state) {
                    ("Basic", State::Good(_) | State::Refused | State::Twice) => {
                        let pair = [self.value().as_slice(), b":secret"].concat();
                        BASE64_STANDARD.encode(pair).into_bytes()
                    }
                    _ => self.value(),
                };
                head.fields.append(AUTHORIZATION, field(&[name.as_bytes(), b" ", &value].concat()));
            }
            Place::Header(name) => {
                head.fields.append(name.parse::<HeaderName>().unwrap(), field(&self.value()));
            }
            Place::Cookie(name) => {
                head.fields.append(COOKIE, field(&[name.as_bytes(), b"=", &self.value()].concat()));
            }
            Place::Query(name) => {
                let value: String = self.value().iter().map(|byte| format!("%{byte:02x}")).collect();
                head.query.push(format!("{name}={value}"));
            }
            Place::Connection => head.certificate = PeerCertificate::of(vec![self.value()]),
        };
        put();
        if self.state == State::Twice {
            put();
        }
    }
}

impl fmt::Debug for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {:?}", self.scheme, self.state)
    }
}

fn field(value: &[u8]) -> HeaderValue {
    HeaderValue::from_bytes(value).unwrap()
}

#[derive(Default)]
struct Head {
    fields: HeaderMap,
    query: Vec<String>,
    certificate: Option<PeerCertificate>,
}

/// A request for `operation` by `method` that shows all of `shown`, with what the operation takes, or without.
pub(crate) fn request(
    operation: &Operation,
    method: &str,
    shown: &[Shown],
    with_input: bool,
) -> Request<Full<Bytes>> {
    let mut head = Head::default();
    shown.iter().for_each(|shown| shown.put(&mut head));
    let mut body = "";
    let mut path = operation.path.replace("{id}", "none");
    if operation.input == Input::Required && with_input {
        head.query.push("count=3".to_owned());
        head.fields.insert("content-type", HeaderValue::from_static("application/json"));
        body = r#"{"name":3}"#;
        path = operation.path.replace("{id}", "3");
    }
    let query = if head.query.is_empty() { String::new() } else { format!("?{}", head.query.join("&")) };
    let request = Request::builder().method(method).uri(path + &query);
    let mut request = request.body(Full::from(body)).unwrap();
    request.headers_mut().extend(head.fields);
    if let Some(certificate) = head.certificate {
        request.extensions_mut().insert(certificate);
    }
    request
}
