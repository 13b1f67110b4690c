//! The engine against a model of it, and each parser against the grammar of its RFC.

mod basic;
mod bearer;
mod case;
mod cookie_key;
mod engine;
mod header_key;
mod http;
mod model;
mod query_key;
mod request;
