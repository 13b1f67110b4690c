//! How often somebody may fail to log in.
//!
//! Failures are counted for a user and an address together, so that who guesses at a user from one address keeps them out
//! from no other; they are counted in the database, so that all copies of the server count together; and they are forgotten
//! after a while and by the right password, so that nobody stays out for ever.

use std::net::IpAddr;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use sha2::{Digest, Sha256};
use specwright_runtime::Failure;

use crate::database::{Database, run};

/// How many wrong passwords there may be, until even the right one is not looked at.
const FAILURES: i64 = 10;

/// How long after the first failure all of them are forgotten.
const WINDOW: Duration = Duration::from_secs(15 * 60);

/// A user as they were named, whether there is one or not, and where they were named from.
pub(crate) struct Origin(String);

impl Origin {
    /// An address is a whole network of IPv6, of which everybody has at least one.
    pub(crate) fn new(username: &str, address: Option<IpAddr>) -> Self {
        let network = match address.map(|address| address.to_canonical()) {
            Some(IpAddr::V6(address)) => format!("{:x}", address.to_bits() >> 64),
            Some(IpAddr::V4(address)) => address.to_string(),
            None => String::new(),
        };
        let digest = Sha256::new().chain_update(network).chain_update("\0").chain_update(username).finalize();
        Self(digest.iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

impl Database {
    /// Whether another password may be tried.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub(crate) async fn may_try(&self, origin: &Origin) -> Result<bool, Failure> {
        const COUNT: &str = "SELECT failures FROM attempts WHERE origin = $1 AND since > $2";
        let forgotten = forgotten();
        let count = run!(self, pool => {
            sqlx::query_scalar::<_, i64>(COUNT).bind(&origin.0).bind(forgotten).fetch_optional(pool)
        })?;
        Ok(count.unwrap_or(0) < FAILURES)
    }

    /// Counts a wrong password, and forgets those of long ago.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub(crate) async fn failed(&self, origin: &Origin) -> Result<(), Failure> {
        const FORGET: &str = "DELETE FROM attempts WHERE since <= $1";
        const ADD: &str = "INSERT INTO attempts (origin, failures, since) VALUES ($1, 1, $2) \
            ON CONFLICT (origin) DO UPDATE SET failures = attempts.failures + 1";
        let (now, forgotten) = (now(), forgotten());
        run!(self, pool => async {
            sqlx::query(FORGET).bind(forgotten).execute(pool).await?;
            sqlx::query(ADD).bind(&origin.0).bind(now).execute(pool).await.map(drop)
        })
    }

    /// Forgets the wrong passwords before the right one.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub(crate) async fn succeeded(&self, origin: &Origin) -> Result<(), Failure> {
        const FORGET: &str = "DELETE FROM attempts WHERE origin = $1";
        run!(self, pool => async { sqlx::query(FORGET).bind(&origin.0).execute(pool).await.map(drop) })
    }
}

/// In seconds since 1970.
fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

/// When a failure has to have been to be forgotten.
fn forgotten() -> i64 {
    now().saturating_sub_unsigned(WINDOW.as_secs())
}
