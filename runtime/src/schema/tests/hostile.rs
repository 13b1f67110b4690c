//! Bodies that are made to be expensive. What is tested is that each ends; a cost that grew with the square of the length, or
//! faster, would not end within any patience.

use super::{compile, problems};
use crate::decode::from_slice_with;
use crate::schema::value;

const MANY: usize = 100_000;

/// Refers to itself four times for one member: three ways that go wrong for each that may be right.
const TWICE: &str = r##"{
    "anyOf": [
        {"properties": {"next": {"$ref": "#"}}, "required": ["a"]},
        {"properties": {"next": {"$ref": "#"}}, "required": ["b"]},
        {"allOf": [{"properties": {"next": {"$ref": "#"}}}, {"properties": {"next": {"$ref": "#"}}}]}
    ]
}"##;

fn nested(depth: usize, inside: &str) -> String {
    format!("{}{inside}{}", "{\"next\":".repeat(depth), "}".repeat(depth))
}

#[test]
fn a_schema_that_refers_to_itself_often_is_not_asked_more_often_with_each_level() {
    assert_eq!(problems(TWICE, &nested(80, "1")), [""; 0]);
    let wrong = TWICE.replacen('{', r#"{"type": "object","#, 1);
    assert_eq!(problems(&wrong, &nested(80, "1")), [": any_of"]);
}

#[test]
fn problems_that_are_found_in_many_ways_are_told_once() {
    let both = r##"{"properties": {"next": {"allOf": [{"$ref": "#"}, {"$ref": "#"}, {"type": "object"}]}}}"##;
    let place = "/next".repeat(80);
    assert_eq!(problems(both, &nested(80, "1")), [format!("{place}: dict_type")]);
}

#[test]
fn what_was_looked_at_is_remembered_too() {
    let closed = r##"{
        "$defs": {"more": {"properties": {"next": {"$ref": "#"}}}},
        "anyOf": [{"$ref": "#/$defs/more"}, {"properties": {"next": {"$ref": "#"}}}],
        "unevaluatedProperties": false
    }"##;
    assert_eq!(problems(closed, &nested(80, "{}")), [""; 0]);
    assert_eq!(problems(closed, &nested(80, r#"{"a":1}"#)), [": any_of"]);
}

#[test]
fn very_many_items_are_found_to_be_unique() {
    let items: Vec<_> = (0..MANY).map(|item| format!("{{\"a\":{item},\"b\":[]}}")).collect();
    let schema = compile::schema(r#"{"uniqueItems": true}"#);
    let body = format!("[{}]", items.join(","));
    assert_eq!(from_slice_with(body.as_bytes(), &value(schema)).unwrap().items().len(), MANY);
    let twice = format!("[{},{{\"b\":[],\"a\":0}}]", items.join(","));
    assert_eq!(problems(r#"{"uniqueItems": true}"#, &twice), [": unique_items"]);
}

#[test]
fn a_number_of_very_many_digits_is_exact() {
    let zeros = "0".repeat(1_000_000);
    let schema = r#"{"type": "integer", "multipleOf": 3, "minimum": 5}"#;
    assert_eq!(problems(schema, &format!("3{zeros}")), [""; 0]);
    assert_eq!(problems(schema, &format!("3{zeros}e-1000000")), [": greater_than_equal"]);
    assert_eq!(problems(schema, &format!("1{zeros}")), [": multiple_of"]);
    assert_eq!(problems(schema, "3e999999999999999999999999999999999999999999"), [""; 0]);
}

#[test]
fn very_many_problems_are_told_up_to_a_limit() {
    let body = format!("[{}1]", "\"a\",".repeat(MANY));
    let found = problems(r#"{"items": {"type": "integer", "maxLength": 0, "enum": [1]}}"#, &body);
    assert_eq!((found.len(), &*found[99]), (100, "/99: int_type"));
}

#[test]
fn a_schema_that_only_refers_to_itself_refuses_everything() {
    assert_eq!(problems(r##"{"$ref": "#"}"##, "1"), [": not"]);
    let around =
        r##"{"$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}, "$ref": "#/$defs/a"}"##;
    assert_eq!(problems(around, "[]"), [": not"]);
    assert_eq!(problems(r##"{"anyOf": [{"type": "string"}, {"$ref": "#"}]}"##, r#""a""#), [""; 0]);
}

#[test]
fn a_body_that_is_deep_in_a_schema_that_is_deep_is_refused_even_where_the_schema_is_negated() {
    let schema = |inside: &str| {
        let around =
            r##"{"anyOf": [{"allOf": [{"if": {"not": {"not": X}}, "then": true, "else": false}]}]}"##;
        around.replace('X', inside)
    };
    let deep = schema(r##"{"properties": {"next": {"$ref": "#"}}, "unevaluatedProperties": false}"##);
    let kinds = |body: &str| -> Vec<_> {
        problems(&deep, body).iter().map(|line| line.rsplit(' ').next().unwrap().to_owned()).collect()
    };
    assert_eq!(kinds(&nested(50, "1")), [""; 0]);
    assert!(kinds(&nested(127, "1")).contains(&"json_invalid".to_owned()));
    let negated = r##"{"not": {"$ref": "#/$defs/a"}, "$defs": {"a": {"properties": {"next": {"allOf": [
        {"allOf": [{"allOf": [{"allOf": [{"$ref": "#/$defs/a"}]}]}]}
    ]}}}}}"##;
    assert!(problems(negated, &nested(127, "1")).iter().any(|line| line.ends_with("json_invalid")));
}
