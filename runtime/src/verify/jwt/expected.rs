//! What claims have to say ([RFC 7519, 4.1](https://www.rfc-editor.org/rfc/rfc7519#section-4.1)).

use std::time::Duration;

use crate::verify::Reason;
use crate::verify::members::Members;

#[derive(Debug, Default)]
pub(super) struct Expected {
    pub(super) issuer: Option<String>,
    pub(super) audience: Option<String>,
    pub(super) typ: Option<String>,
    pub(super) leeway: Duration,
}

impl Expected {
    /// The media type of the token, whose `application/` may be left out (RFC 7515, 4.1.9).
    pub(super) fn typed(&self, typ: Option<&str>) -> Result<(), Reason> {
        let Some(expected) = &self.typ else { return Ok(()) };
        match typ {
            Some(typ) if bare(typ).eq_ignore_ascii_case(bare(expected)) => Ok(()),
            _ => Err("the token is of another type"),
        }
    }

    /// `exp`, `nbf`, `iss` and `aud`. `now` is since 1970.
    pub(super) fn met(&self, claims: &Members, now: Duration) -> Result<(), Reason> {
        self.in_time(claims, now.as_secs_f64())?;
        if let Some(issuer) = &self.issuer
            && claims.text("iss", "the token's `iss` is no string")? != Some(issuer)
        {
            return Err("the token is of another issuer");
        }
        if self.addressed(claims) { Ok(()) } else { Err("the token is for another audience") }
    }

    fn in_time(&self, claims: &Members, now: f64) -> Result<(), Reason> {
        let leeway = self.leeway.as_secs_f64();
        let expires =
            claims.number("exp", "the token's `exp` is no number")?.ok_or("the token has no `exp`")?;
        if now >= expires + leeway {
            return Err("the token has expired");
        }
        match claims.number("nbf", "the token's `nbf` is no number")? {
            Some(begins) if now + leeway < begins => Err("the token is not valid yet"),
            _ => Ok(()),
        }
    }

    /// Whoever is not named in an `aud` that is there has to refuse the token (RFC 7519, 4.1.3).
    fn addressed(&self, claims: &Members) -> bool {
        match &self.audience {
            Some(audience) => claims.is_for(audience),
            None => !claims.0.contains_key("aud"),
        }
    }
}

fn bare(typ: &str) -> &str {
    match typ.split_at_checked("application/".len()) {
        Some((prefix, rest)) if prefix.eq_ignore_ascii_case("application/") => rest,
        _ => typ,
    }
}
