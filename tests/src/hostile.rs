//! The hostile documents: one problem each, with what is to be said of it and where.

use std::fs;
use std::path::PathBuf;

use crate::place::here;

/// A row of `hostile/hostile.tsv`.
#[derive(Debug)]
pub struct Hostile {
    /// The name of the file.
    pub name: String,
    /// What is right, the best first.
    pub verdicts: Vec<Verdict>,
    /// What the problem is.
    pub why: String,
    /// `LINE:COLUMN`, both from 1, or `None` where no single place is at fault.
    pub place: Option<String>,
}

/// What is said of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// An error, and no output.
    Reject,
    /// A warning, and output.
    Warn,
    /// Output, and nothing to say.
    Generate,
}

impl Hostile {
    /// Where the document is.
    pub fn document(&self) -> PathBuf {
        here().join("hostile").join(&self.name)
    }
}

/// All rows, in the order of the table.
pub fn hostile() -> Vec<Hostile> {
    let table = fs::read_to_string(here().join("hostile/hostile.tsv")).unwrap();
    table.lines().skip(1).map(row).collect()
}

fn row(line: &str) -> Hostile {
    let [name, verdicts, why, place] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
    let verdict = |word: &str| match word {
        "reject" => Verdict::Reject,
        "warn" => Verdict::Warn,
        "generate" => Verdict::Generate,
        other => panic!("{name}: `{other}` is no verdict"),
    };
    Hostile {
        name: name.to_owned(),
        verdicts: verdicts.split('|').map(verdict).collect(),
        why: why.to_owned(),
        place: (place != "-").then(|| place.to_owned()),
    }
}
