//! Credentials in `Authorization`, cookies, fields and the query.

#![no_main]

#[path = "../../tests/headers/check.rs"]
mod check;

libfuzzer_sys::fuzz_target!(|input: &[u8]| check::check(input));
