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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

    use super::*;
    use crate::database::Address;
    use specwright_tests::scratch::Scratch;

    fn from(address: &str) -> Origin {
        Origin::new("johndoe", Some(address.parse().unwrap()))
    }

    async fn database(folder: &Scratch) -> Database {
        Database::open(&Address::Sqlite(folder.path().join("login.db"))).await.unwrap()
    }

    async fn fail(database: &Database, origin: &Origin) {
        for _ in 0..FAILURES {
            assert!(database.may_try(origin).await.unwrap());
            database.failed(origin).await.unwrap();
        }
    }

    #[test]
    fn t5_a_network_of_ipv6_is_one_address() {
        assert_eq!(from("2001:db8::1").0, from("2001:db8::ffff:1").0);
        assert_ne!(from("2001:db8::1").0, from("2001:db8:0:1::1").0);
        assert_eq!(from("::ffff:192.0.2.1").0, from("192.0.2.1").0);
        assert_ne!(from("192.0.2.1").0, from("192.0.2.2").0);
    }

    #[test]
    fn what_was_typed_for_a_name_is_not_kept() {
        let origin = Origin::new("hush", None);
        assert!(!origin.0.contains("hush") && origin.0.len() == 64, "{}", origin.0);
    }

    #[tokio::test]
    async fn t5_failures_from_one_address_keep_nobody_out_from_another() {
        let folder = Scratch::new();
        let database = database(&folder).await;
        fail(&database, &from("192.0.2.1")).await;
        assert!(!database.may_try(&from("192.0.2.1")).await.unwrap());
        assert!(database.may_try(&from("192.0.2.2")).await.unwrap());
        let other = Origin::new("alice", Some("192.0.2.1".parse().unwrap()));
        assert!(database.may_try(&other).await.unwrap());
    }

    #[tokio::test]
    async fn t5_failures_are_forgotten_and_leave_nothing_behind() {
        let folder = Scratch::new();
        let database = database(&folder).await;
        fail(&database, &from("192.0.2.1")).await;
        run!(&database, pool => async {
            sqlx::query("UPDATE attempts SET since = since - 900").execute(pool).await.map(drop)
        })
        .unwrap();
        assert!(database.may_try(&from("192.0.2.1")).await.unwrap());
        database.failed(&from("192.0.2.2")).await.unwrap();
        let count = run!(&database, pool => {
            sqlx::query_scalar::<_, i64>("SELECT count(*) FROM attempts").fetch_one(pool)
        });
        assert_eq!(count.unwrap(), 1);
    }
}
