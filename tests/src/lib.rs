//! What the tests of the whole share.
#![forbid(unsafe_code)]

pub mod case;
pub mod child;
pub mod corpus;
pub mod exchange;
pub mod first_steps;
pub mod hostile;
pub mod package;
pub mod place;
pub mod project;
pub mod reference;
pub mod replay;
