//! What FastAPI answers to the same requests, or we do better.

use std::net::SocketAddr;

use specwright_tests::place;
use specwright_tests::postgres::Postgres;
use specwright_tests::replay::{Recording, play};
use specwright_tests::say;

use crate::{Login, login_with};

/// Twice, because failures to log in are not to add up to a refusal where logins succeed between them.
fn every_case_passes(server: SocketAddr, users: &str) {
    let Recording { variables, cases } = Recording::read(&place::here().join("golden/token_flow.json"));
    for _ in 0..2 {
        let tally = play(&cases, &variables, server);
        say(&format!("token_flow.json, users in {users}: {tally}"));
        assert_eq!((tally.passed(), tally.failed()), (cases.len(), 0), "\n{tally}");
    }
}

#[test]
fn every_recorded_case_of_the_token_flow_passes_with_sqlite() {
    let login = Login::start();
    every_case_passes(login.server.address, "SQLite");
}

#[test]
fn every_recorded_case_of_the_token_flow_passes_with_postgresql() {
    let Some(postgres) = Postgres::start() else { return };
    every_case_passes(login_with(&postgres.create("login")).address, "PostgreSQL");
}
