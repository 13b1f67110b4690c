//! Files, encodings and formats.

use std::path::Path;

use specwright::source::{Format, Source};

use crate::problems;

#[test]
fn a_file_keeps_the_name_that_it_was_called_by() {
    let path = Path::new("..").join("tests").join("hostile").join("yaml-bom.yaml");
    assert_eq!(Source::read(&path).unwrap().name(), "../tests/hostile/yaml-bom.yaml");
}

#[test]
fn the_bytes_are_those_on_disk() {
    let bytes = b"\xef\xbb\xbfopenapi: 3.0.3\r\n# \xc3\xa9\r\n".to_vec();
    assert_eq!(Source::parse("spec.yaml", bytes.clone()).unwrap().bytes(), bytes);
}

#[test]
fn a_file_that_is_not_there_is_refused_by_its_name() {
    let report = Source::read(Path::new("nowhere/spec.yaml")).unwrap_err();
    let line = report.lines().next().unwrap();
    assert!(
        line.starts_with("nowhere/spec.yaml: error[file-unreadable]: the file cannot be read: "),
        "{line}"
    );
}

#[test]
fn a_folder_is_refused() {
    let report = Source::read(Path::new("tests")).unwrap_err();
    assert_eq!(report.findings()[0].diagnostic.code.name(), "file-unreadable");
}

#[test]
fn only_a_file_named_json_is_json() {
    let text = b"{\"a\": [1, 2]}".to_vec();
    for (name, format) in [
        ("spec.json", Format::Json),
        ("folder.d/SPEC.JSON", Format::Json),
        ("spec.yaml", Format::Yaml),
        ("spec.yml", Format::Yaml),
        ("json", Format::Yaml),
        ("spec.json/spec", Format::Yaml),
    ] {
        assert_eq!(Source::parse(name, text.clone()).unwrap().format(), format, "{name}");
    }
}

#[test]
fn json_is_read_strictly() {
    for (text, expected) in [
        ("{\"a\": 1} // no", "1:10 syntax"),
        ("{\"a\": 1,}", "1:9 syntax"),
        ("{a: 1}", "1:2 syntax"),
        ("{\"a\":\n  é}", "2:3 syntax"),
        ("{\"a\": NaN}", "1:7 syntax"),
        ("{\"a\": [1, -1e400]}", "1:11 number"),
        ("[\"\\ud800\"]", "1:9 syntax"),
        ("", "1:1 syntax"),
        ("{} {}", "1:4 syntax"),
    ] {
        assert_eq!(problems("spec.json", text), [expected], "{text}");
    }
}

#[test]
fn a_byte_order_mark_moves_no_place() {
    assert_eq!(problems("spec.json", "\u{feff}{\"a\": 1, \"a\": 2}"), ["1:10 duplicate-key"]);
    assert_eq!(problems("spec.json", "\u{feff}{\"a\" 1}"), ["1:6 syntax"]);
    assert_eq!(problems("spec.yaml", "\u{feff}a: 1\na: 2"), ["2:1 duplicate-key"]);
    assert_eq!(problems("spec.yaml", "\u{feff}{a: !x 1}"), ["1:5 tag"]);
    assert_eq!(problems("spec.yaml", "\u{feff}é: [1"), ["1:6 syntax"]);
}

#[test]
fn a_byte_that_is_not_utf_8_is_refused_at_its_place() {
    assert_eq!(problems("spec.yaml", b"a: 1\nb: \"\xc3\xa9\xff\"\n"), ["2:6 not-utf-8"]);
    assert_eq!(problems("spec.json", b"\xff\xfe{\0}\0"), ["1:1 not-utf-8"]);
}
