//! The engine against a model of it, and each parser against the grammar of its RFC.

mod case;
mod engine;
mod model;
