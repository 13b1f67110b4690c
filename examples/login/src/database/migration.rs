//! The tables, step by step. A step that was taken somewhere is never changed: the next one is added.

use sqlx::SqlSafeStr as _;
use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};

use super::Database;

/// The steps, in their order.
const STEPS: [(&str, &str); 3] = [
    ("users", include_str!("../../migrations/1_users.sql")),
    ("attempts", include_str!("../../migrations/2_attempts.sql")),
    ("demo users", include_str!("../../migrations/3_demo_users.sql")),
];

/// Takes the steps that were not taken yet.
pub(super) async fn run(database: &Database) -> Result<(), MigrateError> {
    match database {
        // Nobody else writes until it is done.
        Database::Sqlite(pool) => {
            let mut turn = pool.begin_with("BEGIN IMMEDIATE").await?;
            migrator().run(&mut *turn).await?;
            Ok(turn.commit().await?)
        }
        // The migrator takes an advisory lock by itself.
        Database::Postgres(pool) => migrator().run(pool).await,
    }
}

fn migrator() -> Migrator {
    let migration = |(version, (name, sql)): (i64, (&'static str, &'static str))| {
        Migration::new(version, name.into(), MigrationType::Simple, sql.into_sql_str(), false)
    };
    Migrator::with_migrations((1..).zip(STEPS).map(migration).collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

    use super::*;
    use crate::database::{Address, run as query};
    use specwright_runtime::verify::Passwords;
    use specwright_tests::scratch::Scratch;

    /// A user who is not there costs a new hash, and one who is there their own.
    #[tokio::test]
    async fn t5_the_first_users_have_argon2id_hashes_of_the_cost_of_new_ones() {
        let folder = Scratch::new();
        let database = Database::open(&Address::Sqlite(folder.path().join("login.db"))).await.unwrap();
        let hashes = query!(&database, pool => {
            sqlx::query_scalar::<_, String>("SELECT password_hash FROM users").fetch_all(pool)
        });
        let hashes = hashes.unwrap();
        assert_eq!(hashes.len(), 2);
        for hash in hashes {
            assert!(!Passwords::new().is_outdated(&hash), "{hash}");
        }
    }
}
