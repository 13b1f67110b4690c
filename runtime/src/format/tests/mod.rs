//! What text has a format, and what has it not.

#![allow(clippy::unwrap_used)]

mod instants;
mod names;
mod parsed;
mod random;
mod suite;

use super::Format;

/// Each text has the format.
fn good(format: Format, texts: &[&str]) {
    for text in texts {
        assert!(format.holds(text), "{text:?} is {format}");
    }
}

/// No text has the format.
fn bad(format: Format, texts: &[&str]) {
    for text in texts {
        assert!(!format.holds(text), "{text:?} is not {format}");
    }
}
