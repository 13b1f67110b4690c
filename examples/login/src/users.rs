//! Who there is.

use specwright_runtime::Failure;

use crate::database::{Database, run};
use crate::scope::Scopes;

/// A user, without their password.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct User {
    /// What they log in with.
    pub(crate) username: String,
    /// Where they get mail.
    pub(crate) email: Option<String>,
    /// What they are called.
    pub(crate) full_name: Option<String>,
    /// Whether they may do nothing for now.
    pub(crate) disabled: bool,
    /// What they may ask for.
    pub(crate) scopes: Scopes,
}

/// What a user logs in by.
pub(crate) struct Account {
    /// An argon2id hash.
    pub(crate) password_hash: String,
    /// What they may ask for.
    pub(crate) scopes: Scopes,
}

impl Database {
    /// The user of a name, which is compared to the letter.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub(crate) async fn user(&self, username: &str) -> Result<Option<User>, Failure> {
        const FIND: &str =
            "SELECT username, email, full_name, disabled, scopes FROM users WHERE username = $1";
        type Row = (String, Option<String>, Option<String>, bool, String);
        if !is_text(username) {
            return Ok(None);
        }
        let row = run!(self, pool => sqlx::query_as::<_, Row>(FIND).bind(username).fetch_optional(pool))?;
        Ok(row.map(|(username, email, full_name, disabled, scopes)| User {
            username,
            email,
            full_name,
            disabled,
            scopes: Scopes::read(&scopes),
        }))
    }

    /// What a user logs in by.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub(crate) async fn account(&self, username: &str) -> Result<Option<Account>, Failure> {
        const FIND: &str = "SELECT password_hash, scopes FROM users WHERE username = $1";
        if !is_text(username) {
            return Ok(None);
        }
        let row = run!(self, pool => {
            sqlx::query_as::<_, (String, String)>(FIND).bind(username).fetch_optional(pool)
        })?;
        Ok(row.map(|(password_hash, scopes)| Account { password_hash, scopes: Scopes::read(&scopes) }))
    }
}

/// PostgreSQL has no text with a NUL, so nobody is called so.
fn is_text(username: &str) -> bool {
    !username.contains('\0')
}
