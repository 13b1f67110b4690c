//! The folder of the output: what is in it, what should be, and how it gets there.
//!
//! A file is written whole or not at all, only when its bytes change, only inside the folder, and never over a file that does not
//! carry the marker of the generator.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::code::{File, is_generated};

/// A file that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stale {
    /// Where the file is.
    pub path: PathBuf,
    /// What is the matter with it.
    pub why: Why,
}

/// What is the matter with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It is not there.
    Missing,
    /// Its content is another.
    Different,
    /// It was generated, and is no more.
    LeftOver,
    /// It is in the way: it was not generated.
    Foreign,
}

impl std::fmt::Display for Why {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Self::Missing => "missing",
            Self::Different => "out of date, or edited by hand",
            Self::LeftOver => "left over",
            Self::Foreign => "not generated, and in the way",
        })
    }
}

/// What is not as it should be in `folder`, in the order of `files`.
///
/// # Errors
///
/// When the folder is there and cannot be read.
pub fn stale(folder: &Path, files: &[File]) -> io::Result<Vec<Stale>> {
    let mut stale = Vec::new();
    for file in files {
        let path = folder.join(&file.name);
        let why = match fs::read(&path) {
            Ok(found) if found == file.content.as_bytes() => continue,
            Ok(found) if is_generated(&String::from_utf8_lossy(&found)) => Why::Different,
            Ok(_) => Why::Foreign,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Why::Missing,
            Err(error) => return Err(about(&path, &error)),
        };
        stale.push(Stale { path, why });
    }
    stale.extend(left_over(folder, files)?.into_iter().map(|path| Stale { path, why: Why::LeftOver }));
    Ok(stale)
}

/// Brings `folder` to hold `files`, and says what was changed.
///
/// # Errors
///
/// When a file that was not generated is in the way, before anything is written; and when the file system refuses.
pub fn write(folder: &Path, files: &[File]) -> io::Result<Vec<Stale>> {
    let stale = stale(folder, files)?;
    if let Some(foreign) = stale.iter().find(|stale| stale.why == Why::Foreign) {
        let path = foreign.path.display();
        let message = format!(
            "{path} does not carry the marker of the generator, so it is not overwritten: move it away"
        );
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, message));
    }
    if !stale.is_empty() {
        fs::create_dir_all(folder).map_err(|error| about(folder, &error))?;
    }
    for one in &stale {
        match files.iter().find(|file| folder.join(&file.name) == one.path) {
            Some(file) => replace(folder, file).map_err(|error| about(&one.path, &error))?,
            None => fs::remove_file(&one.path).map_err(|error| about(&one.path, &error))?,
        }
    }
    Ok(stale)
}

/// Files in `folder` that carry the marker and are not among `files`, in the order of their names.
fn left_over(folder: &Path, files: &[File]) -> io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(about(folder, &error)),
    };
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry?.path();
        let wanted = files.iter().any(|file| folder.join(&file.name) == path);
        let ours = |path: &Path| {
            fs::read(path).is_ok_and(|content| is_generated(&String::from_utf8_lossy(&content)))
        };
        if !wanted && path.is_file() && ours(&path) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// Puts `file` in its place in one step, so that nobody ever reads half of it.
fn replace(folder: &Path, file: &File) -> io::Result<()> {
    let draft = folder.join(format!(".{}.{}", file.name, std::process::id()));
    let written = fs::File::create(&draft)
        .and_then(|mut handle| handle.write_all(file.content.as_bytes()))
        .and_then(|()| fs::rename(&draft, folder.join(&file.name)));
    if written.is_err() {
        // What matters is why the file could not be put in its place, not whether its draft could be taken away.
        let _ = fs::remove_file(&draft);
    }
    written
}

fn about(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
