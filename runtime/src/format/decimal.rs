//! `format: decimal`

use super::rest::Rest;

/// Zeros may be behind the number, for they say how exact it is, but not in front.
pub(super) fn holds(text: &str) -> bool {
    read(text).is_some()
}

fn read(text: &str) -> Option<()> {
    let mut rest = Rest::of(text);
    rest.take(b"-");
    if rest.take(b"0").is_none() {
        rest.digits()?;
    }
    if rest.take(b".").is_some() {
        rest.digits()?;
    }
    rest.is_empty().then_some(())
}
