//! What the tests of the whole share.
#![forbid(unsafe_code)]

pub mod browser;
pub mod case;
pub mod child;
pub mod corpus;
pub mod exchange;
pub mod first_steps;
pub mod frontend;
pub mod hostile;
pub mod package;
pub mod place;
pub mod postgres;
pub mod project;
pub mod reference;
pub mod relay;
pub mod replay;
pub mod routing;
pub mod scratch;
pub mod serving;
pub mod snapshot;

/// Says something that is to be seen where a test passes, too.
pub fn say(line: &str) {
    use std::io::Write;
    // What a handle is given, unlike what a macro prints, is not kept back. Where nobody listens, nothing need be said.
    let _ = writeln!(std::io::stderr(), "{line}");
}
