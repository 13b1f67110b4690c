//! The required tests of the JSON Schema test suite for draft 2020-12.

use std::fs;
use std::path::Path;

use super::compile::{compile, json};
use super::resource::Resources;
use crate::conformance::{files, unpacked};
use crate::decode::from_slice_with;
use crate::encode::to_vec;
use crate::json::Json;
use crate::schema::value;

/// The schemas that cannot be compiled, by what they lack; nothing else may fail.
const REFUSED: &[&str] = &[
    "https://json-schema.org/draft/2020-12/schema is not there",
    "of another dialect: http://localhost:1234/draft2020-12/metaschema-no-validation.json",
    "of another dialect: http://localhost:1234/draft2020-12/metaschema-optional-vocabulary.json",
];

fn read(path: &Path) -> &'static Json {
    json(&fs::read_to_string(path).unwrap())
}

#[derive(Debug, Default)]
struct Tally {
    passed: usize,
    refused: Vec<String>,
    failed: Vec<String>,
}

impl Tally {
    fn group(&mut self, remotes: &[(String, &'static Json)], file: &str, group: &'static Json) {
        let mut resources = Resources::default();
        remotes.iter().for_each(|(uri, document)| resources.add(uri, document));
        let tests = group.get("tests").unwrap().items();
        let title = format!("{file}: {}", group.get("description").unwrap().as_str().unwrap());
        let schema = match compile(resources, group.get("schema").unwrap()) {
            Ok(schema) => schema,
            Err(why) => return self.refused.extend(tests.iter().map(|_| format!("{title}: {why}"))),
        };
        for test in tests {
            let body = to_vec(test.get("data").unwrap());
            let told = from_slice_with(&body, &value(schema));
            let valid = test.get("valid").unwrap().as_bool().unwrap();
            let read = told.as_ref().ok().is_none_or(|read| Some(read) == test.get("data"));
            if told.is_ok() == valid && read {
                self.passed += 1;
            } else {
                self.failed.push(format!("{title}: {}: {told:?}", String::from_utf8_lossy(&body)));
            }
        }
    }
}

#[test]
fn what_the_suite_takes_is_taken_and_nothing_else() {
    let Some(folder) = unpacked("required") else { return };
    let suite = folder.join("json-schema");
    let remotes = suite.join("remotes");
    let remotes: Vec<_> = files(&remotes)
        .into_iter()
        .map(|path| {
            let place = path.strip_prefix(&remotes).unwrap().to_str().unwrap().to_owned();
            (format!("http://localhost:1234/{place}"), read(&path))
        })
        .filter(|(uri, _)| !uri.contains("/draft4/"))
        .collect();
    let mut tally = Tally::default();
    for path in files(&suite.join("draft2020-12")) {
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        read(&path).items().iter().for_each(|group| tally.group(&remotes, &file, group));
    }
    fs::remove_dir_all(folder).unwrap();
    let (refused, failed) = (tally.refused.len(), tally.failed.len());
    println!("JSON Schema test suite: {} passed, {refused} refused, {failed} failed", tally.passed);
    tally.refused.iter().for_each(|line| println!("refused: {line}"));
    assert!(tally.failed.is_empty(), "{:#?}", tally.failed);
    let unexpected = |line: &&String| !REFUSED.iter().any(|why| line.ends_with(why));
    assert_eq!(tally.refused.iter().find(unexpected), None);
    assert!(tally.passed > 1000, "{} is no suite", tally.passed);
}
