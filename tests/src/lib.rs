//! What the tests of the whole share.
#![forbid(unsafe_code)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test ends where something fails"
)]

pub mod child;
pub mod exchange;
pub mod first_steps;
pub mod reference;
pub mod replay;
