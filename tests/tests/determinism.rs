//! The output is a function of the document alone.
#![forbid(unsafe_code)]

use std::fs;
use std::path::{Path, PathBuf};

use specwright_tests::case::cases;

/// A copy of `document` in a folder of its own, which is the same from one place to the other apart from its parents.
fn laid_out(document: &Path, place: &str) -> PathBuf {
    let name = document.parent().and_then(Path::file_name).expect("the folder of the case");
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("determinism").join(place).join(name);
    fs::create_dir_all(&target).expect("a folder");
    for file in [document.file_name().expect("a name"), "specwright.toml".as_ref()] {
        let from = document.with_file_name(file);
        if from.is_file() {
            fs::copy(&from, target.join(file)).expect("a copy");
        }
    }
    target.join(document.file_name().expect("a name"))
}

fn generated(document: &Path) -> Vec<(String, String)> {
    let out = document.with_file_name("generated");
    let generated = specwright::generate(document, &out).unwrap_or_else(|report| panic!("{report}"));
    // How the user called the document is shown in the first lines, and is part of the input.
    let shown = document.display().to_string();
    generated.files.into_iter().map(|file| (file.name, file.content.replace(&shown, "spec.yaml"))).collect()
}

#[test]
fn the_same_document_gives_the_same_bytes_twice_and_from_another_folder() {
    for case in cases() {
        let here = laid_out(&case.document, "here");
        let there = laid_out(&case.document, "elsewhere/and/deeper");
        let first = generated(&here);
        assert!(!first.is_empty());
        assert_eq!(first, generated(&here), "{} twice", case.name);
        assert_eq!(first, generated(&there), "{} from another folder", case.name);
    }
}

#[test]
fn no_path_of_this_machine_is_in_what_is_committed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").display().to_string();
    for folder in ["generated", "examples/orders/generated"] {
        for entry in fs::read_dir(Path::new(&root).join(folder)).expect("a folder") {
            let path = entry.expect("an entry").path();
            assert!(!fs::read_to_string(&path).expect("a file").contains(&root), "{}", path.display());
        }
    }
}
