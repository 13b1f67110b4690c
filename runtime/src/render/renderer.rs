//! Which renderer a server has, beside that of FastAPI's shape.

use std::sync::Arc;

use http::header::CONTENT_TYPE;

use super::{Rendered, framed};
use crate::context::Context;
use crate::failure::Failure;
use crate::header::Unsendable;
use crate::rejection::Rejection;
use crate::response::{self, Response};

type Own = Arc<dyn Fn(&Rejection, &Context) -> Rendered + Send + Sync>;

/// What renders a server's rejections.
#[derive(Clone)]
pub(crate) enum Renderer {
    ProblemDetails,
    Own(Own),
}

/// A renderer on the way with one request.
pub(crate) enum Rendering {
    ProblemDetails,
    /// With the request, for an operation takes its own with it.
    Own(Own, Context),
}

impl Renderer {
    pub(crate) fn rendering(&self, context: impl FnOnce() -> Context) -> Rendering {
        match self {
            Self::ProblemDetails => Rendering::ProblemDetails,
            Self::Own(own) => Rendering::Own(Arc::clone(own), context()),
        }
    }
}

impl Rendering {
    /// The response to a request that is rejected; a failure is logged.
    pub(crate) fn of(&self, rejection: &Rejection) -> Response {
        let Rendered { media_type, content } = self.rendered(rejection);
        framed(rejection, response::content(rejection.status(), media_type, content))
    }

    /// The response of an operation. One that could not be sent was made a failure, and logged, where no renderer was known.
    pub(crate) fn over(&self, mut response: Response) -> Response {
        let Some(unsendable) = response.extensions_mut().remove::<Unsendable>() else { return response };
        let Rendered { media_type, content } = self.rendered(&Rejection::Failed(Failure::from(unsendable)));
        *response.body_mut() = content.into();
        response::with(response, CONTENT_TYPE, media_type)
    }

    fn rendered(&self, rejection: &Rejection) -> Rendered {
        match self {
            Self::ProblemDetails => Rendered::problem_details(rejection),
            Self::Own(own, context) => own(rejection, context),
        }
    }
}
