//! The reference server keeps its contract.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod document;
mod message;
mod prefix;
mod process;
mod recordings;
