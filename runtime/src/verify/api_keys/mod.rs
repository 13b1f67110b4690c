//! API keys, of which the server keeps hashes.

mod digest;
mod keys;
#[cfg(test)]
mod tests;

pub use digest::{ApiKeyHash, ApiKeyHashError};
pub use keys::ApiKeys;
