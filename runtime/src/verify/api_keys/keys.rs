//! Who has which key.

use std::fmt;

use subtle::Choice;

use super::digest::ApiKeyHash;
use crate::security::Denied;

/// A verifier of API keys: the hash of each, and whose it is. One owner may have several, to change them without a pause.
///
/// A key is compared with every hash, each in constant time, so that how long it takes says only how many there are. For more than some thousands, keep
/// the hashes in a database, and look up [`ApiKeyHash::of`] the key there.
///
/// ```
/// use specwright_runtime::Context;
/// use specwright_runtime::security::{ApiKey, Denied};
/// use specwright_runtime::verify::{ApiKeyHashError, ApiKeys};
///
/// struct Shop { keys: ApiKeys<&'static str> }
///
/// impl Shop {
///     fn new() -> Result<Self, ApiKeyHashError> {
///         let hash = "bcb2b8d1c1a0dd0a54b5ff5f9a4f2a45c13bc5bd5b7f8a83fb20a5d40cbf93d1".parse()?;
///         Ok(Self { keys: ApiKeys::of([(hash, "warehouse")]) })
///     }
/// }
///
/// # trait Authenticate {
/// #     type ApiKey;
/// #     async fn api_key(&self, context: &Context, key: ApiKey) -> Result<Self::ApiKey, Denied>;
/// # }
/// impl Authenticate for Shop {
///     type ApiKey = &'static str;
///
///     async fn api_key(&self, _: &Context, key: ApiKey) -> Result<&'static str, Denied> {
///         self.keys.verify(key.expose()).copied()
///     }
/// }
/// ```
pub struct ApiKeys<T> {
    keys: Vec<(ApiKeyHash, T)>,
}

impl<T> ApiKeys<T> {
    /// The keys with these hashes, and whose they are.
    pub fn of(keys: impl IntoIterator<Item = (ApiKeyHash, T)>) -> Self {
        Self { keys: keys.into_iter().collect() }
    }

    /// Whose the key is.
    ///
    /// # Errors
    ///
    /// [`Denied::InvalidCredentials`] where it is nobody's.
    pub fn verify(&self, key: &str) -> Result<&T, Denied> {
        let hash = ApiKeyHash::of(key);
        // To the end, wherever it is found.
        let found = self.keys.iter().fold(None, |found, (one, owner)| {
            let same: Choice = one.is(&hash);
            if same.into() { Some(owner) } else { found }
        });
        found.ok_or(Denied::InvalidCredentials(None))
    }
}

impl<T> fmt::Debug for ApiKeys<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ApiKeys({})", self.keys.len())
    }
}
