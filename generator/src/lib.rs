//! Turns a hand-authored OpenAPI document into a Rust HTTP server: typed requests and responses, full validation, and security
//! that is wired in before a handler can run. The same bytes are served to Swagger UI.
//!
//! A `build.rs` calls [`build`]. The command line of the same name does the same from a shell. What it writes calls the crate
//! `specwright-runtime` and no other.
//!
//! The way of the data is that of a compiler, in four stages with one typed boundary each: [`source`] reads a text,
//! [`document`] accounts for every key of it, [`model`] finds out what it means, and [`code`](mod@code) writes that down as Rust.
//! All problems are found before the fourth begins, each with its place: see [`diagnostic`].
#![forbid(unsafe_code)]

pub mod code;
pub mod diagnostic;
pub mod document;
pub mod model;
pub mod output;
pub mod source;

mod build;
mod generate;
mod routes;
mod settings;

pub use build::build;
pub use generate::{Generated, generate, lint};
pub use settings::Settings;
