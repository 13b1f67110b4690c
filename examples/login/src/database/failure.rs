//! Which failures of a database pass by themselves.

use specwright_runtime::Failure;
use sqlx::Error;

/// What an operation fails with when the database does.
pub(super) fn of(error: Error) -> Failure {
    if passes(&error) { Failure::unavailable(error) } else { Failure::from(error) }
}

fn passes(error: &Error) -> bool {
    match error {
        Error::Io(_) | Error::PoolTimedOut | Error::PoolClosed | Error::WorkerCrashed => true,
        Error::Database(error) => error.code().is_some_and(|code| code_passes(&code)),
        _ => false,
    }
}

/// PostgreSQL says why in five characters: a connection that broke (08), too few resources (53), a server that stops, starts
/// or is in recovery (57P, 25006). SQLite says so in a number, whose last byte is 5 or 6 where somebody else is writing.
fn code_passes(code: &str) -> bool {
    match code.len() {
        5 => ["08", "53", "57P", "25006"].iter().any(|class| code.starts_with(class)),
        _ => code.parse().is_ok_and(|code: u32| matches!(code & 0xff, 5 | 6)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_that_is_away_or_busy_passes() {
        for code in ["08006", "53300", "57P01", "57P03", "25006", "5", "517", "6"] {
            assert!(code_passes(code), "{code}");
        }
        assert!(passes(&Error::PoolTimedOut));
    }

    #[test]
    fn a_statement_that_is_wrong_does_not_pass() {
        for code in ["42P01", "23505", "22021", "1", "1555"] {
            assert!(!code_passes(code), "{code}");
        }
        assert!(!passes(&Error::RowNotFound));
    }
}
