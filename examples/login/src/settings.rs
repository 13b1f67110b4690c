//! What the environment says.

use std::env::{self, VarError};
use std::ffi::OsString;

use crate::database::Address;
use crate::key::Key;
use crate::trouble::Trouble;

/// Where users are kept where nothing else is said: beside the process, so that there is nothing to install.
const DEFAULT_DATABASE: &str = "sqlite:login.db";

/// How the server is set up.
pub(crate) struct Settings {
    /// Where the users are.
    pub(crate) database: Address,
    /// What tokens are signed with.
    pub(crate) key: Key,
}

impl Settings {
    /// Reads `DATABASE_URL` and `LOGIN_JWT_KEY`.
    ///
    /// # Errors
    ///
    /// When one of them cannot be used, or there is no key and none can be made.
    pub(crate) fn read() -> Result<Self, Trouble> {
        let database = match env::var("DATABASE_URL") {
            Ok(address) => address.parse()?,
            Err(VarError::NotPresent) => DEFAULT_DATABASE.parse()?,
            Err(VarError::NotUnicode(_)) => return Err(Trouble::new("DATABASE_URL is not UTF-8")),
        };
        let key = key(env::var_os("LOGIN_JWT_KEY"), &database)?;
        Ok(Self { database, key })
    }
}

/// The key that was configured, or else the server's own, beside the file of its users.
///
/// Servers that share a PostgreSQL have no file in common. To keep the key among the users would let sign tokens whoever can
/// read the database, a copy or a backup of it, so there it has to be configured.
fn key(configured: Option<OsString>, database: &Address) -> Result<Key, Trouble> {
    match (configured, database) {
        (Some(secret), _) => Key::configured(secret.into_encoded_bytes()),
        (None, Address::Sqlite(path)) => Key::in_file(&path.with_extension("key")),
        (None, Address::Postgres(_)) => Err(Trouble::new(
            "with PostgreSQL, LOGIN_JWT_KEY has to be set: 32 random bytes or more, the same for every copy of the server, \
             as `openssl rand -base64 32` prints them",
        )),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

    use super::*;
    use specwright_tests::scratch::Scratch;

    #[test]
    fn j2_there_is_no_key_by_default_where_copies_share_a_database() {
        let shared = "postgres://localhost/login".parse().unwrap();
        assert!(key(None, &shared).is_err_and(|error| error.to_string().contains("LOGIN_JWT_KEY")));
        assert!(key(Some("".into()), &shared).is_err());
        assert!(key(Some("x".repeat(32).into()), &shared).is_ok_and(|key| key.bytes() == [b'x'; 32]));
    }

    #[test]
    fn a_key_of_its_own_is_beside_the_users() {
        let folder = Scratch::new();
        let users = format!("sqlite:{}", folder.path().join("login.db").display()).parse().unwrap();
        assert_eq!(key(None, &users).unwrap().bytes().len(), 32);
        assert!(folder.path().join("login.key").is_file());
    }
}
