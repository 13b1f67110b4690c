//! From a place in the tree back to the text.

use std::fs;

use serde_json::Value;
use specwright::diagnostic::{Code, Diagnostic, Place, Report};
use specwright::source::{Pointer, Source};

use crate::{pointer, text_at, yaml};

const EVERY_STYLE: &str = r##"# a comment
plain: some text # with a comment
"quoted": "a \"b\" \
  c"
'single': 'it''s'
"esc\u0061ped": 1
literal: | # with a comment
  line one

  line two

folded: >-
  folded
  text
several: a plain
  text
indented:
  - a
  - - b
    - c
flush:
- x: 1
  y: [-1, {z: ~, w}]
-
  - -5
tagged: !!str 5
anchored: &anchor
  in: {deep: [1]}
alias: *anchor
merged:
  <<: [*anchor, {own: true}]
  é: ü
? long
: 200
empty:
blank: 
flow: {a: "b" , 'c' : [ ], "d": {}, long: *anchor}
"##;

#[test]
fn values_are_found_in_every_style() {
    for (wanted, expected) in [
        ("/plain", "some text"),
        ("/quoted", "\"a \\\"b\\\" \\\n  c\""),
        ("/single", "'it''s'"),
        ("/escaped", "1"),
        ("/literal", "| # with a comment\n  line one\n\n  line two"),
        ("/folded", ">-\n  folded\n  text"),
        ("/several", "a plain\n  text"),
        ("/indented", "- a"),
        ("/indented/0", "a"),
        ("/indented/1", "- b"),
        ("/indented/1/1", "c"),
        ("/flush", "- x: 1"),
        ("/flush/0", "x: 1"),
        ("/flush/0/y", "[-1, {z: ~, w}]"),
        ("/flush/0/y/1/z", "~"),
        ("/flush/0/y/1/w", "w"),
        ("/flush/1", "- -5"),
        ("/flush/1/0", "-5"),
        ("/tagged", "!!str 5"),
        ("/anchored", "&anchor"),
        ("/anchored/in/deep/0", "1"),
        ("/alias", "&anchor"),
        ("/alias/in/deep", "[1]"),
        ("/merged", "<<: [*anchor, {own: true}]"),
        ("/merged/in", "{deep: [1]}"),
        ("/merged/own", "true"),
        ("/merged/é", "ü"),
        ("/merged/<<", "[*anchor, {own: true}]"),
        ("/long", "200"),
        ("/flow/a", "\"b\""),
        ("/flow/c", "[ ]"),
        ("/flow/d", "{}"),
        ("/flow/long/in/deep/0", "1"),
        ("", "plain: some text # with a comment"),
    ] {
        let source = yaml(EVERY_STYLE);
        assert_eq!(text_at(&source, &Place::Value(pointer(wanted))), expected, "{wanted}");
    }
}

#[test]
fn keys_are_found_as_they_are_written() {
    for (wanted, expected) in [
        ("/plain", "plain"),
        ("/quoted", "\"quoted\""),
        ("/single", "'single'"),
        ("/escaped", "\"esc\\u0061ped\""),
        ("/merged/in", "in"),
        ("/merged/<<", "<<"),
        ("/long", "long"),
        ("/flow/c", "'c'"),
        ("/alias/in/deep", "deep"),
        ("/indented/0", "a"),
    ] {
        let source = yaml(EVERY_STYLE);
        assert_eq!(text_at(&source, &Place::Key(pointer(wanted))), expected, "{wanted}");
    }
}

#[test]
fn a_value_that_is_not_written_is_where_it_would_be() {
    for (text, wanted, expected) in [
        ("a:\n  security:\n  b: 1\n", "/a/security", "2:3"),
        ("a:\n  - k: \n", "/a/0/k", "2:8"),
        ("a: {b: , c}\n", "/a/b", "1:8"),
        ("a: {b: , c}\n", "/a/c", "1:10"),
        ("a:\n  -\n  - b\n", "/a/0", "2:4"),
        ("a:", "/a", "1:1"),
    ] {
        let source = yaml(text);
        let diagnostic = Diagnostic::new(Code::WrongType, Place::Value(pointer(wanted)), "x");
        let report = Report::new(&source, vec![diagnostic]);
        let start = report.findings()[0].found.as_ref().unwrap().start;
        assert_eq!(format!("{}:{}", start.line, start.column), expected, "{text:?}");
    }
}

#[test]
fn what_is_missing_is_where_the_thing_around_it_is() {
    let source = yaml("info: {title: T}\npaths:\n  /a:\n    get:\n      summary: x\n");
    for (wanted, expected) in [
        ("/info/version", "{title: T}"),
        ("/info/contact/name", "{title: T}"),
        ("/paths/~1a/get/responses", "summary: x"),
        ("/paths/~1a/get/summary/0", "x"),
        ("/servers", "info: {title: T}"),
    ] {
        for place in [Place::Value, Place::Key, Place::Again] {
            assert_eq!(text_at(&source, &place(pointer(wanted))), expected, "{wanted}");
        }
    }
}

#[test]
fn json_is_found_too() {
    let text = "{\"a\\u0062\": [1, {\"c\": \"x\\\"]\", \"\": null}], \"~/\": -1.5e3,\n\"d\": {\n}, \"<<\": {\"e\": true}}";
    let source = Source::parse("spec.json", text.into()).unwrap();
    for (wanted, key, value) in [
        ("/ab", "\"a\\u0062\"", "[1, {\"c\": \"x\\\"]\", \"\": null}]"),
        ("/ab/1/c", "\"c\"", "\"x\\\"]\""),
        ("/ab/1/", "\"\"", "null"),
        ("/~0~1", "\"~/\"", "-1.5e3"),
        ("/d", "\"d\"", "{"),
        ("/<</e", "\"e\"", "true"),
        ("/e", text.lines().next().unwrap(), text.lines().next().unwrap()),
    ] {
        assert_eq!(text_at(&source, &Place::Key(pointer(wanted))), key, "{wanted}");
        assert_eq!(text_at(&source, &Place::Value(pointer(wanted))), value, "{wanted}");
    }
}

#[test]
fn a_key_is_found_where_it_is_written_again() {
    let text = "a: {b: 1, b: 2}\nc: {b: 1, 'b': 2, \"b\": 3}\na: 1\n";
    let source = Source::parse("spec.yaml", text.into()).unwrap();
    assert_eq!(text_at(&source, &Place::Again(pointer("/c/b"))), "'b'");
    let again = source.locate(&[&Place::Again(pointer("/a/b")), &Place::Again(pointer("/a"))]);
    assert_eq!(again, [Some(10..11), Some(text.len() - 5..text.len() - 4)]);
}

#[test]
fn offsets_and_the_whole_document_need_no_tree() {
    let source = yaml("é: 1");
    let places = [Place::Offset(0), Place::Offset(1), Place::Offset(100), Place::Document];
    let places: Vec<_> = places.iter().collect();
    assert_eq!(source.locate(&places), [Some(0..2), Some(0..2), Some(5..5), None]);
}

/// The cross-check: what is at the place of a value, read alone, is that value.
#[test]
fn every_place_of_a_document_leads_to_its_text() {
    let hostile = fs::read_dir("../tests/hostile").unwrap().map(|entry| entry.unwrap().path());
    let mut documents: Vec<_> = hostile.filter_map(|path| fs::read_to_string(path).ok()).collect();
    documents.push(EVERY_STYLE.to_owned());
    documents.push(EVERY_STYLE.replace('\n', "\r\n"));
    documents.push(format!("\u{feff}{EVERY_STYLE}"));
    let mut checked = 0;
    for document in documents {
        let Ok(source) = Source::parse("spec.yaml", document.into()) else { continue };
        for (wanted, value) in leaves(source.tree(), &Pointer::root()) {
            let text = text_at(&source, &Place::Value(wanted.clone()));
            let alone = Source::parse("spec.yaml", format!("k: {text}\n").into()).unwrap();
            let (read, meant) = (&alone.tree()["k"], value);
            let is_same = match (read, meant) {
                (Value::String(read), Value::String(meant)) => read.trim_end() == meant.trim_end(),
                (_, Value::Null) => true,
                _ => read == meant,
            };
            assert!(is_same, "{wanted}: {text:?} is read as {read}, and not as {meant}");
            checked += 1;
        }
    }
    assert!(checked > 250, "{checked}");
}

/// The scalars of a tree, with their pointers.
fn leaves<'t>(tree: &'t Value, at: &Pointer) -> Vec<(Pointer, &'t Value)> {
    match tree {
        Value::Object(members) => {
            members.iter().flat_map(|(name, value)| leaves(value, &at.member(name))).collect()
        }
        Value::Array(items) => {
            items.iter().enumerate().flat_map(|(index, item)| leaves(item, &at.item(index))).collect()
        }
        _ => vec![(at.clone(), tree)],
    }
}
