//! Documents with something wrong: what is said of each.
#![forbid(unsafe_code)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use specwright::diagnostic::{Code, Report, Style};
use specwright_tests::place::{entries, stem};
use specwright_tests::snapshot::assert_snapshots;

/// A document whose name begins with the rule that it breaks: `RULE.yaml`, `RULE--HOW.yaml`, or a folder with its settings.
struct Negative {
    name: String,
    document: PathBuf,
}

impl Negative {
    fn at(path: PathBuf) -> Self {
        let document = if path.is_dir() { path.join("spec.yaml") } else { path.clone() };
        Self { name: stem(&path), document }
    }

    /// The name of the rule that is broken.
    fn rule(&self) -> &str {
        self.name.split_once("--").map_or(&self.name, |(rule, _)| rule)
    }

    fn report(&self) -> Report {
        specwright::lint(&self.document).unwrap_or_else(|report| report)
    }
}

/// All of them. Tests run in the folder of their package, so that reports show short paths.
fn negatives() -> Vec<Negative> {
    let there = entries(Path::new("negative")).into_iter().map(Negative::at);
    let missing = ["file-unreadable.yaml", "file-unreadable--folder"].map(|name| {
        let document =
            if name.ends_with(".yaml") { Path::new("negative").join(name) } else { "negative".into() };
        Negative { name: stem(Path::new(name)), document }
    });
    there.chain(missing).collect()
}

/// What shows how several problems are shown, and no rule.
const SEVERAL: &str = "several-problems";

#[test]
fn every_report_is_as_it_was_reviewed() {
    let reports = negatives().into_iter().map(|negative| {
        let report = negative.report().render(Style::Plain);
        (negative.name, report)
    });
    assert_snapshots("negative", reports);
}

#[test]
fn every_document_breaks_the_rule_that_it_is_named_after() {
    let mut others = Vec::new();
    for negative in negatives().into_iter().filter(|negative| negative.name != SEVERAL) {
        let report = negative.report();
        let codes: BTreeSet<&str> =
            report.findings().iter().map(|found| found.diagnostic.code.name()).collect();
        if codes != BTreeSet::from([negative.rule()]) {
            others.push(format!("{}: {codes:?}", negative.name));
        }
    }
    assert_eq!(others, [""; 0]);
}

#[test]
fn every_rule_has_a_document_that_breaks_it() {
    let negatives = negatives();
    let broken: BTreeSet<&str> = negatives.iter().map(Negative::rule).collect();
    let unbroken: Vec<&str> =
        Code::ALL.iter().map(|code| code.name()).filter(|code| !broken.contains(code)).collect();
    assert_eq!(unbroken, [""; 0], "add a document to tests/negative for each");
}

fn several() -> Report {
    specwright::lint(&Path::new("negative").join(SEVERAL).with_extension("yaml")).unwrap_err()
}

#[test]
fn a_terminal_sees_colours() {
    let shown = several().render(Style::Color).replace('\u{1b}', "␛");
    assert_snapshots("negative-in-colour", [(SEVERAL.to_owned(), shown)]);
}

#[test]
fn machines_see_json() {
    assert_snapshots("negative-as-json", [(SEVERAL.to_owned(), several().json())]);
}
