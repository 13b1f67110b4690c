//! What FastAPI answers to the same requests, or we do better.
#![forbid(unsafe_code)]
#![allow(missing_docs, reason = "a test is its name")]

use std::process::Command;

use specwright_tests::exchange::Request;
use specwright_tests::reference::root;
use specwright_tests::replay::{self, Recording};
use specwright_tests::say;
use specwright_tests::serving::Serving;

fn start() -> Serving {
    Serving::start(Command::new(env!("CARGO_BIN_EXE_schemes")).args(["--port", "0"]))
}

#[test]
fn every_recorded_case_of_security_all_passes() {
    let Recording { variables, cases } = Recording::read(&root().join("tests/golden/security_all.json"));
    let server = start();
    let tally = replay::play(&cases, &variables, server.address);
    say(&format!("security_all.json: {tally}"));
    assert_eq!((tally.passed(), tally.failed()), (cases.len(), 0), "\n{tally}");
}

#[test]
fn w9_the_parameters_of_a_digest_challenge_come_from_the_implementation() {
    let server = start();
    let challenge = || {
        let response = Request::get("/http/digest").send(server.address).unwrap();
        response.header("www-authenticate").unwrap()
    };
    let (one, other) = (challenge(), challenge());
    assert!(one.starts_with(r#"Digest realm="Every Lock", qop="auth", nonce=""#), "{one}");
    assert_ne!(one, other, "a nonce is for once");
}
