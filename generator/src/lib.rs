//! Turns a hand-authored OpenAPI document into a Rust HTTP server.
#![forbid(unsafe_code)]

pub mod diagnostic;
pub mod document;
pub mod source;
