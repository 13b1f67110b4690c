//! The cases: for each thing that the generator writes, the smallest document that shows it.

use std::path::PathBuf;

use crate::place::{entries, here, stem};

/// A case: a folder of `cases`.
#[derive(Debug)]
pub struct Case {
    /// The name of its folder.
    pub name: String,
    /// Its document.
    pub document: PathBuf,
}

/// All cases, in the order of their names.
pub fn cases() -> Vec<Case> {
    let folders = entries(&here().join("cases"));
    let case = |folder: PathBuf| {
        let name = stem(&folder);
        let documents = ["spec.yaml", "spec.json"].map(|name| folder.join(name));
        let document = documents.into_iter().find(|document| document.is_file());
        Case { document: document.unwrap_or_else(|| panic!("the case `{name}` has no document")), name }
    };
    folders.into_iter().map(case).collect()
}
