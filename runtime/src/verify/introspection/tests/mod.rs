#![allow(clippy::unwrap_used)]

mod answers;
mod asking;
mod caching;
mod server;

use std::time::{Duration, UNIX_EPOCH};

use super::Introspection;
use crate::security::Denied;
use crate::verify::Claims;

/// The second in which the tests take place.
const NOW: u64 = 1_800_000_000;

fn asking(url: &str) -> Introspection {
    timed(Introspection::at(url).unwrap())
}

fn timed(asking: Introspection) -> Introspection {
    asking.clock(|| UNIX_EPOCH + Duration::from_secs(NOW))
}

/// Whom the token is about, or why it is not accepted.
fn told(verified: Result<Claims, Denied>) -> Result<String, String> {
    match verified {
        Ok(claims) => Ok(claims.subject().to_owned()),
        Err(Denied::InvalidCredentials(Some(reason))) => Err(reason.into_owned()),
        Err(Denied::Unavailable(failure)) => Err(format!("503: {failure}")),
        Err(Denied::Broken(failure)) => Err(format!("500: {failure}")),
        Err(other) => Err(format!("{other:?}")),
    }
}
