//! Bodies that are made to be expensive. What is tested is that each ends, and how much is told; a cost that grew with
//! the square of the length would not end within any patience.

use super::{problems, read};
use crate::decode::{Decode, Document, INTEGER, Node, from_slice, from_slice_with, list, of};
use crate::problem::detail;

const MANY: usize = 100_000;

/// Asks for a few members and refuses all others.
#[derive(Debug)]
struct Few;

impl Decode for Few {
    fn decode(node: Node<'_, '_>) -> Option<Self> {
        let mut object = node.object()?;
        for name in ["a", "b", "c", "d", "e", "f", "g", "n5", "i", "j"] {
            object.optional(name, INTEGER);
        }
        object.closed();
        Some(Self)
    }
}

/// Reads only what is in its one member.
#[derive(Debug)]
struct Inside;

impl Decode for Inside {
    fn decode(node: Node<'_, '_>) -> Option<Self> {
        let mut object = node.object()?;
        let name = "x".repeat(1_000_000).leak();
        object.required(name, list(INTEGER)).map(|_| Self)
    }
}

fn members(name: impl Fn(usize) -> String) -> String {
    let members: Vec<_> = (0..MANY).map(|place| format!("\"{}\":{place}", name(place))).collect();
    format!("{{{}}}", members.join(","))
}

#[test]
fn a_megabyte_of_brackets_is_too_deep() {
    let problem = Document::parse(&[b'['; 1 << 20]).unwrap_err();
    assert_eq!(problem.msg, "line 1, column 129: nested too deeply");
    let problem = Document::parse("{\"a\":".repeat(1 << 18).as_bytes()).unwrap_err();
    assert_eq!(problem.msg, "line 1, column 641: nested too deeply");
}

#[test]
fn a_name_that_is_there_very_often_is_one_problem() {
    assert_eq!(problems(of::<Few>(), &members(|_| "a".to_owned())), ["/a: repeated"]);
    assert_eq!(problems(of::<Few>(), &members(|_| "\\u0061".to_owned())), ["/a: repeated"]);
}

#[test]
fn very_many_repeated_names_are_told_up_to_a_limit() {
    assert_eq!(
        problems(list(of::<Few>()), &format!("[{}]", "{\"a\":1,\"a\":2},".repeat(MANY) + "{}")).len(),
        100
    );
    assert_eq!(problems(of::<Few>(), &members(|place| format!("n{}", place / 2))).len(), 100);
}

#[test]
fn very_many_unknown_members_are_told_up_to_a_limit() {
    let found = problems(of::<Few>(), &members(|place| format!("n{place}")));
    assert_eq!(found.len(), 100);
    assert_eq!((&*found[5], &*found[99]), ("/n6: extra_forbidden", "/n100: extra_forbidden"));
}

#[test]
fn names_that_are_told_apart_late_are_told_apart() {
    let long = "x".repeat(60);
    assert_eq!(problems(of::<Few>(), &members(|place| format!("{long}{place:06}{long}"))).len(), 100);
}

#[test]
fn very_many_problems_are_told_up_to_a_limit() {
    let body = format!("[{}1]", "\"a\",".repeat(MANY));
    let found = problems(list(INTEGER), &body);
    assert_eq!(found.len(), 100);
    assert_eq!(found[99], "/99: int_type");
}

#[test]
fn a_long_name_with_many_problems_in_it_makes_no_long_answer() {
    let body = format!("{{\"{}\":[{}0]}}", "x".repeat(1_000_000), "\"a\",".repeat(200));
    let problems = from_slice::<Inside>(body.as_bytes()).unwrap_err();
    assert!(detail(&problems).len() < 2 * body.len());
}

#[test]
fn a_list_of_very_many_good_items_is_read() {
    let body = format!("[{}0]", "1,".repeat(1_000_000));
    assert_eq!(read(list(INTEGER), &body).unwrap().len(), 1_000_001);
}

#[test]
fn an_integer_of_very_many_digits_is_refused() {
    let zeros = "0".repeat(1_000_000);
    assert_eq!(problems(INTEGER, &format!("1{zeros}")), [": int_parsing_size"]);
    assert_eq!(read(INTEGER, &format!("1{zeros}e-1000000")), Ok(1));
    assert_eq!(read(INTEGER, &format!("0.{zeros}1e1000001")), Ok(1));
    assert_eq!(problems(INTEGER, &format!("1{zeros}.5")), [": int_from_float"]);
}

#[test]
fn a_text_of_very_many_escapes_is_unescaped() {
    let body = format!("[\"{}\"]", "\\n\\ud83d\\udee0".repeat(MANY));
    let read = from_slice_with(body.as_bytes(), &list(crate::decode::STRING)).unwrap();
    assert_eq!(read[0].chars().count(), 2 * MANY);
}
