//! What a schema has looked at, and what is then told of the rest.

use super::problems;

const CLOSED: &str = r#"{
    "properties": {"kind": {"enum": ["a", "b"]}},
    "anyOf": [
        {"properties": {"kind": {"const": "a"}, "a": {}}},
        {"properties": {"kind": {"const": "b"}, "b": {}}}
    ],
    "unevaluatedProperties": false
}"#;

#[test]
fn what_a_branch_that_holds_has_looked_at_may_be_there() {
    assert_eq!(problems(CLOSED, r#"{"kind": "a", "a": 1}"#), [""; 0]);
    assert_eq!(problems(CLOSED, r#"{"kind": "a", "b": 1}"#), ["/b: extra_forbidden"]);
}

#[test]
fn where_no_branch_holds_no_member_is_told_to_be_too_much() {
    assert_eq!(problems(CLOSED, r#"{"kind": "c", "a": 1}"#), [": any_of", "/kind: enum"]);
}

#[test]
fn a_member_that_is_wrong_is_not_too_much_as_well() {
    let schema = r#"{"allOf": [{"properties": {"a": {"type": "string"}}}], "unevaluatedProperties": false}"#;
    assert_eq!(problems(schema, r#"{"a": 1}"#), ["/a: string_type"]);
}

#[test]
fn what_schemas_beside_have_looked_at_does_not_count() {
    let schema = r#"{"allOf": [{"properties": {"a": {}}}, {"unevaluatedProperties": false}]}"#;
    assert_eq!(problems(schema, r#"{"a": 1}"#), ["/a: extra_forbidden"]);
}

#[test]
fn more_members_than_a_word_has_bits_are_told_apart() {
    let named: Vec<_> = (0..200).map(|place| format!("\"m{place}\": {{}}")).collect();
    let schema = format!(r#"{{"properties": {{{}}}, "unevaluatedProperties": false}}"#, named.join(","));
    let members: Vec<_> = (0..201).rev().map(|place| format!("\"m{place}\": 1")).collect();
    assert_eq!(problems(&schema, &format!("{{{}}}", members.join(","))), ["/m200: extra_forbidden"]);
}

#[test]
fn an_item_that_contains_what_is_wanted_was_looked_at() {
    let schema = r#"{"contains": {"type": "string"}, "unevaluatedItems": {"type": "null"}}"#;
    assert_eq!(problems(schema, r#"[null, "a", 1]"#), ["/2: none_required"]);
}

#[test]
fn what_is_said_of_items_says_nothing_of_members() {
    assert_eq!(
        problems(r#"{"items": {}, "unevaluatedProperties": false}"#, r#"{"a": 1}"#),
        ["/a: extra_forbidden"]
    );
    assert_eq!(
        problems(r#"{"additionalProperties": {}, "unevaluatedItems": false}"#, "[1]"),
        ["/0: extra_forbidden"]
    );
}
