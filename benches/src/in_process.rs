//! A request that is answered in process: from `http::Request` to `http::Response`.

use std::convert::Infallible;
use std::hint::black_box;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use axum::body::Body;
use http::{Request, Response};
use tower_service::Service;

use crate::case::Case;
use crate::contestant::{self, Contestant};

/// Only builds the request, and drops it.
pub(crate) fn build(case: Case, times: u64) {
    for _ in 0..times {
        drop(black_box(case.request()));
    }
}

/// Builds the request and has it answered; the response is dropped.
pub(crate) fn answer(contestant: Contestant, case: Case, times: u64) {
    match contestant {
        Contestant::Generated => {
            let mut server = contestant::server();
            repeat(case, times, |request| server.call(request));
        }
        Contestant::Axum => {
            let mut router = contestant::router();
            repeat(case, times, |request| router.call(request));
        }
        Contestant::Bare => repeat(case, times, contestant::answer),
    }
}

fn repeat<B, F>(case: Case, times: u64, mut answer: impl FnMut(Request<Body>) -> F)
where
    F: Future<Output = Result<Response<B>, Infallible>>,
{
    for _ in 0..times {
        drop(black_box(poll(answer(black_box(case.request())))));
    }
}

/// Polls a future once. None of the contestants ever waits.
pub(crate) fn poll<F: Future>(future: F) -> Poll<F::Output> {
    pin!(future).poll(&mut Context::from_waker(Waker::noop()))
}
