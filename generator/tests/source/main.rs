//! The first stage, seen from outside: what is read, what is refused, and where.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod files;
mod hostile;
mod places;
mod tree;

use specwright::diagnostic::{Place, Report};
use specwright::source::{Pointer, Source};

/// Reads a YAML text in which nothing is wrong.
fn yaml(text: &str) -> Source {
    let source = Source::parse("spec.yaml", text.into()).unwrap_or_else(|report| panic!("{report}"));
    assert_eq!(source.diagnostics(), [], "{text}");
    source
}

/// What is wrong with the text of the file `name`, as `LINE:COLUMN code`, whether there is a tree or not.
fn problems(name: &str, bytes: impl Into<Vec<u8>>) -> Vec<String> {
    let report = match Source::parse(name, bytes.into()) {
        Ok(mut source) => {
            let diagnostics = source.take_diagnostics();
            Report::new(&source, diagnostics)
        }
        Err(report) => report,
    };
    let findings = report.findings().iter().map(|finding| {
        let code = finding.diagnostic.code.name();
        match &finding.found {
            Some(found) => format!("{}:{} {code}", found.start.line, found.start.column),
            None => format!("- {code}"),
        }
    });
    findings.collect()
}

fn pointer(text: &str) -> Pointer {
    Pointer::parse(text).unwrap()
}

/// The text at `place`.
fn text_at<'s>(source: &'s Source, place: &Place) -> &'s str {
    let span = source.locate(&[place]).remove(0).expect("the place is found");
    &source.text().content()[span]
}
