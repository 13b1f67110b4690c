//! No combination of scheme and position is compiled to an unprotected handler: every security scheme stands in every position
//! of a document, and each operation is called without a credential, with those of others, with too few, with bad ones, and
//! with what it requires.
#![forbid(unsafe_code)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails where it stands"
)]

mod desk;
mod door;
#[path = "../../matrix/mod.rs"]
#[allow(dead_code, reason = "how the documents are written is for the build script")]
mod matrix;
mod oracle;
mod shown;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use desk::Caller;
use door::{Door, Outcome};
use matrix::{Alternative, Document, Input, Operation, Scheme, documents};
use shown::{Shown, State, request};
use specwright_tests::say;

#[allow(missing_docs, reason = "the build script writes it")]
mod servers {
    use crate::door::Door;

    include!(concat!(env!("OUT_DIR"), "/matrix/mod.rs"));
}

/// What a request is to find out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Purpose {
    /// Nothing is shown.
    NoCredential,
    /// A good credential of a scheme that is not required.
    AnotherScheme,
    /// Some of the schemes that are required together.
    TooFew,
    /// All of them, but without their scopes.
    WithoutScopes,
    /// All of them, but one is refused, malformed or there twice.
    BadCredential,
    /// A bad one alone.
    BadCredentialAlone,
    /// All that an alternative requires.
    All,
}

/// Every request for an operation that is to be told from the others.
fn requests(document: &Document, required: &[Alternative]) -> Vec<(Purpose, Vec<Shown>)> {
    let mut requests = vec![(Purpose::NoCredential, Vec::new())];
    let is_required = |scheme| required.iter().flatten().any(|wanted| wanted.scheme == scheme);
    let others = document.schemes().filter(|scheme| !is_required(*scheme));
    requests.extend(others.map(|other| (Purpose::AnotherScheme, vec![good(other)])));
    for alternative in required.iter().filter(|alternative| !alternative.is_empty()) {
        let all: Vec<Shown> =
            alternative.iter().map(|wanted| shown(wanted.scheme, State::Good(wanted.scopes))).collect();
        requests.extend(some_of(&all).map(|some| (Purpose::TooFew, some)));
        for (one, shown) in all.iter().enumerate() {
            let others = [&all[..one], &all[one + 1..]].concat();
            for state in [State::Refused, State::Malformed, State::Twice] {
                let bad = Shown { state, ..*shown };
                if bad.exists() {
                    requests.push((Purpose::BadCredential, [others.as_slice(), &[bad]].concat()));
                    requests.push((Purpose::BadCredentialAlone, vec![bad]));
                }
            }
        }
        if alternative.iter().any(|wanted| !wanted.scopes.is_empty()) {
            let poor = alternative.iter().map(|wanted| good(wanted.scheme));
            requests.push((Purpose::WithoutScopes, poor.collect()));
        }
        requests.push((Purpose::All, all));
    }
    requests
}

/// Some of `all`, but neither none nor all of them.
fn some_of(all: &[Shown]) -> impl Iterator<Item = Vec<Shown>> {
    let is_in = |set: usize, index: usize| set & (1 << index) != 0;
    (1..(1 << all.len()) - 1).map(move |set| {
        all.iter().enumerate().filter(|(index, _)| is_in(set, *index)).map(|(_, shown)| *shown).collect()
    })
}

fn good(scheme: Scheme) -> Shown {
    shown(scheme, State::Good(&[]))
}

fn shown(scheme: Scheme, state: State) -> Shown {
    Shown { scheme, state }
}

/// Whether anything but what is required leads to a handler that is told of somebody, or anything to one that is not.
fn is_unprotected(purpose: Purpose, required: &[Alternative], outcome: &Outcome) -> bool {
    let is_optional = required.iter().any(Vec::is_empty);
    match outcome {
        Outcome::Refused(..) => false,
        Outcome::Reached(Caller::Somebody { .. }) => purpose != Purpose::All,
        Outcome::Reached(Caller::Nobody) => !is_optional || purpose == Purpose::BadCredentialAlone,
        Outcome::Reached(Caller::NotAsked) => !required.is_empty(),
    }
}

/// What is wrong with the answers to the requests for an operation, and how many there were.
fn ask(door: &Door, document: &Document, operation: &Operation, tally: &mut Tally) {
    let required = document.required(operation);
    let head = (operation.method == "GET").then_some("HEAD");
    for (purpose, shown) in requests(document, required) {
        let wanted = oracle::outcome(required, &shown);
        for method in [operation.method].into_iter().chain(head) {
            let takes_input = operation.input == Input::Required;
            for with_input in [true, false].into_iter().filter(|with_input| *with_input || takes_input) {
                let outcome = door.ask(&operation.id, request(operation, method, &shown, with_input));
                let wanted = match &wanted {
                    Outcome::Reached(_) if !with_input => &Outcome::Refused(422, Default::default()),
                    wanted => wanted,
                };
                if is_unprotected(purpose, required, &outcome) || outcome != *wanted {
                    tally.fail(format_args!(
                        "{}: {method} {} requires {required:?}\n  shown {shown:?}\n  {outcome:?} instead of {wanted:?}",
                        document.name, operation.path,
                    ));
                }
                tally.count(purpose, &outcome);
            }
        }
    }
}

/// How many requests there were, and which were not answered as they should be.
#[derive(Default)]
struct Tally {
    counts: BTreeMap<(Purpose, u16), usize>,
    failures: String,
    failed: usize,
}

impl Tally {
    fn count(&mut self, purpose: Purpose, outcome: &Outcome) {
        let status = match outcome {
            Outcome::Reached(_) => 200,
            Outcome::Refused(status, _) => *status,
        };
        *self.counts.entry((purpose, status)).or_default() += 1;
    }

    fn fail(&mut self, failure: std::fmt::Arguments<'_>) {
        self.failed += 1;
        if self.failed <= 20 {
            writeln!(self.failures, "{failure}").unwrap();
        }
    }
}

#[test]
fn no_scheme_in_any_position_is_compiled_to_an_unprotected_handler() {
    let (documents, doors) = (documents(), servers::doors());
    let mut tally = Tally::default();
    for (document, (name, door)) in documents.iter().zip(&doors) {
        assert_eq!(document.name, *name);
        document.operations.iter().for_each(|operation| ask(door, document, operation, &mut tally));
    }
    let operations: usize = documents.iter().map(|document| document.operations.len()).sum();
    let requests: usize = tally.counts.values().sum();
    say(&format!("{} documents, {operations} operations, {requests} requests:", documents.len()));
    for ((purpose, status), count) in &tally.counts {
        say(&format!("  {count:>6} {purpose:?}: {status}"));
    }
    assert_eq!(tally.failed, 0, "\n{}", tally.failures);
}

#[test]
fn a_redirect_for_a_slash_reaches_nobody() {
    for (document, (_, door)) in documents().iter().zip(servers::doors()) {
        for operation in &document.operations {
            let mut other = operation.clone();
            if other.path.pop() != Some('/') {
                other.path = format!("{}/", operation.path);
            }
            let outcome = door.ask(&operation.id, request(&other, operation.method, &[], true));
            assert_eq!(outcome, Outcome::Refused(307, Default::default()), "{}", other.path);
        }
    }
}
