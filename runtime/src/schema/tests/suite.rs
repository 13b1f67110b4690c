//! The required tests of the JSON Schema test suite for draft 2020-12. They are not part of the project: where they are is
//! asked of the machine.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::compile::{compile, json};
use super::resource::Resources;
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

/// The suite, unpacked; `None` where it is not there, which is said.
///
/// The archive is `conformance/json-schema.tar.xz` in the folder that `SPECWRIGHT_SHARED` names, or else in `../shared`.
fn unpacked() -> Option<PathBuf> {
    let shared = env::var_os("SPECWRIGHT_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared"), PathBuf::from);
    let archive = shared.join("conformance/json-schema.tar.xz");
    if !archive.is_file() {
        println!("no test suite: {} is not there", archive.display());
        return None;
    }
    let folder = env::temp_dir().join(format!("specwright-json-schema-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let status = Command::new("tar").arg("-xJf").arg(&archive).arg("-C").arg(&folder).status();
    assert!(status.unwrap().success(), "tar could not unpack {}; it needs xz", archive.display());
    Some(folder)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(self::files(&path)) } else { files.push(path) }
    }
    files.sort();
    files
}

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
    let Some(folder) = unpacked() else { return };
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
