//! What a request is answered with: at once, or when its operation has run.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use crate::rejection::Rejection;
use crate::render::{Rendering, render};
use crate::response::{self, Response};

type Operation = Pin<Box<dyn Future<Output = Result<Response, Rejection>> + Send>>;

/// The answer to a request, as a future.
///
/// What needs no operation (404, 405, a redirect, the documentation) is there at once. An operation is boxed, here and
/// nowhere else, so that neither its size nor its compile time depends on its neighbours.
#[must_use = "an answer does nothing unless polled"]
pub struct Answer {
    state: State,
    content: bool,
}

enum State {
    /// In a box, so that an answer that waits for its operation is small. A rejection is not yet rendered, for the server alone
    /// knows its renderer.
    Ready(Box<Result<Response, Rejection>>),
    Running(Operation),
    Sent,
}

impl Answer {
    /// The answer of an operation: its response, or the rejection as the server renders it.
    #[inline]
    pub fn of<F>(operation: F) -> Self
    where
        F: Future<Output = Result<Response, Rejection>> + Send + 'static,
    {
        Self { state: State::Running(Box::pin(operation)), content: true }
    }

    /// 405: the path is known, the method is not ([RFC 9110, 15.5.6]). `allow` names those that are, as in `GET, HEAD`.
    ///
    /// [RFC 9110, 15.5.6]: https://www.rfc-editor.org/rfc/rfc9110#section-15.5.6
    pub fn method_not_allowed(allow: &'static str) -> Self {
        Self::rejected(Rejection::MethodNotAllowed(allow))
    }

    /// A response that is there at once.
    pub(crate) fn ready(response: Response) -> Self {
        Self::outcome(Ok(response))
    }

    /// The answer to a request that has no operation, or none that could begin.
    pub(crate) fn rejected(rejection: Rejection) -> Self {
        Self::outcome(Err(rejection))
    }

    /// What became of a request without an operation.
    pub(crate) fn outcome(outcome: Result<Response, Rejection>) -> Self {
        Self { state: State::Ready(Box::new(outcome)), content: true }
    }

    /// Whether there is something at the path for the method: an operation, or a part of the documentation.
    pub(crate) fn is_found(&self) -> bool {
        match &self.state {
            State::Running(_) => true,
            State::Ready(outcome) => matches!(&**outcome, Ok(response) if response.status().is_success()),
            State::Sent => false,
        }
    }

    /// The same answer with its response changed, when it is there.
    pub(crate) fn map(self, change: impl FnOnce(Response) -> Response + Send + 'static) -> Self {
        let state = match self.state {
            State::Ready(outcome) => State::Ready(Box::new(Ok(change(outcome.unwrap_or_else(render))))),
            State::Running(operation) => State::Running(Box::pin(async move {
                let response = operation.await.unwrap_or_else(render);
                Ok(change(response))
            })),
            State::Sent => State::Sent,
        };
        Self { state, ..self }
    }

    /// The same answer, where another renderer than FastAPI's tells of a rejection.
    pub(crate) fn rendered(self, rendering: Rendering) -> Self {
        let state = match self.state {
            State::Ready(outcome) => {
                State::Ready(Box::new(outcome.or_else(|rejection| Ok(rendering.of(&rejection)))))
            }
            State::Running(operation) => State::Running(Box::pin(async move {
                Ok(match operation.await {
                    Ok(response) => rendering.over(response),
                    Err(rejection) => rendering.of(&rejection),
                })
            })),
            State::Sent => State::Sent,
        };
        Self { state, ..self }
    }

    /// The same answer, to `HEAD`.
    pub(crate) fn without_content(self) -> Self {
        Self { content: false, ..self }
    }

    /// The same answer, to another method than `HEAD`.
    pub(crate) fn with_content(self) -> Self {
        Self { content: true, ..self }
    }
}

impl Future for Answer {
    type Output = Result<Response, Infallible>;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let response = match &mut self.state {
            State::Running(operation) => match operation.as_mut().poll(context) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(Ok(response)) if self.content => return Poll::Ready(Ok(response)),
                Poll::Ready(Ok(response)) => response,
                Poll::Ready(Err(rejection)) => render(rejection),
            },
            state => match std::mem::replace(state, State::Sent) {
                State::Ready(outcome) => outcome.unwrap_or_else(render),
                State::Running(_) | State::Sent => return Poll::Pending,
            },
        };
        Poll::Ready(Ok(if self.content { response } else { response::without_content(response) }))
    }
}
