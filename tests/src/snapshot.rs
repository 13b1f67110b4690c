//! Snapshots: what was written once, and read by a person.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use crate::place::{entries, here, stem};

/// Holds each of `texts` against the snapshot of its name in the folder `snapshots/folder`, and says of all at once which are other.
///
/// `cargo insta review`, or `INSTA_UPDATE=always`, takes over what has changed.
///
/// # Panics
///
/// When a text is not as it was reviewed, and when there is a snapshot of no text.
pub fn assert_snapshots(folder: &str, texts: impl IntoIterator<Item = (String, String)>) {
    let mut settings = insta::Settings::clone_current();
    let path = here().join("snapshots").join(folder);
    settings.set_snapshot_path(&path);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let mut names = BTreeSet::new();
    let mut other = Vec::new();
    settings.bind(|| {
        for (name, text) in texts {
            let compare = || insta::assert_snapshot!(name.as_str(), text);
            if catch_unwind(AssertUnwindSafe(compare)).is_err() {
                other.push(name.clone());
            }
            names.insert(name);
        }
    });
    assert!(other.is_empty(), "not as in {}: {other:#?}", path.display());
    let left_over: Vec<String> =
        snapshots(&path).into_iter().filter(|snapshot| !names.contains(snapshot)).collect();
    assert!(left_over.is_empty(), "nothing belongs to these in {}: {left_over:#?}", path.display());
}

fn snapshots(folder: &Path) -> Vec<String> {
    let snapshots =
        entries(folder).into_iter().filter(|path| path.extension().is_some_and(|end| end == "snap"));
    snapshots.map(|path| stem(&path)).collect()
}
