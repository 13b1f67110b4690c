//! What FastAPI answers to the same requests, or we do better.
#![forbid(unsafe_code)]
#![allow(missing_docs, reason = "a test is its name")]

use std::process::Command;

use specwright_tests::reference::root;
use specwright_tests::replay::{self, Recording};
use specwright_tests::say;
use specwright_tests::serving::Serving;

#[test]
fn every_recorded_case_of_requests_passes() {
    let Recording { variables, cases } = Recording::read(&root().join("tests/golden/requests.json"));
    let server = Serving::start(Command::new(env!("CARGO_BIN_EXE_requests")).args(["--port", "0"]));
    let tally = replay::play(&cases, &variables, server.address);
    say(&format!("requests.json: {tally}"));
    assert_eq!((tally.passed(), tally.failed()), (cases.len(), 0), "\n{tally}");
}
