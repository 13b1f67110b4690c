//! Makes sure that the contestants answer alike, so that what is compared is the same work.

use std::convert::Infallible;
use std::task::Poll;

use axum::body::{Body, Bytes, HttpBody};
use http::header::{AUTHORIZATION, CONTENT_TYPE, WWW_AUTHENTICATE};
use http::{HeaderName, HeaderValue, Method, Request, Response, Uri};
use http_body_util::BodyExt;
use tower_service::Service;

use crate::Outcome;
use crate::case::Case;
use crate::contestant::{self, Contestant};
use crate::in_process::poll;

/// More requests, by method, path and `Authorization`, and the status of their answers.
const OTHERS: [(Method, &str, &str, &str); 6] = [
    (Method::HEAD, "/items/", "bearer  abc==", "200"),
    (Method::GET, "/items/", "Bearer a=b", "401"),
    (Method::GET, "/items/", "Bearer a,b", "401"),
    (Method::GET, "/items/", "Basic abc", "401"),
    (Method::POST, "/items/", "Bearer abc", "405"),
    (Method::GET, "/item/", "Bearer abc", "404"),
];

/// What is looked at in an answer.
#[derive(Debug, PartialEq)]
struct Answer {
    status: String,
    content_type: Option<String>,
    challenge: Option<String>,
    body: Bytes,
}

/// Asks every contestant everything.
pub(crate) fn check() -> Outcome<()> {
    for contestant in Contestant::ALL {
        for case in Case::ALL {
            let answer = ask(contestant, case.request())?;
            if answer != wanted(case) {
                return Err(format!("{} answers {answer:?}", contestant.name()).into());
            }
        }
        for (method, path, authorization, status) in OTHERS {
            let answer = ask(contestant, other(&method, path, authorization))?;
            if answer.status != status {
                return Err(format!("{}: {method} {path}: {answer:?}", contestant.name()).into());
            }
        }
    }
    Ok(())
}

fn wanted(case: Case) -> Answer {
    Answer {
        status: case.status().to_owned(),
        content_type: Some("application/json".to_owned()),
        challenge: case.challenge().map(str::to_owned),
        body: Bytes::from_static(case.body().as_bytes()),
    }
}

fn other(method: &Method, path: &'static str, authorization: &'static str) -> Request<Body> {
    let mut request = Request::new(Body::empty());
    *request.method_mut() = method.clone();
    *request.uri_mut() = Uri::from_static(path);
    request.headers_mut().insert(AUTHORIZATION, HeaderValue::from_static(authorization));
    request
}

fn ask(contestant: Contestant, request: Request<Body>) -> Outcome<Answer> {
    match contestant {
        Contestant::Generated => read(contestant::server().call(request)),
        Contestant::Axum => read(contestant::router().call(request)),
        Contestant::Bare => read(contestant::answer(request)),
    }
}

fn read<B>(answer: impl Future<Output = Result<Response<B>, Infallible>>) -> Outcome<Answer>
where
    B: HttpBody<Data = Bytes>,
{
    let Poll::Ready(Ok(response)) = poll(answer) else { return Err("a contestant waits".into()) };
    let text = |name: HeaderName| response.headers().get(name)?.to_str().ok().map(str::to_owned);
    let (content_type, challenge) = (text(CONTENT_TYPE), text(WWW_AUTHENTICATE));
    let status = response.status().as_str().to_owned();
    let Poll::Ready(Ok(body)) = poll(response.into_body().collect()) else {
        return Err("a body waits".into());
    };
    Ok(Answer { status, content_type, challenge, body: body.to_bytes() })
}
