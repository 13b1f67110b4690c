//! Several servers that share a PostgreSQL.

use std::path::Path;
use std::thread;

use specwright_tests::postgres::Postgres;
use specwright_tests::scratch::Scratch;
use specwright_tests::serving::Serving;

use crate::{by_password, login, login_with, me, token};

#[test]
fn copies_that_start_together_agree_on_the_tables() {
    let Some(postgres) = Postgres::start() else { return };
    let database = postgres.create("login");
    let copies = thread::scope(|scope| {
        let copies: Vec<_> = (0..4).map(|_| scope.spawn(|| login_with(&database))).collect();
        copies.into_iter().map(|copy| copy.join().unwrap()).collect::<Vec<_>>()
    });
    for copy in &copies {
        assert_eq!(by_password("johndoe", "secret").send(copy.address).unwrap().status, 200);
    }
    assert_eq!(postgres.query("login", "SELECT count(*) FROM users"), "2");
}

#[test]
fn copies_that_start_together_agree_on_a_file_and_its_key() {
    let folder = Scratch::new();
    let start = || Serving::start(login(folder.path()).env_remove("LOGIN_JWT_KEY"));
    let copies = thread::scope(|scope| {
        let copies: Vec<_> = (0..4).map(|_| scope.spawn(start)).collect();
        copies.into_iter().map(|copy| copy.join().unwrap()).collect::<Vec<_>>()
    });
    let token = token(&by_password("johndoe", "secret").send(copies.first().unwrap().address).unwrap());
    for copy in &copies {
        assert_eq!(me(&token).send(copy.address).unwrap().status, 200);
    }
}

#[test]
fn a_token_of_one_copy_is_good_at_the_other() {
    let Some(postgres) = Postgres::start() else { return };
    let database = postgres.create("login");
    let (one, other) = (login_with(&database), login_with(&database));
    let token = token(&by_password("johndoe", "secret").send(one.address).unwrap());
    assert_eq!(me(&token).send(other.address).unwrap().status, 200);
}

#[test]
fn copies_with_different_keys_do_not_believe_each_other() {
    let Some(postgres) = Postgres::start() else { return };
    let database = postgres.create("login");
    let one = login_with(&database);
    let key = "another key, which is just as long as that one is";
    let other =
        Serving::start(login(Path::new(".")).env("DATABASE_URL", &database).env("LOGIN_JWT_KEY", key));
    let token = token(&by_password("johndoe", "secret").send(one.address).unwrap());
    assert_eq!(me(&token).send(other.address).unwrap().status, 401);
}

#[test]
fn t5_failures_at_all_copies_are_counted_together() {
    let Some(postgres) = Postgres::start() else { return };
    let database = postgres.create("login");
    let copies = [login_with(&database), login_with(&database)];
    for copy in copies.iter().cycle().take(10) {
        let answer = by_password("johndoe", "x").send(copy.address).unwrap();
        assert!(answer.text().contains("Incorrect"), "{}", answer.text());
    }
    for copy in &copies {
        let answer = by_password("johndoe", "secret").send(copy.address).unwrap();
        assert!(answer.text().contains("Too many attempts"), "{}", answer.text());
    }
}

#[test]
fn t5_failures_are_forgotten_after_a_while() {
    let Some(postgres) = Postgres::start() else { return };
    let copy = login_with(&postgres.create("login"));
    for _ in 0..11 {
        by_password("johndoe", "x").send(copy.address).unwrap();
    }
    assert!(
        by_password("johndoe", "secret").send(copy.address).unwrap().text().contains("Too many attempts")
    );
    postgres.query("login", "UPDATE attempts SET since = since - 16 * 60");
    assert_eq!(by_password("johndoe", "secret").send(copy.address).unwrap().status, 200);
}

#[test]
fn what_is_taken_from_a_user_is_taken_from_their_tokens() {
    let Some(postgres) = Postgres::start() else { return };
    let copy = login_with(&postgres.create("login"));
    let token = token(&by_password("johndoe", "secret").send(copy.address).unwrap());
    let status = || me(&token).send(copy.address).unwrap().status;
    assert_eq!(status(), 200);
    postgres.query("login", "UPDATE users SET disabled = TRUE WHERE username = 'johndoe'");
    assert_eq!(status(), 400);
    postgres.query("login", "UPDATE users SET scopes = 'items' WHERE username = 'johndoe'");
    assert_eq!(status(), 403);
    postgres.query("login", "DELETE FROM users WHERE username = 'johndoe'");
    assert_eq!(status(), 401);
}

#[test]
fn who_was_removed_does_not_come_back_with_the_next_start() {
    let Some(postgres) = Postgres::start() else { return };
    let database = postgres.create("login");
    drop(login_with(&database));
    postgres.query("login", "DELETE FROM users");
    let copy = login_with(&database);
    assert_eq!(by_password("johndoe", "secret").send(copy.address).unwrap().status, 400);
}
