//! The guides tell the truth.

use std::fs;
use std::path::{Path, PathBuf};

use specwright::diagnostic::Code;

/// Every file of Rust under `folder`.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of the project");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

#[test]
fn every_block_of_the_guide_stands_in_a_file_that_is_compiled() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let packages = [".", "examples/orders", "examples/schemes"];
    let compiled: Vec<String> = packages
        .iter()
        .flat_map(|package| ["generated", "src"].map(|folder| format!("{package}/{folder}")))
        .chain(["tests/cases/library/generated".to_owned()])
        .flat_map(|folder| sources(&root.join(folder)))
        .map(|path| fs::read_to_string(path).expect("a file of the project"))
        .collect();
    let guide = fs::read_to_string(root.join("docs/GENERATED.md")).expect("the guide");
    let blocks: Vec<&str> =
        guide.split("```rust\n").skip(1).map(|rest| rest.split("```").next().unwrap_or_default()).collect();
    assert!(blocks.len() > 5, "the guide has lost its blocks");
    for block in blocks {
        assert!(compiled.iter().any(|text| text.contains(block)), "in no file that is compiled:\n{block}");
    }
}

#[test]
fn every_warning_that_can_be_acknowledged_is_explained() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/WARNINGS.md");
    let page = fs::read_to_string(page).expect("the page of warnings");
    for code in Code::ALL {
        let row = format!("\n| `{}` |", code.name());
        assert_eq!(page.contains(&row), code.can_be_acknowledged(), "{}", code.name());
    }
}
