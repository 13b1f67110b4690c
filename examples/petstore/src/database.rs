//! The database, a file, and how what the contract describes is kept in it.

use std::fs::OpenOptions;
use std::io;
use std::path::Path;

use specwright_runtime::Failure;
use specwright_runtime::decode::{self, Decode};
use specwright_runtime::encode::{self, Encode};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool};

/// Opens the file, which is made where it is not there.
///
/// # Errors
///
/// When it cannot be opened, or is something else.
pub(crate) async fn open(path: &Path) -> sqlx::Result<SqlitePool> {
    make_private(path)?;
    let options = SqliteConnectOptions::new().filename(path).journal_mode(SqliteJournalMode::Wal);
    let pool = SqlitePool::connect_with(options).await?;
    sqlx::raw_sql(include_str!("schema.sql")).execute(&pool).await?;
    Ok(pool)
}

/// SQLite gives a new file to everybody to read, and this one has hashes of passwords.
fn make_private(path: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

/// What was sent, as it is kept.
pub(crate) fn kept(sent: &impl Encode) -> String {
    String::from_utf8_lossy(&encode::to_vec(sent)).into_owned()
}

/// What was kept, as it is answered. It is checked once more.
///
/// # Errors
///
/// When it is not as the contract says: it was kept under another one.
pub(crate) fn found<T: Decode>(body: String) -> Result<T, Failure> {
    decode::from_slice(body.as_bytes()).map_err(|problems| Failure::new(format!("{body}: {problems:?}")))
}
