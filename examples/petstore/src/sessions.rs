//! Who is logged in: a key that is good for an hour.

use std::time::Duration;

use specwright_runtime::Failure;
use specwright_runtime::chrono::{DateTime, Utc};
use specwright_runtime::verify::ApiKeyHash;

use crate::petstore::Petstore;

/// How long a key is good.
const LIFETIME: Duration = Duration::from_secs(60 * 60);

/// A user who is logged in.
pub(crate) struct Session {
    pub(crate) user_id: i64,
    pub(crate) username: String,
    key: ApiKeyHash,
}

impl Petstore {
    /// A new key for a user, and until when it is good.
    pub(crate) async fn open_session(&self, user_id: i64) -> Result<(String, DateTime<Utc>), Failure> {
        const OPEN: &str = "INSERT INTO sessions (key_hash, user_id, expires) VALUES ($1, $2, $3)";
        let (key, hash) = ApiKeyHash::generate("pet_")?;
        let expires = Utc::now() + LIFETIME;
        let open = sqlx::query(OPEN).bind(hash.to_string()).bind(user_id).bind(expires.timestamp());
        open.execute(&self.database).await?;
        Ok((key.to_string(), expires))
    }

    /// Whose key it is, where it is good.
    pub(crate) async fn session(&self, key: ApiKeyHash) -> Result<Option<Session>, Failure> {
        const FIND: &str = "SELECT users.id, username FROM sessions JOIN users ON users.id = user_id
            WHERE key_hash = $1 AND expires > unixepoch()";
        let find = sqlx::query_as(FIND).bind(key.to_string()).fetch_optional(&self.database);
        Ok(find.await?.map(|(user_id, username)| Session { user_id, username, key }))
    }

    /// Makes the key of a session worthless, and forgets those that have expired.
    pub(crate) async fn close_session(&self, session: Session) -> Result<(), Failure> {
        const CLOSE: &str = "DELETE FROM sessions WHERE key_hash = $1 OR expires <= unixepoch()";
        sqlx::query(CLOSE).bind(session.key.to_string()).execute(&self.database).await?;
        Ok(())
    }
}
