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
