//! The suite, as it is on disk.

use std::fs;
use std::path::Path;

use specwright_runtime::decode::from_slice;
use specwright_runtime::json::Json;
use specwright_tests::place::{entries, stem};

/// A schema, and what is held against it.
#[derive(Debug)]
pub(crate) struct Group {
    /// The name of the file and the description of the group.
    pub(crate) title: String,
    pub(crate) schema: Json,
    pub(crate) tests: Vec<Test>,
}

/// A value, and whether it is good.
#[derive(Debug)]
pub(crate) struct Test {
    pub(crate) title: String,
    pub(crate) data: Json,
    pub(crate) valid: bool,
}

/// The groups of all files in `folder`.
pub(crate) fn groups(folder: &Path) -> Vec<Group> {
    let of_file = |path: std::path::PathBuf| {
        let file = stem(&path);
        read(&path).items().iter().map(|group| Group::of(&file, group)).collect::<Vec<_>>()
    };
    entries(folder).into_iter().flat_map(of_file).collect()
}

/// The documents that schemas refer to, with the paths under which they are found.
pub(crate) fn remotes(folder: &Path) -> Vec<(String, Json)> {
    let (mut open, mut found) = (vec![folder.to_owned()], Vec::new());
    while let Some(folder_or_file) = open.pop() {
        if folder_or_file.is_dir() {
            open.extend(entries(&folder_or_file));
        } else {
            let path = folder_or_file.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
            found.push((path, read(&folder_or_file)));
        }
    }
    found.sort_by(|(one, _), (other, _)| one.cmp(other));
    found
}

fn read(path: &Path) -> Json {
    from_slice(&fs::read(path).unwrap()).unwrap()
}

fn text(json: &Json, key: &str) -> String {
    json.get(key).and_then(Json::as_str).unwrap().to_owned()
}

impl Group {
    fn of(file: &str, group: &Json) -> Self {
        let title = format!("{file}: {}", text(group, "description"));
        let tests = group.get("tests").unwrap().items().iter().map(|test| Test {
            title: text(test, "description"),
            data: test.get("data").unwrap().clone(),
            valid: test.get("valid").and_then(Json::as_bool).unwrap(),
        });
        Self { title, schema: group.get("schema").unwrap().clone(), tests: tests.collect() }
    }
}
