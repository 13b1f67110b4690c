use std::collections::BTreeMap;

use super::{message, problems, read};
use crate::decode::{Decode, INTEGER, Node, STRING, list, map, of};

#[test]
fn a_map_has_all_members_by_their_names() {
    let read = read(map(INTEGER), r#"{"b": 1, "": 2, "\u0061": 3}"#).unwrap();
    assert_eq!(
        read,
        BTreeMap::from([("a", 3), ("b", 1), ("", 2)].map(|(name, value)| (name.to_owned(), value)))
    );
}

#[test]
fn what_is_no_object_is_named_once() {
    for other in ["1", "[]", "null", r#""a""#] {
        assert_eq!(problems(map(INTEGER).min_properties(1), other), [": dict_type"]);
    }
}

#[test]
fn how_many_members_there_may_be_is_bounded() {
    let rule = map(INTEGER).properties(1, 2);
    assert_eq!(problems(rule, "{}"), [": too_short"]);
    assert_eq!(problems(rule, r#"{"a": 1, "b": "x", "c": 1}"#), [": too_long", "/b: int_type"]);
    assert_eq!(message(rule, "{}"), "must have at least 1 member");
    assert_eq!(
        message(map(INTEGER).max_properties(2), r#"{"a": 1, "b": 1, "c": 1}"#),
        "must have at most 2 members"
    );
}

#[test]
fn the_problems_of_values_are_at_their_names() {
    let found = problems(map(list(STRING.min_length(1))), r#"{"a": ["", "x"], "b": 1}"#);
    assert_eq!(found, ["/a/0: string_too_short", "/b: list_type"]);
}

/// An object that keeps what it does not know.
#[derive(Debug, PartialEq)]
struct Open {
    name: Option<String>,
    rest: BTreeMap<String, i64>,
}

impl Decode for Open {
    fn decode(node: Node<'_, '_>) -> Option<Self> {
        let mut object = node.object()?;
        let name = object.optional("name", STRING);
        let rest = object.rest(INTEGER);
        let (Some(name), Some(rest)) = (name, rest) else { return None };
        Some(Self { name, rest })
    }
}

#[test]
fn the_rest_is_what_was_not_asked_for() {
    let open = read(of::<Open>(), r#"{"a": 1, "name": "x", "b": 2}"#).unwrap();
    assert_eq!(open.name.as_deref(), Some("x"));
    assert_eq!(open.rest.into_iter().collect::<Vec<_>>(), [("a".to_owned(), 1), ("b".to_owned(), 2)]);
    assert_eq!(read(of::<Open>(), r#"{"name": "x"}"#).unwrap().rest, BTreeMap::new());
}

#[test]
fn the_rest_of_very_many_members_is_found_too() {
    let members: Vec<_> = (0..100).map(|place| format!("\"m{place}\": {place}")).collect();
    let open = read(of::<Open>(), &format!("{{{}, \"name\": \"x\"}}", members.join(","))).unwrap();
    assert_eq!((open.name.as_deref(), open.rest.len(), open.rest["m7"]), (Some("x"), 100, 7));
}

#[test]
fn what_is_wrong_with_the_rest_is_at_its_place() {
    assert_eq!(problems(of::<Open>(), r#"{"name": 1, "a": "x"}"#), ["/name: string_type", "/a: int_type"]);
}

#[test]
fn a_repeated_name_is_not_part_of_the_rest() {
    assert_eq!(problems(of::<Open>(), r#"{"name": "x", "name": "y"}"#), ["/name: repeated"]);
    assert_eq!(problems(of::<Open>(), r#"{"a": 1, "a": "y"}"#), ["/a: repeated"]);
}
