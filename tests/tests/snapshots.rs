//! The generated code is as it was reviewed.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails where it stands")]

use std::env;

use specwright::code::File;
use specwright::diagnostic::Style;
use specwright::output::{stale, write};
use specwright_tests::case::{Case, cases};
use specwright_tests::snapshot::assert_snapshots;

/// The cases that show what the documentation is made of; in the others it is always the same.
const OF_DOCUMENTATION: [&str; 5] =
    ["descriptions", "docs-left-out", "docs-renamed", "json-document", "servers"];

/// The case whose files are there as they are, for the guide to lead to.
const OF_THE_GUIDE: &str = "library";

#[test]
fn generated_code_is_as_it_was_reviewed() {
    let cases = cases().into_iter().filter(|case| case.name != OF_THE_GUIDE);
    assert_snapshots("generated", cases.map(|case| (case.name.clone(), generated(&case))));
}

#[test]
fn the_files_of_the_guide_are_as_they_were_reviewed() {
    let case = cases().into_iter().find(|case| case.name == OF_THE_GUIDE).unwrap();
    let folder = case.document.with_file_name("generated");
    let generated = specwright::generate(&case.document, &folder).unwrap();
    assert!(generated.report.is_empty(), "{}", generated.report.render(Style::Plain));
    if env::var_os("INSTA_UPDATE").is_some_and(|update| update == "always") {
        write(&folder, &generated.files).unwrap();
    }
    let stale = stale(&folder, &generated.files).unwrap();
    assert!(stale.is_empty(), "not as they are generated: {stale:#?}");
}

/// All files of a case, one after the other.
fn generated(case: &Case) -> String {
    let out = case.document.with_file_name("generated");
    let generated = specwright::generate(&case.document, &out);
    let generated =
        generated.unwrap_or_else(|report| panic!("the case `{}` is refused\n{report}", case.name));
    let warnings = generated.report.render(Style::Plain);
    let warnings = warnings.replace(&*case.document.to_string_lossy(), "spec.yaml");
    let of_documentation = OF_DOCUMENTATION.contains(&case.name.as_str());
    let shown = |file: &&File| of_documentation || !matches!(file.name.as_str(), "document.rs" | "docs.html");
    let files = generated.files.iter().filter(shown).map(|file| {
        // The document itself is there to be read elsewhere.
        let content = match file.content.split_once("r#\"{") {
            Some((before, _)) => format!("{before}…;\n"),
            None => file.content.clone(),
        };
        format!("════ {}\n{content}", file.name)
    });
    warnings + &files.collect::<Vec<String>>().join("\n")
}
