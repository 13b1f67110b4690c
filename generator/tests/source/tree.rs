//! What a text means.

use serde_json::{Value, json};
use specwright::source::Source;

use crate::{problems, yaml};

#[test]
fn keys_are_the_texts_that_were_written() {
    let source =
        yaml("200: a\ntrue: b\nnull: c\n1.0: d\non: e\n0x1F: f\n'<<': g\n~: h\n2001-01-01: i\n\"\": j\n");
    let keys: Vec<_> = source.tree().as_object().unwrap().keys().collect();
    assert_eq!(keys, ["200", "true", "null", "1.0", "on", "0x1F", "<<", "~", "2001-01-01", ""]);
}

#[test]
fn values_are_those_of_the_core_schema() {
    for (written, expected) in [
        ("yes", json!("yes")),
        ("off", json!("off")),
        ("true", json!(true)),
        ("~", json!(null)),
        ("", json!(null)),
        ("\"\"", json!("")),
        ("3.1", json!(3.1)),
        ("'3.1'", json!("3.1")),
        ("3.1.0", json!("3.1.0")),
        ("0123", json!("0123")),
        ("0o17", json!(15)),
        ("1e3", json!(1000.0)),
        ("2001-01-01", json!("2001-01-01")),
        ("!!str 1", json!("1")),
        ("'1e400'", json!("1e400")),
        ("\"1e400\"", json!("1e400")),
        ("v1e400", json!("v1e400")),
    ] {
        assert_eq!(yaml(&format!("a: {written}\n")).tree(), &json!({ "a": expected }), "{written}");
    }
}

#[test]
fn large_numbers_are_as_near_as_json_has_them() {
    for (written, expected) in [
        ("9223372036854775807", json!(i64::MAX)),
        ("18446744073709551615", json!(u64::MAX)),
        ("-9223372036854775808", json!(i64::MIN)),
        ("18446744073709551616", json!(18446744073709551616.0)),
        ("-9223372036854775809", json!(-9223372036854775809.0)),
        ("99999999999999999999999", json!(1e23)),
        ("340282366920938463463374607431768211456", json!(3.402823669209385e38)),
        ("1e-400", json!(0.0)),
    ] {
        assert_eq!(yaml(&format!("[{written}]")).tree(), &json!([expected]), "{written}");
        let source = Source::parse("spec.json", format!("[{written}]").into()).unwrap();
        assert_eq!(source.tree(), &json!([expected]), "{written}");
    }
}

#[test]
fn numbers_that_json_does_not_have_are_refused_where_they_stand() {
    let digits = format!("1{}", "0".repeat(400));
    let text = format!("a: [.nan, -.inf, 1e400]\nb: -1.5E+999\nc: {digits}\n");
    assert_eq!(
        problems("spec.yaml", text),
        ["1:5 number", "1:11 number", "1:18 number", "2:4 number", "3:4 number"]
    );
}

#[test]
fn order_is_kept() {
    let text = "z: 1\na: 2\nm: {y: 1, b: 2}\n";
    assert_eq!(yaml(text).tree().to_string(), r#"{"z":1,"a":2,"m":{"y":1,"b":2}}"#);
}

#[test]
fn an_empty_file_is_null() {
    for text in ["", "# nothing\n", "---\n", "\u{feff}"] {
        assert_eq!(yaml(text).tree(), &Value::Null, "{text:?}");
    }
}

#[test]
fn every_duplicate_is_reported_at_once() {
    let text = "a: {x: 1, \"x\": 2}\nb:\n  - {200: 1, '200': 2, 200: 3}\na:\n  y: 1\n  y: 2\n";
    let expected = ["1:11 duplicate-key", "3:14 duplicate-key", "4:1 duplicate-key", "6:3 duplicate-key"];
    assert_eq!(problems("spec.yaml", text), expected);
    let text = "{\"a\": {\"x\": 1, \"\\u0078\": 2}, \"a\": 3}";
    assert_eq!(problems("spec.json", text), ["1:16 duplicate-key", "1:30 duplicate-key"]);
}

#[test]
fn of_a_duplicate_the_first_stays() {
    let source = Source::parse("spec.yaml", "a: 1\nb: 2\na: 3\n".into()).unwrap();
    assert_eq!(source.tree(), &json!({"a": 1, "b": 2}));
}

#[test]
fn a_duplicate_that_an_alias_repeats_is_reported_once() {
    assert_eq!(problems("spec.yaml", "a: &a {x: 1, x: 2}\nb: *a\nc: {<<: *a}\n"), ["1:14 duplicate-key"]);
}

#[test]
fn keys_that_are_no_text_are_refused() {
    assert_eq!(problems("spec.yaml", "a:\n  [b, c]: d\n"), ["2:3 syntax"]);
    assert_eq!(problems("spec.yaml", "a: {{ b }}\n"), ["1:5 syntax"]);
}

#[test]
fn aliases_are_followed() {
    let text = "a: &a {x: [1, &one 2]}\n*one : *a\n";
    assert_eq!(yaml(text).tree(), &json!({"a": {"x": [1, 2]}, "2": {"x": [1, 2]}}));
}

#[test]
fn merge_keys_are_applied_as_yaml_1_1_says() {
    for (written, expected) in [
        ("{<<: *a, z: 9}", r#"{"x":1,"y":2,"z":9}"#),
        ("{<<: *a, x: 9}", r#"{"x":9,"y":2}"#),
        ("{x: 9, <<: *a}", r#"{"x":9,"y":2}"#),
        ("{<<: [*a, *b]}", r#"{"x":1,"y":2,"z":4}"#),
        ("{<<: [*b, *a]}", r#"{"y":3,"z":4,"x":1}"#),
        ("{<<: [*a, *b], y: 9}", r#"{"x":1,"y":9,"z":4}"#),
        ("{<<: {<<: *a, y: 5}}", r#"{"x":1,"y":5}"#),
        ("{<<: []}", "{}"),
        ("{\"<<\": *a}", r#"{"<<":{"x":1,"y":2}}"#),
    ] {
        let source = yaml(&format!("- &a {{x: 1, y: 2}}\n- &b {{y: 3, z: 4}}\n- {written}\n"));
        assert_eq!(source.tree()[2].to_string(), expected, "{written}");
    }
    let source = Source::parse("spec.json", br#"{"<<": {"a": 1}}"#.to_vec()).unwrap();
    assert_eq!(source.tree(), &json!({"<<": {"a": 1}}));
}

#[test]
fn merge_keys_of_no_mapping_are_refused() {
    for (text, expected) in [
        ("a: {<<: text}", "1:9 merge-key"),
        ("a: {<<: [{}, 1]}", "1:14 merge-key"),
        ("a: {<<: [[{}]]}", "1:10 merge-key"),
        ("a:\n  <<: \n", "2:7 merge-key"),
        ("a: {<<: {b: 1}, <<: {c: 1}}", "1:17 duplicate-key"),
    ] {
        assert_eq!(problems("spec.yaml", text), [expected], "{text}");
    }
}

#[test]
fn a_key_that_overrides_a_merged_one_is_no_duplicate_but_the_next_is() {
    assert_eq!(problems("spec.yaml", "a: {<<: {b: 1}, b: 2, b: 3}"), ["1:23 duplicate-key"]);
}
