//! What the tests of the whole share.
#![forbid(unsafe_code)]

pub mod child;
pub mod exchange;
pub mod first_steps;
pub mod project;
pub mod reference;
pub mod replay;
