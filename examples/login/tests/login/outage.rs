//! The database stops under load, and comes back.

use std::net::SocketAddr;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU8, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use specwright_tests::exchange::{Request, Response};
use specwright_tests::postgres::Postgres;

use crate::{by_password, login_with, me, token};

/// How many answers each phase has to have.
const ENOUGH: usize = 16;

/// How long a test waits for them.
const PATIENCE: Duration = Duration::from_secs(60);

/// The database is there.
const UP: u8 = 0;
/// It is on its way up or down.
const CHANGING: u8 = 1;
/// It is not there.
const DOWN: u8 = 2;
/// Nobody asks any more.
const OVER: u8 = 3;

/// What several clients are answered, who ask one thing after another.
struct Load {
    phase: AtomicU8,
    answers: Mutex<Vec<(u8, Response)>>,
}

impl Load {
    /// Asks until it is over. Only an answer that falls into one phase from question to answer is of that phase.
    fn ask(&self, request: &Request, server: SocketAddr) {
        loop {
            let before = self.phase.load(Ordering::SeqCst);
            if before == OVER {
                return;
            }
            let answer = request.send(server).unwrap();
            let after = self.phase.load(Ordering::SeqCst);
            let phase = if before == after { before } else { CHANGING };
            self.answers.lock().unwrap().push((phase, answer));
        }
    }

    /// Lets a phase last until there are enough answers of it, and takes them.
    fn phase(&self, phase: u8) -> Vec<Response> {
        self.phase.store(phase, Ordering::SeqCst);
        let given_up = Instant::now() + PATIENCE;
        while self.answers.lock().unwrap().iter().filter(|(of, _)| *of == phase).count() < ENOUGH {
            assert!(Instant::now() < given_up, "there are too few answers");
            thread::sleep(Duration::from_millis(10));
        }
        self.phase.store(CHANGING, Ordering::SeqCst);
        let answers = std::mem::take(&mut *self.answers.lock().unwrap());
        answers.into_iter().filter(|(of, _)| *of == phase).map(|(_, answer)| answer).collect()
    }

    /// Waits until a server answers as it did before.
    fn recovers(&self, request: &Request, server: SocketAddr) {
        let given_up = Instant::now() + PATIENCE;
        while request.send(server).unwrap().status != 200 {
            assert!(Instant::now() < given_up, "the server does not recover");
        }
        self.answers.lock().unwrap().clear();
    }
}

fn assert_good(answers: &[Response]) {
    for answer in answers {
        assert_eq!(answer.status, 200, "{}", answer.text());
    }
}

fn assert_unavailable(answers: &[Response]) {
    for answer in answers {
        assert_eq!(answer.status, 503, "{}", answer.text());
        assert_eq!(answer.text(), r#"{"detail":"Service Unavailable"}"#);
        assert_eq!(answer.header("www-authenticate"), None);
    }
}

/// Plays an outage for clients who all ask the same, and stops and starts the database between two phases.
fn outage(request: impl Fn(SocketAddr) -> Request) {
    let Some(mut postgres) = Postgres::start() else { return };
    let server = login_with(&postgres.create("login"));
    let request = request(server.address);
    let load = Load { phase: AtomicU8::new(UP), answers: Mutex::default() };
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| load.ask(&request, server.address));
        }
        let played = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            for _ in 0..2 {
                assert_good(&load.phase(UP));
                postgres.stop();
                assert_unavailable(&load.phase(DOWN));
                postgres.go_on();
                load.recovers(&request, server.address);
            }
            assert_good(&load.phase(UP));
        }));
        load.phase.store(OVER, Ordering::SeqCst);
        played.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
    });
}

#[test]
fn q8_tokens_are_neither_taken_nor_refused_while_the_database_is_away() {
    outage(|server| me(&token(&by_password("johndoe", "secret").send(server).unwrap())));
}

#[test]
fn q8_passwords_are_neither_right_nor_wrong_while_the_database_is_away() {
    outage(|_| by_password("johndoe", "secret"));
}

#[test]
fn q8_a_database_that_does_not_answer_is_away_too() {
    const HELD: &str =
        "FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND granted AND relation = 'users'::regclass";
    let Some(postgres) = Postgres::start() else { return };
    let server = login_with(&postgres.create("login"));
    let request = me(&token(&by_password("johndoe", "secret").send(server.address).unwrap()));
    let _client = postgres.begin("login", "BEGIN; LOCK TABLE users; SELECT pg_sleep(600)");
    let given_up = Instant::now() + PATIENCE;
    while postgres.query("login", &format!("SELECT count(*) {HELD}")) == "0" {
        assert!(Instant::now() < given_up, "the table is not locked");
    }
    assert_unavailable(&[request.send(server.address).unwrap()]);
    postgres.query("login", &format!("SELECT pg_terminate_backend(pid) {HELD}"));
    assert_eq!(request.send(server.address).unwrap().status, 200);
}
