//! The words of a document stay words: whatever they are, the output has the items that it should have, and no others.
#![forbid(unsafe_code)]

mod comment;
mod outline;

use specwright::code::{self, File, Origin, Routes};
use specwright::diagnostic::Level;
use specwright::document::document;
use specwright::model::model;
use specwright::source::Source;
use specwright_tests::case::cases;
use specwright_tests::hostile::hostile;

use outline::{outline, strangers};

/// What is generated from `text`; nothing where it is refused.
fn generated(text: &str) -> Vec<File> {
    let Ok(source) = Source::parse("spec.yaml", text.as_bytes().to_vec()) else { return Vec::new() };
    let Some(document) = document(&source).document else { return Vec::new() };
    let (api, found) = model(&document, &Default::default());
    if found.iter().any(|found| found.code.level() > Level::Warn) {
        return Vec::new();
    }
    let origin = Origin {
        shown: "spec.yaml".to_owned(),
        from_output: "spec.yaml".to_owned(),
        is_json: false,
        json: "{}".to_owned(),
        routes: Routes::default(),
    };
    code::code(&api, &origin)
}

/// The files of Rust of every case and of every hostile document that is not refused, with the names of their documents.
fn all_files() -> Vec<(String, File)> {
    let documents = cases().into_iter().map(|case| case.document);
    let documents = documents.chain(hostile().into_iter().map(|hostile| hostile.document()));
    let mut files = Vec::new();
    for document in documents {
        let Ok(generated) = specwright::generate(&document, &document.with_file_name("generated")) else {
            continue;
        };
        let rust = generated.files.into_iter().filter(|file| file.name.ends_with(".rs"));
        files.extend(rust.map(|file| (format!("{} of {}", file.name, document.display()), file)));
    }
    assert!(files.len() > 300, "most of the documents are refused");
    files
}

#[test]
fn every_file_has_known_kinds_of_items_and_nothing_strange_in_them() {
    for (name, file) in all_files() {
        assert_eq!(strangers(&file.content), [""; 0], "{name}");
    }
}

/// What a document with the one operation `NAME`, which answers 200 without content, comes to.
fn one_operation(name: &str, answer: &str) -> Vec<String> {
    [
        "mod.rs: mod api, mod document, mod server, pub use api, pub use server".to_owned(),
        format!(
            "api.rs: use std, use specwright_runtime, trait Api {{Error, {name}}}, enum {answer} {{Ok}}, \
             impl From for Response {{from}}, fn {name}"
        ),
        "server.rs: use std, use std, use specwright_runtime, use super, use super, type Server, struct Operations, \
         enum Path {A}, impl Contract for Operations {Api, Path, DOCUMENT, path, literal, call}"
            .to_owned(),
        "document.rs: use specwright_runtime, static DOCUMENT, const JSON".to_owned(),
    ]
    .to_vec()
}

fn outline_of(name: &str) -> Vec<String> {
    let hostile = hostile().into_iter().find(|hostile| hostile.name == name).unwrap();
    let generated =
        specwright::generate(&hostile.document(), &hostile.document().with_file_name("generated"));
    let files = generated.unwrap().files;
    files.iter().filter(|file| file.name.ends_with(".rs")).map(outline).collect()
}

#[test]
fn words_that_would_be_code_add_no_items() {
    for name in [
        "inject-bidi.yaml",
        "inject-comment-end.yaml",
        "inject-doc-attribute.yaml",
        "inject-doc-test.yaml",
        "inject-format-string.yaml",
        "inject-javascript-url.yaml",
        "inject-server-url.yaml",
        "inject-template.yaml",
        "inject-title.yaml",
    ] {
        assert_eq!(outline_of(name), one_operation("a", "A"), "{name}");
    }
}

#[test]
fn an_operation_id_that_would_close_its_function_is_a_name() {
    let mut wanted = one_operation("a_fn_main_std_process_exit_1", "AFnMainStdProcessExit1");
    wanted[2] = wanted[2].replace("enum Path {A}", "enum Path {P0}");
    assert_eq!(outline_of("opid-injection.yaml"), wanted);
}

#[test]
fn a_choice_that_would_leave_its_literal_is_a_choice() {
    let outline = outline_of("inject-enum.yaml");
    let types = outline.iter().find(|line| line.starts_with("types.rs")).unwrap();
    assert_eq!(
        types,
        "types.rs: use specwright_runtime, enum A {APubStructEvilDoc, BraceBrace, _0, Backslash}, \
         impl Choice for A {CHOICES}, macro specwright_runtime::choice"
    );
}
