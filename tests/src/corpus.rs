//! Documents of others, as people have written them. They are not part of the project: where they are is asked of the machine.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{self, Command};
use std::time::UNIX_EPOCH;

use crate::place::workspace;

/// A document of the corpus.
#[derive(Debug)]
pub struct Found {
    /// Its name in the index.
    pub name: String,
    /// Where it was unpacked to.
    pub document: PathBuf,
}

/// The documents of the corpus, unpacked into `folder`; `None` where there is no corpus, which is said.
///
/// The archive is `corpus/dev.tar.xz` in the folder that `SPECWRIGHT_SHARED` names, or else in `../shared`.
pub fn corpus(folder: &Path) -> Option<Vec<Found>> {
    unpacked("corpus/dev.tar.xz", folder)?;
    let folder = folder.join("dev");
    let index = fs::read_to_string(folder.join("index.dev.tsv")).unwrap();
    let found = |line: &str| {
        let name = line.split('\t').next().unwrap_or_default();
        Found { name: name.to_owned(), document: folder.join(name) }
    };
    Some(index.lines().skip(1).map(found).collect())
}

/// Unpacks `archive`, which is in the folder that `SPECWRIGHT_SHARED` names, or else in `../shared`, into `folder`; `None` where it
/// is not there, which is said.
pub fn unpacked(archive: &str, folder: &Path) -> Option<()> {
    let shared =
        env::var_os("SPECWRIGHT_SHARED").map_or_else(|| workspace().join("../shared"), PathBuf::from);
    let archive = shared.join(archive);
    if !archive.is_file() {
        println!("{} is not there", archive.display());
        return None;
    }
    unpack(&archive, folder);
    Some(())
}

/// Unpacks `archive`, unless that was done before. Two may do it at once.
fn unpack(archive: &Path, folder: &Path) {
    let modified = fs::metadata(archive).and_then(|metadata| metadata.modified()).unwrap();
    let stamp = format!("{} {:?}\n", archive.display(), modified.duration_since(UNIX_EPOCH).unwrap());
    let done = || fs::read_to_string(folder.join("unpacked")).is_ok_and(|found| found == stamp);
    if done() {
        return;
    }
    let draft = folder.with_extension(process::id().to_string());
    fs::create_dir_all(&draft).unwrap();
    let status = Command::new("tar").arg("-xJf").arg(archive).arg("-C").arg(&draft).status();
    let status =
        status.unwrap_or_else(|error| panic!("tar is needed to unpack {}: {error}", archive.display()));
    assert!(status.success(), "tar could not unpack {}; it needs xz", archive.display());
    fs::write(draft.join("unpacked"), &stamp).unwrap();
    let _ = fs::remove_dir_all(folder);
    if fs::rename(&draft, folder).is_err() {
        assert!(done(), "{} is in the way", folder.display());
        fs::remove_dir_all(&draft).unwrap();
    }
}
