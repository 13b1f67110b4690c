//! Recorded cases, played against a server.

mod case;
mod challenges;
mod compare;
mod echo;
mod jwt;
mod problems;
mod recording;
mod step;
mod variables;
mod wanted;

use std::fmt;
use std::net::SocketAddr;

pub use case::{Case, Class};
use compare::differences;
pub use jwt::Forgery;
pub use recording::Recording;
use step::{Exchange, Step};
pub use variables::Variables;

/// How many cases passed, and how the others failed.
#[derive(Debug, Default)]
pub struct Tally {
    passed: usize,
    failed: Vec<String>,
}

/// Plays cases, one after another. Each begins with the same `variables`.
pub fn play<'c>(
    cases: impl IntoIterator<Item = &'c Case>,
    variables: &Variables,
    server: SocketAddr,
) -> Tally {
    let mut tally = Tally::default();
    for case in cases {
        let failures = failures(case, variables.clone(), server);
        if failures.is_empty() {
            tally.passed += 1;
        } else {
            tally.failed.push(format!("{}: {}", case.name, failures.join("; ")));
        }
    }
    tally
}

/// What is not as it should be, by the numbers of the steps.
fn failures(case: &Case, mut variables: Variables, server: SocketAddr) -> Vec<String> {
    let mut failures = Vec::new();
    for (step, number) in case.steps().zip(1..) {
        let failed = match step(&variables) {
            Step::Exchange(exchange) => play_exchange(&exchange, &mut variables, server),
            Step::Forge(forge) => match forge.jwt.token() {
                Ok(token) => {
                    variables.set(&forge.jwt.variable, &token);
                    Vec::new()
                }
                Err(error) => vec![error],
            },
        };
        failures.extend(failed.into_iter().map(|failure| format!("step {number}: {failure}")));
    }
    failures
}

fn play_exchange(exchange: &Exchange, variables: &mut Variables, server: SocketAddr) -> Vec<String> {
    let response = match exchange.request.send(server) {
        Ok(response) => response,
        Err(error) => return vec![format!("no exchange: {error}")],
    };
    let mut failures = differences(&exchange.response, &response, server);
    match exchange.captured(&response.body) {
        Ok(captured) => captured.iter().for_each(|(name, value)| variables.set(name, value)),
        Err(error) => failures.push(error),
    }
    failures
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
