//! The required tests of the JSON Schema test suite: each schema becomes the body of an operation, of OpenAPI 3.1 for draft 2020-12
//! and of OpenAPI 3.0 for draft 4, as far as that has its keywords; each value is posted to it.
#![forbid(unsafe_code)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails where it stands"
)]

mod document;
mod refused;
mod runner;
mod suite;

use std::fs;
use std::path::{Path, PathBuf};

use document::{Document, Entry, Version};
use refused::{OTHERWISE, REFUSED_3_0, REFUSED_3_1};
use runner::{Package, Request};
use specwright_runtime::encode::to_vec;
use specwright_runtime::json::Json;
use specwright_tests::corpus::unpacked;
use specwright_tests::say;
use suite::Group;

/// How many operations a document has at most.
const OPERATIONS: usize = 120;

/// What the suite says of a value, and where it is asked.
struct Case {
    title: String,
    module: String,
    operation: String,
    body: String,
    valid: bool,
}

#[test]
fn what_the_suite_takes_is_taken_and_nothing_else() {
    let scratch = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let folder = scratch.join("json-schema");
    if unpacked("conformance/json-schema.tar.xz", &folder).is_none() {
        return;
    }
    let suite = folder.join("json-schema");
    let remotes: Vec<_> = suite::remotes(&suite.join("remotes"))
        .into_iter()
        .filter(|(path, _)| !path.starts_with("draft4"))
        .collect();
    let mut run =
        Run { package: Package::new(&scratch.join("suite")), cases: Vec::new(), refused: Vec::new() };
    run.add("new", Version::V3_1, suite::groups(&suite.join("draft2020-12")), &remotes);
    let expected = REFUSED_3_1.iter().map(|(title, code)| format!("{title}: {code}"));
    assert_eq!(run.refused, expected.collect::<Vec<_>>(), "what is refused of draft 2020-12");
    let refused = std::mem::take(&mut run.refused).len();
    let groups = suite::groups(&suite.join("draft4"));
    let groups = groups.into_iter().filter(|group| !refused::is_unknown_to_3_0(&group.schema));
    run.add("old", Version::V3_0, groups.collect(), &[]);
    let expected = REFUSED_3_0.iter().map(|(title, code)| format!("{title}: {code}"));
    assert_eq!(run.refused, expected.collect::<Vec<_>>(), "what is refused of draft 4");
    let Tally { passed, otherwise, failed } = run.tally();
    say(&format!(
        "JSON Schema test suite: {passed} values passed, {otherwise} decided otherwise, {} schemas refused, {} values failed",
        refused + run.refused.len(),
        failed.len()
    ));
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[derive(Default)]
struct Tally {
    passed: usize,
    otherwise: usize,
    failed: Vec<String>,
}

struct Run {
    package: Package,
    cases: Vec<Case>,
    refused: Vec<String>,
}

impl Run {
    /// Puts all groups into documents, but those whose schemas are refused.
    fn add(&mut self, prefix: &str, version: Version, groups: Vec<Group>, remotes: &[(String, Json)]) {
        let mut documents: Vec<Document> = Vec::new();
        for (index, group) in groups.iter().enumerate() {
            let name = format!("{prefix}{index}");
            let entry = Entry::of(&name, version, group, remotes);
            if let Err(code) = lint(&entry, version) {
                self.refused.push(format!("{}: {code}", group.title));
                continue;
            }
            let place =
                documents.iter_mut().position(|document| document.len() < OPERATIONS && document.add(&entry));
            let place = place.unwrap_or_else(|| {
                let mut document = Document::new(version);
                document.add(&entry);
                documents.push(document);
                documents.len() - 1
            });
            self.cases.extend(group.tests.iter().map(|test| Case {
                title: format!("{}: {}", group.title, test.title),
                module: format!("{prefix}_document{place}"),
                operation: name.clone(),
                body: String::from_utf8(to_vec(&test.data)).unwrap(),
                valid: test.valid,
            }));
        }
        for (place, document) in documents.iter().enumerate() {
            self.package.add(&format!("{prefix}_document{place}"), &document.json());
        }
    }

    /// How the values were answered.
    fn tally(&self) -> Tally {
        let requests = self.cases.iter().map(|case| Request {
            module: &case.module,
            operation: &case.operation,
            body: &case.body,
        });
        let statuses = self.package.ask(requests);
        assert_eq!(statuses.len(), self.cases.len());
        let mut tally = Tally::default();
        for (case, status) in self.cases.iter().zip(statuses) {
            let otherwise = OTHERWISE.iter().any(|(title, _)| case.title.starts_with(title));
            match status {
                204 if case.valid => tally.passed += 1,
                422 if !case.valid => tally.passed += 1,
                422 if otherwise => tally.otherwise += 1,
                _ => tally.failed.push(format!("{status} for {} of {}", case.body, case.title)),
            }
        }
        tally
    }
}

/// Whether a schema alone is taken; otherwise the first code of what is said.
fn lint(entry: &Entry, version: Version) -> Result<(), String> {
    let mut document = Document::new(version);
    document.add(entry);
    let spec = Path::new(env!("CARGO_TARGET_TMPDIR")).join("suite-one.json");
    fs::write(&spec, document.json()).unwrap();
    match specwright::lint(&spec) {
        Ok(_) => Ok(()),
        Err(report) => {
            let errors = report.findings().iter().map(|finding| &finding.diagnostic);
            let first = errors.min_by_key(|one| std::cmp::Reverse(one.code.level())).unwrap();
            Err(first.code.name().to_owned())
        }
    }
}
