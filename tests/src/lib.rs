//! What the tests of the whole share.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails where it stands")]

pub mod case;
pub mod corpus;
pub mod hostile;
pub mod package;
pub mod place;
pub mod snapshot;
