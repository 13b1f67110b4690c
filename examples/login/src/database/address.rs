//! Where the database is.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use sqlx::postgres::PgConnectOptions;

use crate::trouble::Trouble;

/// The address of a database.
#[derive(Debug, Clone)]
pub(crate) enum Address {
    /// A file, `sqlite:login.db`.
    Sqlite(PathBuf),
    /// A server, `postgres://login@db.example.com/login`.
    Postgres(Box<PgConnectOptions>),
}

impl FromStr for Address {
    type Err = Trouble;

    fn from_str(text: &str) -> Result<Self, Trouble> {
        match text.split_once(':') {
            Some(("sqlite", path)) => file(path.strip_prefix("//").unwrap_or(path)),
            // What is wrong with an address is told without it, because it may have a password.
            Some(("postgres" | "postgresql", _)) => match text.parse() {
                Ok(options) => Ok(Self::Postgres(Box::new(options))),
                Err(error) => Err(Trouble::of("DATABASE_URL is no address of a PostgreSQL", error)),
            },
            _ => Err(Trouble::new("DATABASE_URL begins with neither `sqlite:` nor `postgres:`")),
        }
    }
}

/// Users that are gone with the connection are of no use, so there has to be a file.
fn file(path: &str) -> Result<Address, Trouble> {
    match path {
        "" | ":memory:" => Err(Trouble::new("DATABASE_URL names no file after `sqlite:`")),
        _ => Ok(Address::Sqlite(Path::new(path).to_owned())),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

    use super::*;

    fn path(address: &str) -> Option<PathBuf> {
        match address.parse() {
            Ok(Address::Sqlite(path)) => Some(path),
            _ => None,
        }
    }

    #[test]
    fn a_file_is_named_with_or_without_slashes() {
        assert_eq!(path("sqlite:login.db"), Some("login.db".into()));
        assert_eq!(path("sqlite://data/login.db"), Some("data/login.db".into()));
        assert_eq!(path("sqlite:///var/login.db"), Some("/var/login.db".into()));
        assert_eq!(path("sqlite:/var/login.db"), Some("/var/login.db".into()));
    }

    #[test]
    fn a_server_is_named_by_its_address() {
        for address in ["postgres://a:b@localhost:1/login", "postgresql://localhost/login"] {
            assert!(matches!(address.parse(), Ok(Address::Postgres(_))), "{address}");
        }
    }

    #[test]
    fn what_is_no_address_is_told_without_its_password() {
        for address in
            ["", "login.db", "sqlite:", "sqlite::memory:", "mysql://a:hush@b/c", "postgres://a:hush@b:port/c"]
        {
            let error = address.parse::<Address>().unwrap_err().to_string();
            assert!(error.starts_with("DATABASE_URL") && !error.contains("hush"), "{error}");
        }
    }
}
