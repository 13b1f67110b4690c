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
mod purpose;
mod shown;
mod tally;

use desk::Caller;
use door::{Door, Outcome};
use matrix::{Alternative, Document, Input, Operation, documents};
use purpose::{Purpose, requests};
use shown::request;
use specwright_tests::say;
use tally::Tally;

#[allow(missing_docs, reason = "the build script writes it")]
mod servers {
    use crate::door::Door;

    include!(concat!(env!("OUT_DIR"), "/matrix/mod.rs"));
}

/// Whether anything but what is required leads to a handler that is told of somebody, or anything to one that is not.
fn is_unprotected(purpose: Purpose, required: &[Alternative], outcome: &Outcome) -> bool {
    let is_optional = required.iter().any(Vec::is_empty);
    let is_nobodys = matches!(purpose, Purpose::NoCredential | Purpose::AnotherScheme | Purpose::TooFew);
    match outcome {
        Outcome::Refused(..) => false,
        Outcome::Reached(Caller::Somebody { .. }) => purpose != Purpose::All,
        Outcome::Reached(Caller::Nobody) => !(is_optional && is_nobodys),
        Outcome::Reached(Caller::NotAsked) => !required.is_empty(),
    }
}

/// Asks for an operation in every way, and compares what becomes of it with what should.
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

#[test]
fn no_scheme_in_any_position_is_compiled_to_an_unprotected_handler() {
    let (documents, doors) = (documents(), servers::doors());
    assert_eq!(documents.len(), doors.len());
    let mut tally = Tally::default();
    for (document, (name, door)) in documents.iter().zip(&doors) {
        assert_eq!(document.name, *name);
        document.operations.iter().for_each(|operation| ask(door, document, operation, &mut tally));
    }
    let operations: usize = documents.iter().map(|document| document.operations.len()).sum();
    say(&format!("every scheme in every position: {} documents, {operations} operations", documents.len()));
    tally.close();
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
