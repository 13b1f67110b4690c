//! The database: a file, or a server that several copies share.

mod address;
mod failure;
mod migration;

use std::fs::OpenOptions;
use std::path::Path;
use std::time::Duration;

use specwright_runtime::Failure;
use sqlx::pool::PoolOptions;
use sqlx::postgres::{PgConnectOptions, PgPool};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqliteSynchronous};

use crate::trouble::Trouble;
pub(crate) use address::Address;

/// How long a request waits for a connection.
const WAIT_FOR_CONNECTION: Duration = Duration::from_secs(2);

/// How long a request waits for an answer of the database, a connection included.
const WAIT_FOR_ANSWER: Duration = Duration::from_secs(5);

/// How many connections a copy of the server holds at most. PostgreSQL has a hundred for all of them.
const CONNECTIONS: u32 = 10;

/// Connections to a database whose tables are those of this version.
#[derive(Debug, Clone)]
pub(crate) enum Database {
    /// To a file.
    Sqlite(SqlitePool),
    /// To a server.
    Postgres(PgPool),
}

/// Runs a statement by the connections there are. SQLite and PostgreSQL both take `$1` for the first parameter, so that
/// one text does for both.
macro_rules! run {
    ($database:expr, $pool:ident => $statement:expr) => {
        match $database {
            $crate::database::Database::Sqlite($pool) => $crate::database::answer($statement).await,
            $crate::database::Database::Postgres($pool) => $crate::database::answer($statement).await,
        }
    };
}
pub(crate) use run;

impl Database {
    /// Opens a database, and makes its tables what this version needs. Copies that start together agree: one of them does it.
    ///
    /// # Errors
    ///
    /// When it cannot be reached, or has tables of a later version.
    pub(crate) async fn open(address: &Address) -> Result<Self, Trouble> {
        let database = match address {
            Address::Sqlite(path) => Self::file(path).await?,
            Address::Postgres(options) => Self::server(options).await?,
        };
        match migration::run(&database).await {
            Ok(()) => Ok(database),
            Err(error) => Err(Trouble::of("the tables of the database cannot be made", error)),
        }
    }

    async fn file(path: &Path) -> Result<Self, Trouble> {
        let failed =
            |error: &dyn std::error::Error| Trouble::new(format!("cannot open {}: {error}", path.display()));
        make_private(path).map_err(|error| failed(&error))?;
        let options = SqliteConnectOptions::new()
            .filename(path)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Normal)
            .busy_timeout(WAIT_FOR_CONNECTION);
        let pool = PoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(WAIT_FOR_CONNECTION);
        Ok(Self::Sqlite(pool.connect_with(options).await.map_err(|error| failed(&error))?))
    }

    async fn server(options: &PgConnectOptions) -> Result<Self, Trouble> {
        let pool = PoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(WAIT_FOR_CONNECTION);
        let pool = pool.connect_with(options.clone()).await;
        pool.map(Self::Postgres).map_err(|error| Trouble::of("cannot reach the database", error))
    }
}

/// Waits for the answer to a statement.
///
/// # Errors
///
/// A failure that [passes by itself](Failure::unavailable) where the database is not there or too slow, and another one
/// where the statement is wrong.
pub(crate) async fn answer<T>(statement: impl Future<Output = sqlx::Result<T>>) -> Result<T, Failure> {
    match tokio::time::timeout(WAIT_FOR_ANSWER, statement).await {
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(error)) => Err(failure::of(error)),
        Err(late) => Err(Failure::unavailable(late)),
    }
}

/// SQLite gives a new file to everybody to read; a file that is there stays as it is.
fn make_private(path: &Path) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}
