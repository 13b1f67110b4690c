//! What the endpoint says ([RFC 7662, 2.2](https://www.rfc-editor.org/rfc/rfc7662#section-2.2)).

use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;

use crate::failure::Failure;
use crate::security::Denied;
use crate::verify::Reason;
use crate::verify::claims::Claims;
use crate::verify::members::Members;

/// An answer, or why there is none; several requests may wait for it.
pub(super) type Outcome = Result<Answer, Trouble>;

/// What became of a token.
#[derive(Clone)]
pub(super) enum Answer {
    /// It is good, until then where that is said, since 1970.
    Active { claims: Claims, until: Option<Duration> },
    /// It is not.
    Inactive(Reason),
}

/// Why whether a token is good cannot be told.
#[derive(Clone)]
pub(super) enum Trouble {
    /// It may be told later.
    Unavailable(Arc<str>),
    /// The configuration is wrong.
    Broken(Arc<str>),
}

impl From<Trouble> for Denied {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Unavailable(why) => Self::Unavailable(Failure::new(&*why)),
            Trouble::Broken(why) => Self::Broken(Failure::new(&*why)),
        }
    }
}

#[derive(Debug, Default)]
pub(super) struct Expected {
    pub(super) issuer: Option<String>,
    pub(super) audience: Option<String>,
}

impl Answer {
    pub(super) fn read(json: &[u8], expected: &Expected, now: Duration) -> Outcome {
        let said = Members::parse(json).map_err(|_| {
            Trouble::Unavailable("the introspection endpoint answered without a JSON object".into())
        })?;
        match said.0.get("active") {
            Some(Value::Bool(true)) => Ok(active(said, expected, now).unwrap_or_else(Self::Inactive)),
            Some(Value::Bool(false)) => Ok(Self::Inactive("the token is not active")),
            _ => Err(Trouble::Unavailable("the introspection endpoint answered without `active`".into())),
        }
    }
}

fn active(said: Members, expected: &Expected, now: Duration) -> Result<Answer, Reason> {
    let time = now.as_secs_f64();
    let expires = said.number("exp", "the token's `exp` is no number")?;
    if expires.is_some_and(|expires| time >= expires) {
        return Err("the token has expired");
    }
    if said.number("nbf", "the token's `nbf` is no number")?.is_some_and(|begins| time < begins) {
        return Err("the token is not valid yet");
    }
    // A token that is bound to a key is more than its bearer (RFC 9449, 7.1), and a refresh token is for the token endpoint.
    let kind = said.text("token_type", "the token's `token_type` is no string")?;
    if kind.is_some_and(|kind| !kind.eq_ignore_ascii_case("Bearer")) {
        return Err("the token is no bearer token");
    }
    if let Some(issuer) = &expected.issuer
        && said.text("iss", "the token's `iss` is no string")? != Some(issuer)
    {
        return Err("the token is of another issuer");
    }
    if expected.audience.as_ref().is_some_and(|audience| !said.is_for(audience)) {
        return Err("the token is for another audience");
    }
    // What is too far away for a `Duration` is as good as never.
    let until = expires.and_then(|expires| Duration::try_from_secs_f64(expires).ok());
    Ok(Answer::Active { claims: Claims::of(said)?, until })
}
