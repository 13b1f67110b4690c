#![allow(clippy::unwrap_used)]

mod attempts;
mod passwords;
mod rate;
