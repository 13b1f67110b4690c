//! The JSON Schema test suite. It is not part of the project: where it is is asked of the machine.

#![allow(clippy::unwrap_used)]

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The suite, unpacked; `None` where it is not there, which is said.
///
/// It is in a folder of its own for each `name`, which whoever asks for it removes. The archive is `conformance/json-schema.tar.xz` in the folder that `SPECWRIGHT_SHARED` names, or else in `../shared`.
pub(crate) fn unpacked(name: &str) -> Option<PathBuf> {
    let shared = env::var_os("SPECWRIGHT_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared"), PathBuf::from);
    let archive = shared.join("conformance/json-schema.tar.xz");
    if !archive.is_file() {
        println!("no test suite: {} is not there", archive.display());
        return None;
    }
    let folder = env::temp_dir().join(format!("specwright-json-schema-{name}-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let status = Command::new("tar").arg("-xJf").arg(&archive).arg("-C").arg(&folder).status();
    assert!(status.unwrap().success(), "tar could not unpack {}; it needs xz", archive.display());
    Some(folder)
}

pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(self::files(&path)) } else { files.push(path) }
    }
    files.sort();
    files
}
