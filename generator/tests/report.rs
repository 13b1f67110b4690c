//! Reports as people and machines see them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use insta::assert_snapshot;
use specwright::diagnostic::{Code, Diagnostic, Place, Report, Style};
use specwright::source::{Pointer, Source};

const SPEC: &str = "openapi: 3.0.3\npaths:\n  /items/:\n    get:\n      summary: Überblick\n      securtiy: []\n      responses: {}\n";

fn report(text: &str, diagnostics: Vec<Diagnostic>) -> Report {
    Report::new(&Source::parse("spec/spec.yaml", text.into()).unwrap(), diagnostics)
}

fn at(pointer: &str) -> Pointer {
    Pointer::parse(pointer).unwrap()
}

fn unknown_key() -> Diagnostic {
    let place = Place::Key(at("/paths/~1items~1/get/securtiy"));
    Diagnostic::new(Code::UnknownKey, place, "unknown key `securtiy` in the Operation Object")
        .help("did you mean `security`?")
}

fn no_effect() -> Diagnostic {
    Diagnostic::new(Code::NoEffect, Place::Value(at("/paths/~1items~1/get/summary")), "nobody reads this")
}

fn whole_document() -> Diagnostic {
    Diagnostic::new(Code::Unsupported, Place::Document, "the document is not to our taste")
}

#[test]
fn people_see_the_line_and_what_to_do() {
    let report = report(SPEC, vec![unknown_key(), whole_document(), no_effect()]);
    assert_snapshot!(report.render(Style::Plain), @"
    error[unsupported]: the document is not to our taste
    --> spec/spec.yaml

    warning[no-effect]: nobody reads this
     --> spec/spec.yaml:5:16
      |
    5 |       summary: Überblick
      |                ^^^^^^^^^

    error[unknown-key]: unknown key `securtiy` in the Operation Object
     --> spec/spec.yaml:6:7
      |
    6 |       securtiy: []
      |       ^^^^^^^^
      |
      = help: did you mean `security`?

    spec/spec.yaml: 2 errors, 1 warning
    ");
}

#[test]
fn a_terminal_sees_colours() {
    let report = report(SPEC, vec![unknown_key()]);
    assert_snapshot!(report.render(Style::Color).replace('\u{1b}', "ESC"), @"
    ESC[1mESC[91merror[unknown-key]ESC[0mESC[1m: unknown key `securtiy` in the Operation ObjectESC[0m
     ESC[1mESC[94m--> ESC[0mspec/spec.yaml:6:7
      ESC[1mESC[94m|ESC[0m
    ESC[1mESC[94m6ESC[0m ESC[1mESC[94m|ESC[0m       securtiy: []
      ESC[1mESC[94m|ESC[0m       ESC[1mESC[91m^^^^^^^^ESC[0m
      ESC[1mESC[94m|ESC[0m
      ESC[1mESC[94m= ESC[0mESC[1mhelpESC[0m: did you mean `security`?

    spec/spec.yaml: 1 error
    ");
}

#[test]
fn machines_see_json() {
    let report = report(SPEC, vec![unknown_key(), whole_document()]);
    assert_snapshot!(report.json(), @r#"
    [
      {
        "code": "unsupported",
        "level": "error",
        "message": "the document is not to our taste",
        "file": "spec/spec.yaml",
        "line": null,
        "column": null,
        "end_line": null,
        "end_column": null,
        "help": null,
        "pointer": null
      },
      {
        "code": "unknown-key",
        "level": "error",
        "message": "unknown key `securtiy` in the Operation Object",
        "file": "spec/spec.yaml",
        "line": 6,
        "column": 7,
        "end_line": 6,
        "end_column": 15,
        "help": "did you mean `security`?",
        "pointer": "/paths/~1items~1/get/securtiy"
      }
    ]
    "#);
}

#[test]
fn cargo_sees_one_line_for_each_finding() {
    let report = report(SPEC, vec![unknown_key(), whole_document(), no_effect()]);
    assert_snapshot!(report.lines().collect::<Vec<_>>().join("\n"), @"
    spec/spec.yaml: error[unsupported]: the document is not to our taste
    spec/spec.yaml:5:16: warning[no-effect]: nobody reads this
    spec/spec.yaml:6:7: error[unknown-key]: unknown key `securtiy` in the Operation Object; help: did you mean `security`?
    ");
}

#[test]
fn findings_come_in_the_order_of_the_text_and_each_one_once() {
    let twice = vec![unknown_key(), no_effect(), unknown_key(), no_effect()];
    let report = report(SPEC, twice);
    let codes: Vec<_> = report.findings().iter().map(|finding| finding.diagnostic.code).collect();
    assert_eq!(codes, [Code::NoEffect, Code::UnknownKey]);
}

#[test]
fn errors_and_warnings_are_counted() {
    let both = report(SPEC, vec![unknown_key(), no_effect()]);
    assert_eq!((both.errors(), both.warnings(), both.has_errors()), (1, 1, true));
    let warning = report(SPEC, vec![no_effect()]);
    assert_eq!((warning.errors(), warning.warnings(), warning.has_errors()), (0, 1, false));
    assert_eq!(warning.summary(), "spec/spec.yaml: 1 warning");
}

#[test]
fn of_nothing_there_is_nothing_to_show() {
    let report = report(SPEC, Vec::new());
    assert!(report.is_empty());
    assert_eq!(report.render(Style::Plain), "");
    assert_eq!(report.json(), "[]\n");
    assert_eq!(report.lines().count(), 0);
}

#[test]
fn a_report_can_be_an_error() {
    let report = Source::parse("spec.yaml", b"a: [".to_vec()).unwrap_err();
    let error: Box<dyn std::error::Error> = Box::new(report);
    assert_snapshot!(error.to_string(), @"
    error[syntax]: did not find expected node content
     --> spec.yaml:1:5
      |
    1 | a: [
      |     ^

    spec.yaml: 1 error
    ");
}

#[test]
fn a_part_of_a_very_long_line_is_shown_under_its_true_column() {
    let items = "\"é\",".repeat(50_000);
    let text = format!("{{\"a\": [{items} 0], \"b\": 1, \"c\": [{items} 0]}}");
    let shown =
        report(&text, vec![Diagnostic::new(Code::UnknownKey, Place::Key(at("/b")), "unknown key `b`")]);
    assert_snapshot!(shown.render(Style::Plain), @r#"
    error[unknown-key]: unknown key `b`
     --> spec/spec.yaml:1:200013
      |
    1 | ...","é","é","é","é","é","é","é","é","é","é","é","é","é","é", 0], "b": 1, "c": ["é","é","é","é","é","é","é","é","é","é","é","é","é","...
      |                                                                   ^^^

    spec/spec.yaml: 1 error
    "#);
}

#[test]
fn what_a_document_says_does_not_reach_the_terminal_raw() {
    let text = "key: \"\u{202e}gnp\u{2066}.\u{85}\u{200b}x\ty\"\r\nb: 1\r\n";
    let message = "the key `\u{1b}[2J\u{9b}\u{202e}\r\n` is odd";
    let place = Place::Value(at("/key"));
    let report = report(text, vec![Diagnostic::new(Code::UnknownKey, place, message).help("\u{7}")]);
    let lines: String = report.lines().collect();
    for shown in [report.render(Style::Plain), report.json(), lines] {
        let is_raw =
            |shown: char| shown.is_control() && shown != '\n' || ('\u{200b}'..='\u{206f}').contains(&shown);
        assert!(!shown.contains(is_raw), "{shown:?}");
    }
    assert_snapshot!(report.render(Style::Plain), @r#"
    error[unknown-key]: the key `\u{1b}[2J\u{9b}\u{202e}\r\n` is odd
     --> spec/spec.yaml:1:6
      |
    1 | key: "�gnp�.��x    y"
      |      ^^^^^^^^^^^^^^^^
      |
      = help: \u{7}

    spec/spec.yaml: 1 error
    "#);
}

#[test]
fn a_pointer_for_machines_is_exact_all_the_same() {
    let text = "\"\u{202e}\u{e0001}\": 1";
    let place = Place::Key(at("/\u{202e}\u{e0001}"));
    let json = report(text, vec![Diagnostic::new(Code::UnknownKey, place, "x")]).json();
    assert!(json.contains(r#""pointer": "/\u202e\udb40\udc01""#), "{json}");
    let findings: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(findings[0]["pointer"], "/\u{202e}\u{e0001}");
}

#[test]
fn what_an_alias_repeats_is_said_once() {
    let places = ["/a/x", "/b/x", "/c/x"].map(|pointer| Place::Value(at(pointer)));
    let found = places.map(|place| Diagnostic::new(Code::WrongType, place, "a text is expected"));
    assert_eq!(report("a: &a {x: 1}\nb: *a\nc: *a\n", found.into()).findings().len(), 1);
}

#[test]
fn thousands_of_findings_on_one_line_are_no_work() {
    let text = format!("[{}0]", "{\"key\": \"välue\"}, ".repeat(5_000));
    let found = (0..5_000).map(|item| {
        let place = Place::Key(Pointer::root().item(item).member("key"));
        Diagnostic::new(Code::UnknownKey, place, "unknown key `key`")
    });
    let report = report(&text, found.collect());
    let last = report.findings().last().unwrap().found.as_ref().unwrap();
    assert_eq!(last.start.column, 3 + 18 * 4_999);
    assert!(report.render(Style::Plain).len() < 3_000_000);
}
