//! Why a caller is refused, and how the answer says so.

use http::StatusCode;
use http::header::HeaderValue;

use super::challenge::Challenge;
use super::proof::Why;
use super::scheme::Scheme;

/// What became of a security requirement that is not met: a status, and challenges.
#[derive(Debug)]
pub struct Refusal {
    why: Why,
    challenges: Challenges,
}

#[derive(Debug)]
enum Challenges {
    /// The word `Bearer` alone: the most frequent of all.
    Bearer,
    These(Vec<HeaderValue>),
}

impl Refusal {
    /// The refusal, with challenges that the implementation has added its parameters to. No reason is that nobody in particular
    /// calls.
    #[inline]
    pub(super) fn new(
        why: Option<Why>,
        schemes: &'static [Scheme],
        finish: impl Fn(Challenge) -> Challenge,
    ) -> Self {
        let why = why.unwrap_or(Why::Absent);
        let challenges = match (&why, schemes) {
            (Why::Absent | Why::Malformed, [scheme]) => {
                let challenge = finish(Challenge::of(scheme));
                if challenge.is_plain_bearer() {
                    Challenges::Bearer
                } else {
                    Challenges::These(vec![challenge.value()])
                }
            }
            _ => Challenges::These(challenges(&why, schemes, finish)),
        };
        Self { why, challenges }
    }

    /// A bearer token that is not there, or is none.
    pub(crate) fn no_bearer_token() -> Self {
        Self { why: Why::Absent, challenges: Challenges::Bearer }
    }

    #[inline]
    pub(crate) fn is_no_bearer_token(&self) -> bool {
        matches!(self.challenges, Challenges::Bearer)
    }

    /// The status of the answer: 400, 401, 403, 500 or 503.
    pub fn status(&self) -> StatusCode {
        match &self.why {
            Why::Absent | Why::Malformed | Why::Invalid(..) => StatusCode::UNAUTHORIZED,
            Why::Repeated(_) => StatusCode::BAD_REQUEST,
            Why::InsufficientScope(..) => StatusCode::FORBIDDEN,
            Why::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Why::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The answer's `WWW-Authenticate`, a field for each challenge; none where the fault is the server's.
    pub(crate) fn challenges(&self) -> Vec<HeaderValue> {
        match &self.challenges {
            Challenges::Bearer => vec![HeaderValue::from_static("Bearer")],
            Challenges::These(values) => values.clone(),
        }
    }

    /// Logs a fault of the server.
    pub(crate) fn log(&self) {
        self.why.log();
    }
}

#[cold]
fn challenges(
    why: &Why,
    schemes: &'static [Scheme],
    finish: impl Fn(Challenge) -> Challenge,
) -> Vec<HeaderValue> {
    let of = |scheme: &'static Scheme| finish(Challenge::of(scheme));
    match why {
        Why::Absent | Why::Malformed => each(schemes, None, of, |challenge| challenge),
        Why::Invalid(scheme, text) => each(schemes, Some(scheme), of, |challenge| {
            let challenge = challenge.error("invalid_token");
            match text {
                Some(text) => challenge.description(text),
                None => challenge,
            }
        }),
        Why::Repeated(scheme) => vec![of(scheme).error("invalid_request").value()],
        Why::InsufficientScope(scheme, scopes) => {
            vec![of(scheme).error("insufficient_scope").scope(scopes).value()]
        }
        Why::Unavailable(_) | Why::Broken(_) => Vec::new(),
    }
}

/// One challenge for each of the schemes that says something different; that of the scheme which has refused says why.
fn each(
    schemes: &'static [Scheme],
    refused: Option<&'static Scheme>,
    of: impl Fn(&'static Scheme) -> Challenge,
    explain: impl Fn(Challenge) -> Challenge,
) -> Vec<HeaderValue> {
    let mut challenges: Vec<(Challenge, bool)> = Vec::new();
    for scheme in schemes {
        let challenge = of(scheme);
        let has_refused = refused.is_some_and(|refused| challenge.is_of(refused));
        match challenges.iter_mut().find(|(there, _)| there.says_the_same_as(&challenge)) {
            Some((_, explained)) => *explained |= has_refused,
            None => challenges.push((challenge, has_refused)),
        }
    }
    let explained = |(challenge, has_refused)| if has_refused { explain(challenge) } else { challenge };
    challenges.into_iter().map(explained).map(Challenge::value).collect()
}
