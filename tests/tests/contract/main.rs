//! The reference server keeps its contract.

mod document;
mod message;
mod prefix;
mod process;
mod recordings;
