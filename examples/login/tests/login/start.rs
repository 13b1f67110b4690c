//! How the server starts, and how it does not.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use specwright_tests::child::{Ended, Running};
use specwright_tests::scratch::Scratch;
use specwright_tests::serving::Serving;

use crate::{by_password, login, me, token};

fn run(command: &mut Command) -> Ended {
    Running::start(command).unwrap().wait()
}

#[test]
fn it_works_at_once_and_tells_who_may_log_in() {
    let folder = Scratch::new();
    let server = Serving::start(login(folder.path()).env_remove("LOGIN_JWT_KEY"));
    assert!(server.greeting.contains(&format!("http://{}/docs", server.address)), "{}", server.greeting);
    assert!(server.line().unwrap().contains("log in as `johndoe` with the password `secret`"));
    let response = by_password("johndoe", "secret").send(server.address).unwrap();
    assert_eq!(me(&token(&response)).send(server.address).unwrap().status, 200);
}

#[test]
fn j2_what_the_first_start_makes_is_for_its_user_alone() {
    let folder = Scratch::new();
    let _server = Serving::start(login(folder.path()).env_remove("LOGIN_JWT_KEY"));
    for entry in fs::read_dir(folder.path()).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o077, 0, "{}", path.display());
    }
    assert_eq!(fs::read(folder.path().join("login.key")).unwrap().len(), 32);
}

#[test]
fn a_token_outlives_the_server() {
    let folder = Scratch::new();
    let start = || Serving::start(login(folder.path()).env_remove("LOGIN_JWT_KEY"));
    let first = start();
    let token = token(&by_password("johndoe", "secret").send(first.address).unwrap());
    assert!(first.end("TERM").status.success());
    assert_eq!(me(&token).send(start().address).unwrap().status, 200);
}

#[test]
fn j2_a_short_key_is_refused() {
    let folder = Scratch::new();
    let ended = run(login(folder.path()).env("LOGIN_JWT_KEY", "hush"));
    assert_eq!(ended.status.code(), Some(1));
    assert!(ended.errors.contains("at least 32") && !ended.errors.contains("hush"), "{}", ended.errors);
}

#[test]
fn j2_copies_that_share_users_need_a_key_to_share() {
    let shared = "postgres://login:hush@127.0.0.1:1/login";
    let ended = run(login(Path::new(".")).env("DATABASE_URL", shared).env_remove("LOGIN_JWT_KEY"));
    assert_eq!(ended.status.code(), Some(1));
    assert!(ended.errors.contains("LOGIN_JWT_KEY") && !ended.errors.contains("hush"), "{}", ended.errors);
}

#[test]
fn a_database_that_is_not_there_is_told_without_its_password() {
    let ended = run(login(Path::new(".")).env("DATABASE_URL", "postgres://login:hush@127.0.0.1:1/login"));
    assert_eq!(ended.status.code(), Some(1));
    assert!(ended.errors.contains("cannot reach the database"), "{}", ended.errors);
    assert!(!ended.errors.contains("hush"), "{}", ended.errors);
}
