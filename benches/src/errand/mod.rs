//! Requests with something in them: parameters, and files.

mod axum;
mod chunks;
mod generated;

use std::convert::Infallible;
use std::hint::black_box;
use std::str::FromStr;
use std::task::Poll;

use ::axum::body::Body;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, Method, Request, Response, StatusCode, Uri};
use tower_service::Service;

use crate::Outcome;
use crate::contestant::Contestant;
use crate::in_process::poll;
use chunks::Chunks;

pub(crate) use generated::server;

/// Who answers: there is none without a framework, which would have to be written first.
pub(crate) const CONTESTANTS: [Contestant; 2] = [Contestant::Generated, Contestant::Axum];

/// What is asked for. All is answered with 204.
#[derive(Clone, Copy)]
pub(crate) enum Errand {
    /// A query of five parameters.
    Query,
    /// A title and a file of 1 MB as `multipart/form-data`, which comes in pieces of 16 KiB.
    Upload,
}

impl Errand {
    pub(crate) const ALL: [Self; 2] = [Self::Query, Self::Upload];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Query => "query",
            Self::Upload => "upload",
        }
    }

    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Query => "Five parameters of a query, in process",
            Self::Upload => "1 MB of multipart, in process",
        }
    }

    /// The most that the generated server may cost, as a multiple of axum.
    pub(crate) fn limit(self) -> f64 {
        match self {
            Self::Query => 1.0,
            // what is held until a boundary is ruled out, and then kept, is copied twice
            Self::Upload => 1.25,
        }
    }

    /// How often it is done: often enough to be counted, and not longer than that.
    pub(crate) fn times(self) -> u64 {
        match self {
            Self::Query => 1_000,
            Self::Upload => 10,
        }
    }

    fn request(self) -> Request<Body> {
        match self {
            Self::Query => {
                let mut request = Request::new(Body::empty());
                *request.uri_mut() = Uri::from_static(
                    "/orders?text=rake+and+spade%2C+steel&status=paid&min_price=149.5&limit=50&offset=100",
                );
                request
            }
            Self::Upload => {
                let mut request = Request::new(Body::new(Chunks::new(chunks::upload())));
                *request.method_mut() = Method::POST;
                *request.uri_mut() = Uri::from_static("/photos");
                request.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(chunks::CONTENT_TYPE));
                request
            }
        }
    }
}

impl FromStr for Errand {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let errand = Self::ALL.into_iter().find(|errand| errand.name() == text);
        errand.ok_or_else(|| format!("{text} is no errand"))
    }
}

/// Only builds the request, and drops it.
pub(crate) fn build(errand: Errand, times: u64) {
    for _ in 0..times {
        drop(black_box(errand.request()));
    }
}

/// Builds the request and has it answered; the response is dropped. The last status, where it was answered at once.
pub(crate) fn answer(contestant: Contestant, errand: Errand, times: u64) -> Outcome<Option<StatusCode>> {
    match contestant {
        Contestant::Generated => {
            let mut server = server();
            Ok(repeat(errand, times, |request| server.call(request)))
        }
        Contestant::Axum => {
            let mut router = axum::router();
            Ok(repeat(errand, times, |request| router.call(request)))
        }
        Contestant::Bare => Err("hyper alone runs no errands".into()),
    }
}

fn repeat<B, F>(errand: Errand, times: u64, mut answer: impl FnMut(Request<Body>) -> F) -> Option<StatusCode>
where
    F: Future<Output = Result<Response<B>, Infallible>>,
{
    let mut last = None;
    for _ in 0..times {
        let Poll::Ready(Ok(response)) = black_box(poll(answer(black_box(errand.request())))) else {
            return None;
        };
        last = Some(response.status());
    }
    last
}

/// Makes sure that all read everything.
pub(crate) fn check() -> Outcome<()> {
    for errand in Errand::ALL {
        for contestant in CONTESTANTS {
            let status = answer(contestant, errand, 1)?;
            if status != Some(StatusCode::NO_CONTENT) {
                return Err(format!("{}: {}: {status:?}", contestant.name(), errand.name()).into());
            }
        }
    }
    Ok(())
}

/// Whether what arrived is what was sent, as far as its lengths go.
fn is_upload(title: &str, picture: u64) -> bool {
    title == chunks::TITLE && picture == u64::from(chunks::PICTURE)
}
