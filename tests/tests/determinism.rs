//! The output depends on the document and on nothing else.
#![forbid(unsafe_code)]

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use specwright::code::File;
use specwright_tests::case::cases;
use specwright_tests::place::here;

fn generated(document: &Path, out: &Path) -> Vec<File> {
    match specwright::generate(document, out) {
        Ok(generated) => generated.files,
        Err(report) => panic!("{report}"),
    }
}

#[test]
fn generating_twice_gives_the_same_bytes() {
    for case in cases() {
        let out = case.document.with_file_name("generated");
        assert!(generated(&case.document, &out) == generated(&case.document, &out), "{}", case.name);
    }
}

#[test]
fn a_relative_and_an_absolute_path_give_the_same_bytes() {
    // Tests run in the folder of their package.
    for case in cases() {
        let absolute = generated(&case.document, &case.document.with_file_name("generated"));
        let relative = case.document.strip_prefix(here()).unwrap();
        for (document, out) in [
            (relative.to_owned(), relative.with_file_name("generated")),
            (Path::new("./cases/..").join(relative), case.document.with_file_name("generated")),
            (case.document.clone(), Path::new(".").join(relative.with_file_name("generated"))),
        ] {
            assert!(generated(&document, &out) == absolute, "{} into {}", document.display(), out.display());
        }
    }
}

#[test]
fn the_same_layout_elsewhere_gives_the_same_bytes() {
    for case in cases() {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("elsewhere").join(&case.name);
        fs::create_dir_all(&folder).unwrap();
        let here = case.document.parent().unwrap();
        for entry in
            fs::read_dir(here).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file())
        {
            fs::copy(&entry, folder.join(entry.file_name().unwrap())).unwrap();
        }
        let copy = folder.join(case.document.file_name().unwrap());
        let there = generated(&copy, &folder.join("generated"));
        assert!(there == generated(&case.document, &here.join("generated")), "{}", case.name);
    }
}

#[test]
fn another_working_directory_gives_the_same_bytes() {
    let document = here().join("cases/references/spec.yaml");
    let wanted = generated(&document, &document.with_file_name("generated"));
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join("from-the-case");
    let _ = fs::remove_dir_all(&scratch);
    fs::create_dir_all(&scratch).unwrap();
    // This test program again, for it cannot change its own folder while other tests run.
    let status = Command::new(env::current_exe().unwrap())
        .args(["--exact", "generates_in_the_folder_of_the_document", "--ignored", "--quiet"])
        .current_dir(document.parent().unwrap())
        .env("SPECWRIGHT_TESTS_SCRATCH", &scratch)
        .status()
        .unwrap();
    assert!(status.success());
    let found = wanted.iter().map(|file| fs::read_to_string(scratch.join(&file.name)).unwrap());
    assert!(found.eq(wanted.iter().map(|file| file.content.clone())));
}

#[test]
#[ignore = "another test runs it, in another folder"]
fn generates_in_the_folder_of_the_document() {
    let Some(scratch) = env::var_os("SPECWRIGHT_TESTS_SCRATCH").map(PathBuf::from) else { return };
    for file in generated(Path::new("spec.yaml"), Path::new("generated")) {
        fs::write(scratch.join(file.name), file.content).unwrap();
    }
}
