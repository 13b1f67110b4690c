//! Documents that want to break the reader. The verdicts on the rest of `tests/hostile` are for later stages.

use std::fs;

use specwright::source::Source;

use crate::problems;

fn document(name: &str) -> Vec<u8> {
    fs::read(format!("../tests/hostile/{name}")).unwrap()
}

#[test]
fn what_is_wrong_is_refused_at_its_place() {
    for (name, expected) in [
        ("json-comment.json", "1:20 syntax"),
        ("json-deep-nesting-10k.json", "2:631 too-large"),
        ("yaml-1e400.yaml", "15:16 number"),
        ("yaml-alias-bomb-schema.yaml", "3:59 too-large"),
        ("yaml-alias-bomb.yaml", "- too-large"),
        ("yaml-alias-cycle.yaml", "9:6 too-large"),
        ("yaml-alias-undefined.yaml", "6:18 syntax"),
        ("yaml-bad-indent.yaml", "7:6 syntax"),
        ("yaml-deep-schema-10k.yaml", "10:2612 too-large"),
        ("yaml-duplicate-key-method.yaml", "8:5 duplicate-key"),
        ("yaml-duplicate-key-quoted.yaml", "9:9 duplicate-key"),
        ("yaml-duplicate-key-response.yaml", "9:9 duplicate-key"),
        ("yaml-duplicate-key-root.yaml", "3:1 duplicate-key"),
        ("yaml-duplicate-key-schema.yaml", "15:5 duplicate-key"),
        ("yaml-duplicate-key-scheme.yaml", "14:5 duplicate-key"),
        ("yaml-infinity.yaml", "15:16 number"),
        ("yaml-invalid-utf8.yaml", "8:10 not-utf-8"),
        ("yaml-merge-key-not-a-map.yaml", "6:11 merge-key"),
        ("yaml-nan.yaml", "15:16 number"),
        ("yaml-nul-byte.yaml", "8:8 syntax"),
        ("yaml-python-tag.yaml", "8:6 tag"),
        ("yaml-tab-indent.yaml", "4:1 syntax"),
    ] {
        assert_eq!(problems(name, document(name)), [expected], "{name}");
    }
}

#[test]
fn what_is_well_written_is_read() {
    for name in [
        "inject-bidi.yaml",
        "yaml-bom.yaml",
        "yaml-core-tag.yaml",
        "yaml-document-markers.yaml",
        "yaml-huge-bound.yaml",
        "yaml-huge-length.yaml",
        "yaml-merge-key.yaml",
        "yaml-nesting-20.yaml",
        "yaml-norway-enum.yaml",
        "yaml-norway-keys.yaml",
        "yaml-null-description.yaml",
        "yaml-null-security.yaml",
        "yaml-numeric-status.yaml",
        "yaml-openapi-number.yaml",
        "yaml-top-scalar.yaml",
        "yaml-true-key.yaml",
    ] {
        let source = Source::parse(name, document(name)).unwrap_or_else(|report| panic!("{report}"));
        assert_eq!(source.diagnostics(), [], "{name}");
    }
}

#[test]
fn nesting_ends_at_127_levels() {
    for (name, open, close) in [
        ("spec.json", "[", "]"),
        ("spec.json", "{\"a\":", "}"),
        ("spec.yaml", "[", "]"),
        ("spec.yaml", "{a: ", "}"),
    ] {
        let nested = |depth| format!("{}0{}", open.repeat(depth), close.repeat(depth));
        assert!(Source::parse(name, nested(127).into()).is_ok(), "{name} {open}");
        let report = Source::parse(name, nested(128).into()).unwrap_err();
        assert_eq!(report.findings()[0].diagnostic.code.name(), "too-large", "{name} {open}");
    }
}

#[test]
fn nesting_without_end_is_refused() {
    let blocks = (0..3000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    for text in
        ["[".repeat(1_000_000), "{a: ".repeat(250_000), "- ".repeat(500_000), "? ".repeat(500_000), blocks]
    {
        let report = Source::parse("spec.yaml", text.clone().into()).unwrap_err();
        let code = report.findings()[0].diagnostic.code.name();
        assert!(["too-large", "syntax"].contains(&code), "{code} {}", &text[..10]);
        assert!(Source::parse("spec.json", text.into()).is_err());
    }
}

#[test]
fn a_few_aliases_of_a_large_node_are_a_bomb_too() {
    let text = format!("a: &a \"{}\"\nb: [{}]\n", "x".repeat(100_000), "*a, ".repeat(50_000));
    assert_eq!(problems("spec.yaml", text), ["1:4 too-large"]);
}

#[test]
fn a_problem_that_aliases_repeat_without_end_is_a_bomb_too() {
    let lists =
        (1..6).map(|level| format!("a{level}: &a{level} [{}]\n", format!("*a{}, ", level - 1).repeat(30)));
    let text = format!("a0: &a0 .nan\n{}", lists.collect::<String>());
    let found = problems("spec.yaml", text);
    assert!(found.len() == 1 && found[0].ends_with("too-large"), "{found:?}");
}

#[test]
fn merging_is_no_way_around_the_limit() {
    let mut text = "a0: &a0 {k: v}\n".to_owned();
    for level in 1..60 {
        let before = level - 1;
        text.push_str(&format!(
            "a{level}: &a{level} {{<<: [*a{before}, *a{before}, *a{before}], k{level}: v}}\n"
        ));
    }
    let found = problems("spec.yaml", text);
    assert!(found[0].ends_with("too-large"), "{found:?}");
}

#[test]
fn anchors_are_no_limit_to_an_honest_document() {
    let mut text =
        "x: &x {type: object, properties: {a: {type: string}, b: {type: integer}}}\nall:\n".to_owned();
    for item in 0..5000 {
        text.push_str(&format!("  item{item}: *x\n"));
    }
    assert!(problems("spec.yaml", text).is_empty());
}

#[test]
fn an_alias_inside_of_what_it_repeats_is_refused() {
    assert_eq!(problems("spec.yaml", "a: &a [1, {b: *a}]\n"), ["1:15 too-large"]);
    assert_eq!(problems("spec.yaml", "a: &a\n  <<: *a\n"), ["2:7 too-large"]);
}

/// `serde_yaml` would take `*a` for 3.
#[test]
fn an_anchor_that_is_defined_twice_is_refused() {
    let text = "- &a 1\n- &a 2\n- *a\n- &b 3\n";
    assert_eq!(problems("spec.yaml", text), ["2:3 duplicate-anchor"]);
    assert_eq!(problems("spec.yaml", "{a: &x 1, b: !!str &x 2}"), ["1:14 duplicate-anchor"]);
}

#[test]
fn only_core_tags_of_the_right_kind_are_taken() {
    for good in
        ["!!str 1", "!!int 1", "!!float 1", "!!null ~", "!!bool true", "!!map {}", "!!seq []", "&a !!str 1"]
    {
        assert!(problems("spec.yaml", format!("a: {good}")).is_empty(), "{good}");
    }
    assert!(problems("spec.yaml", "a: !<tag:yaml.org,2002:str> 1").is_empty());
    for bad in
        ["!x 1", "!!set {}", "!!binary aGk=", "! 1", "!!map 1", "!!str []", "!<x> 1", "&a !x 1", "!x\n  b: 1"]
    {
        assert_eq!(problems("spec.yaml", format!("a: {bad}")), ["1:4 tag"], "{bad}");
    }
    assert_eq!(problems("spec.yaml", "!x a: !y 1\n"), ["1:1 tag", "1:7 tag"]);
    assert_eq!(problems("spec.yaml", "a: !!int one"), ["1:4 tag"]);
}

#[test]
fn a_second_document_is_refused_where_it_begins() {
    assert_eq!(problems("spec.yaml", "a: 1\n---\na: 2\n"), ["2:1 several-documents"]);
    assert_eq!(problems("spec.yaml", "--- {}\n--- {}\n"), ["2:1 several-documents"]);
    assert_eq!(problems("spec.yaml", "%YAML 1.2\n---\na: 1\n...\n# the end\n"), [""; 0]);
}

#[test]
fn characters_that_yaml_forbids_are_refused_at_their_place() {
    for (text, place) in [("a: \u{1}", "1:4"), ("é\nb: \u{7f}", "2:4"), ("a: \u{ffff}", "1:4")] {
        assert_eq!(problems("spec.yaml", text), [format!("{place} syntax")], "{text:?}");
    }
}

/// A closing bracket at the margin is no YAML 1.2, but everybody reads it.
#[test]
fn a_closing_bracket_needs_no_indentation() {
    let text = "a:\n  b: {\n    c: [1, !x 2],\n}\n  d: 1\n  d: 2\n";
    assert_eq!(problems("spec.yaml", text), ["3:12 tag", "6:3 duplicate-key"]);
}

#[test]
fn tags_that_cannot_be_checked_are_not_trusted() {
    // A value less indented than its key: one parser minds, the other does not.
    let text = "a:\n  b: {\nc: 1,\nd: !!python/none 2}\n";
    assert_eq!(problems("spec.yaml", text), ["3:1 syntax"]);
    assert!(problems("spec.yaml", "a:\n  b: {\nc: 1,\nd: 2}\n").is_empty());
}
