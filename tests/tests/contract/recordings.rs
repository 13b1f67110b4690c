//! What FastAPI answers to the same requests, or we do better.

use specwright_tests::reference::{self, root};
use specwright_tests::replay::{self, Recording};
use specwright_tests::say;

/// ReDoc is not part of the server: who wants it adds a route beside it.
const LEFT_OUT: &str = "/redoc";

#[test]
fn every_recorded_case_of_first_steps_passes() {
    let Recording { variables, cases } = Recording::read(&root().join("tests/golden/first_steps.json"));
    let wanted: Vec<_> = cases.iter().filter(|case| case.name != LEFT_OUT).collect();
    assert_eq!(wanted.len() + 1, cases.len(), "{LEFT_OUT} alone is left out");
    let server = reference::start();
    let tally = replay::play(wanted, &variables, server.address);
    say(&format!("first_steps.json: {tally}"));
    assert_eq!((tally.passed(), tally.failed()), (cases.len() - 1, 0), "\n{tally}");
}
