//! Recorded cases, played against a server.

mod case;
mod compare;

use std::fmt;
use std::net::SocketAddr;

pub use case::{AnyOf, Case, Class, Wanted, read};
pub use compare::differences;

/// How many cases passed, and how the others failed.
#[derive(Debug, Default)]
pub struct Tally {
    passed: usize,
    failed: Vec<String>,
}

/// Plays cases, one after another.
pub fn play<'c>(cases: impl IntoIterator<Item = &'c Case>, server: SocketAddr) -> Tally {
    let mut tally = Tally::default();
    for case in cases {
        let differences = match case.request.send(server) {
            Ok(response) => differences(&case.response, &response, server),
            Err(error) => vec![format!("no exchange: {error}")],
        };
        if differences.is_empty() {
            tally.passed += 1;
        } else {
            tally.failed.push(format!("{}: {}", case.name, differences.join("; ")));
        }
    }
    tally
}

impl Tally {
    /// Cases that passed.
    pub fn passed(&self) -> usize {
        self.passed
    }

    /// Cases that failed.
    pub fn failed(&self) -> usize {
        self.failed.len()
    }
}

/// A line for each case that failed, and the tally.
impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for failure in &self.failed {
            writeln!(formatter, "FAIL {failure}")?;
        }
        write!(formatter, "{} passed, {} failed", self.passed, self.failed.len())
    }
}
