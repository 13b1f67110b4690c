//! Why a caller is refused, and how the answer says so.

use http::StatusCode;
use http::header::HeaderValue;

use super::challenge::Challenge;
use super::denied::Denied;
use super::proof::Why;
use super::scheme::Scheme;

/// What became of a security requirement that is not met: a status, and challenges.
#[derive(Debug)]
pub struct Refusal(Kind);

#[derive(Debug)]
enum Kind {
    /// No bearer token, or none that is well-formed, and the word `Bearer` for a challenge: the most frequent of all.
    NoBearerToken,
    Other(Box<Other>),
}

#[derive(Debug)]
struct Other {
    why: Why,
    challenges: Vec<HeaderValue>,
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
        match (&why, schemes) {
            (Why::Absent | Why::Malformed, [scheme]) => {
                // The implementation is asked once, for its challenges may be good for one time.
                let challenge = finish(Challenge::of(scheme));
                if challenge.is_plain_bearer() { Self::no_bearer_token() } else { Self::one(why, challenge) }
            }
            _ => Self::several(why, schemes, finish),
        }
    }

    #[cold]
    fn one(why: Why, challenge: Challenge) -> Self {
        Self::other(why, vec![challenge.value()])
    }

    #[cold]
    fn several(why: Why, schemes: &'static [Scheme], finish: impl Fn(Challenge) -> Challenge) -> Self {
        let challenges = challenges(&why, schemes, finish);
        Self::other(why, challenges)
    }

    fn other(why: Why, challenges: Vec<HeaderValue>) -> Self {
        Self(Kind::Other(Box::new(Other { why, challenges })))
    }

    /// A bearer token that is not there, or is none.
    #[inline]
    pub(crate) fn no_bearer_token() -> Self {
        Self(Kind::NoBearerToken)
    }

    #[inline]
    pub(crate) fn is_no_bearer_token(&self) -> bool {
        matches!(self.0, Kind::NoBearerToken)
    }

    /// The status of the answer: 400, 401, 403, 500 or 503.
    pub fn status(&self) -> StatusCode {
        let Kind::Other(other) = &self.0 else { return StatusCode::UNAUTHORIZED };
        match &other.why {
            Why::Absent | Why::Malformed => StatusCode::UNAUTHORIZED,
            Why::Repeated(_) => StatusCode::BAD_REQUEST,
            Why::Denied(denied) => match denied.1 {
                Denied::InvalidCredentials(_) => StatusCode::UNAUTHORIZED,
                Denied::InsufficientScope(_) => StatusCode::FORBIDDEN,
                Denied::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
                Denied::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
            },
        }
    }

    /// The answer's `WWW-Authenticate`, a field for each challenge; none where the fault is the server's.
    pub(crate) fn challenges(&self) -> Vec<HeaderValue> {
        match &self.0 {
            Kind::NoBearerToken => vec![HeaderValue::from_static("Bearer")],
            Kind::Other(other) => other.challenges.clone(),
        }
    }

    /// Logs a fault of the server.
    pub(crate) fn log(&self) {
        if let Kind::Other(other) = &self.0 {
            other.why.log();
        }
    }
}

fn challenges(
    why: &Why,
    schemes: &'static [Scheme],
    finish: impl Fn(Challenge) -> Challenge,
) -> Vec<HeaderValue> {
    let of = |scheme: &'static Scheme| finish(Challenge::of(scheme));
    let denied = match why {
        Why::Absent | Why::Malformed => return each(schemes, None, of, |challenge| challenge),
        Why::Repeated(scheme) => return vec![of(scheme).error("invalid_request").value()],
        Why::Denied(denied) => denied,
    };
    match &**denied {
        (scheme, Denied::InvalidCredentials(text)) => each(schemes, Some(scheme), of, |challenge| {
            let challenge = challenge.error("invalid_token");
            match text {
                Some(text) => challenge.description(text),
                None => challenge,
            }
        }),
        (scheme, Denied::InsufficientScope(scopes)) => {
            vec![of(scheme).error("insufficient_scope").scope(scopes).value()]
        }
        (_, Denied::Unavailable(_) | Denied::Broken(_)) => Vec::new(),
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

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    static ONE: [Scheme; 1] = [Scheme::http("Digest", "Digest")];
    static BEARER: [Scheme; 1] = [Scheme::bearer("Token")];
    static SEVERAL: [Scheme; 3] = [Scheme::bearer("Token"), Scheme::bearer("Login"), Scheme::api_key("Key")];

    #[test]
    fn w9_the_implementation_is_asked_once_for_the_challenge_of_each_scheme() {
        for (schemes, times) in [(ONE.as_slice(), 1), (&BEARER, 1), (&SEVERAL, 3)] {
            for why in [None, Some(Why::Malformed)] {
                let asked = Cell::new(0);
                Refusal::new(why, schemes, |challenge| {
                    asked.set(asked.get() + 1);
                    challenge.with("nonce", asked.get().to_string())
                });
                assert_eq!(asked.get(), times, "{schemes:?}");
            }
        }
    }

    #[test]
    fn w1_http_schemes_that_differ_in_case_alone_are_one() {
        static SCHEMES: [Scheme; 2] = [Scheme::http("One", "Digest"), Scheme::http("Other", "digest")];
        assert_eq!(Refusal::new(None, &SCHEMES, |challenge| challenge).challenges(), ["Digest"]);
    }
}
