//! Values of every kind of generated type, there and back, with the crate `jsonschema` as the judge of what is valid.
//!
//! Both say the same of every value but for what is decided otherwise, and then the judge is told so (`judge::spell_out`):
//!
//! - formats and `contentEncoding` are asserted, and `int32` and `float` are bounds;
//! - what is `readOnly` is ignored in a request, what is `writeOnly` in a response;
//! - an integer that 64 bits do not hold is refused by name: no change leads to one.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails where it stands")]

#[path = "../../driven/round_trip/mod.rs"]
#[rustfmt::skip]
#[allow(dead_code, reason = "types are what is tested, and no server")]
mod generated;
mod judge;
mod mutation;
mod values;

use std::cell::Cell;
use std::fmt::Debug;

use jsonschema::Validator;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::Value;
use specwright_runtime::decode::{self, Decode};
use specwright_runtime::encode::{self, Encode};

use generated::{Account, AccountInput, Catalog};
use judge::{Way, judge};
use mutation::{changed, changes};

/// Values as many as show something within seconds.
const CASES: u32 = 3000;

fn runner() -> TestRunner {
    TestRunner::new(ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() })
}

/// What is made from a type is valid, and comes back.
fn goes_round<T: Decode + Encode + PartialEq + Debug>(judge: &Validator, values: impl Strategy<Value = T>) {
    let outcome = runner().run(&values, |value| {
        let body = encode::to_vec(&value);
        let json: Value = serde_json::from_slice(&body).unwrap();
        let said: Vec<String> = judge.iter_errors(&json).map(|error| error.to_string()).collect();
        prop_assert!(said.is_empty(), "{json}: {said:?}");
        let read = decode::from_slice::<T>(&body);
        prop_assert_eq!(read.as_ref(), Ok(&value), "{}", json);
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
}

/// What somebody has changed is refused by both or accepted by both.
fn is_judged_alike<T: Decode + Encode + Debug>(judge: &Validator, values: impl Strategy<Value = T>) {
    let (good, bad) = (Cell::new(0), Cell::new(0));
    let outcome = runner().run(&(values, changes(names())), |(value, changes)| {
        let json: Value = serde_json::from_slice(&encode::to_vec(&value)).unwrap();
        let json = changed(json, &changes);
        let theirs: Vec<String> = judge.iter_errors(&json).map(|error| error.to_string()).collect();
        let ours = decode::from_slice::<T>(json.to_string().as_bytes());
        prop_assert_eq!(ours.is_ok(), theirs.is_empty(), "{}: {:?}, {:?}", json, ours, theirs);
        let count = if ours.is_ok() { &good } else { &bad };
        count.set(count.get() + 1);
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
    let (good, bad) = (good.get(), bad.get());
    assert!(good > CASES / 20 && bad > CASES / 20, "{good} are good, {bad} are not");
}

/// The names of all members that the document knows, and some others.
fn names() -> Vec<String> {
    let document: Value = serde_yaml::from_str(include_str!("../../round_trip/spec.yaml")).unwrap();
    let mut names: Vec<String> = ["", "AB", "Ab", "x-", "x-a", "other"].map(str::to_owned).into();
    let schemas = document["components"]["schemas"].as_object().unwrap();
    for schema in schemas.values() {
        names.extend(schema["properties"].as_object().into_iter().flatten().map(|(name, _)| name.clone()));
    }
    names
}

#[test]
fn what_is_made_from_a_type_is_valid_and_comes_back() {
    goes_round::<Catalog>(&judge("Catalog", Way::Request), values::catalog());
}

#[test]
fn what_goes_one_way_comes_back_without_the_other() {
    goes_round::<Account>(&judge("Account", Way::Response), values::account());
    goes_round::<AccountInput>(&judge("Account", Way::Request), values::account_input());
}

#[test]
fn what_is_changed_is_accepted_by_both_or_refused_by_both() {
    is_judged_alike::<Catalog>(&judge("Catalog", Way::Request), values::catalog());
}

#[test]
fn what_is_changed_is_judged_by_the_way_it_goes() {
    is_judged_alike::<Account>(&judge("Account", Way::Response), values::account());
    is_judged_alike::<AccountInput>(&judge("Account", Way::Request), values::account_input());
}
