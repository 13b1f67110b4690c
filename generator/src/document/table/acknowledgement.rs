//! The extension that is our own.

use super::*;
use crate::diagnostic::nearest;

/// The key by which any object acknowledges warnings about itself and what is in it.
pub(crate) const ALLOW_KEY: &str = "x-specwright-allow";

/// How no key of anybody else begins.
pub(crate) const OWN_PREFIX: &str = "x-specwright";

static ALLOW: Key = key(ALLOW_KEY, Shape::OneOrMore(&WARNINGS)).annotation();

static WARNINGS: List = List::of(Shape::Warning).filled().unique();

/// What is made of a key that begins with `x-`, where such keys may stand.
pub(crate) fn extension(name: &str) -> Found {
    if name == ALLOW_KEY {
        Found::Key(&ALLOW)
    } else if is_ours(name) {
        Found::Reserved
    } else {
        Found::Extension
    }
}

/// Whether a key begins as ours do, or was probably meant to be [`ALLOW_KEY`].
///
/// The name of another tool is not taken for ours because the rest of the key is the same.
fn is_ours(name: &str) -> bool {
    let vendor = || name.split('-').nth(1).unwrap_or_default();
    let start = name.get(..OWN_PREFIX.len());
    start.is_some_and(|start| start.eq_ignore_ascii_case(OWN_PREFIX))
        || nearest(name, [ALLOW_KEY]).is_some() && nearest(vendor(), ["specwright"]).is_some()
}
