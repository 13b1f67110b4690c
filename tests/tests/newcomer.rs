//! What somebody sees who has just cloned the project and changes the contract.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use specwright_tests::exchange::Request;
use specwright_tests::project::{Built, Project};
use specwright_tests::reference::{cargo, root};
use specwright_tests::say;
use specwright_tests::serving::Serving;

const SPEC: &str = "spec/spec.yaml";

fn project() -> Project {
    Project::copied_to(Path::new(env!("CARGO_TARGET_TMPDIR")))
}

/// The files of `generated/`: when each was written, and what is in it.
fn generated(project: &Project) -> BTreeMap<String, (SystemTime, String)> {
    let entries = fs::read_dir(project.path("generated")).unwrap();
    let read = |entry: fs::DirEntry| {
        let name = entry.file_name().into_string().unwrap();
        let content = project.read(Path::new("generated").join(&name));
        (name, (entry.metadata().unwrap().modified().unwrap(), content))
    };
    entries.map(|entry| read(entry.unwrap())).collect()
}

fn succeeded(built: &Built) {
    assert!(built.success && !built.text.contains("warning"), "{}", built.text);
}

fn failed_with(built: &Built, said: &[&str]) {
    assert!(!built.success, "{}", built.text);
    for part in said {
        assert!(built.text.contains(part), "{part:?} is not in\n{}", built.text);
    }
}

#[test]
fn a_misspelt_key_stops_the_build_with_its_place_and_the_key_that_was_meant() {
    let project = project();
    project.replace(SPEC, "      summary: Read Items\n", "      securtiy: []\n      summary: Read Items\n");
    let line = 1 + project.read(SPEC).lines().position(|line| line.contains("securtiy")).unwrap();
    let report = format!(
        "  error[unknown-key]: unknown key `securtiy` in the Operation Object
    --> spec/spec.yaml:{line}:7
     |
  {line} |       securtiy: []
     |       ^^^^^^^^
     |
     = help: did you mean `security`?
"
    );
    failed_with(&project.build(), &[&report]);
}

#[test]
fn an_operation_that_is_renamed_is_a_method_that_the_compiler_misses() {
    let project = project();
    project.replace(SPEC, "operationId: readItems", "operationId: listItems");
    let built = project.build();
    failed_with(
        &built,
        &["src/main.rs:", "missing: `list_items`", "`read_items` is not a member of trait `Api`"],
    );
    assert!(!built.text.contains("generated/api.rs:1:"), "{}", built.text);
    project.replace("src/main.rs", "async fn read_items", "async fn list_items");
    project.replace("src/main.rs", "Result<ReadItems, Infallible>", "Result<ListItems, Infallible>");
    project.replace("src/main.rs", "Ok(ReadItems::Ok", "Ok(ListItems::Ok");
    project.replace("src/main.rs", "Items, ReadItems, Server", "Items, ListItems, Server");
    succeeded(&project.build());
}

#[test]
fn a_property_more_is_a_field_that_the_compiler_misses() {
    let project = project();
    project.replace(SPEC, "required: [token]", "required: [token, owner]");
    project.replace(SPEC, "        token:\n", "        owner:\n          type: string\n        token:\n");
    failed_with(&project.build(), &["src/main.rs:", "missing field `owner` in initializer of `", "Items`"]);
}

#[test]
fn a_path_that_is_changed_is_served_after_the_next_build() {
    let project = project();
    project.replace(SPEC, "  /items/:\n", "  /things:\n");
    succeeded(&project.build());
    let server = Serving::start(project.server().args(["--port", "0"]));
    let status = |path| Request::get(path).send(server.address).unwrap().status;
    assert_eq!((status("/things"), status("/items/")), (401, 404));
    assert!(Request::get("/openapi.yaml").send(server.address).unwrap().text().contains("\n  /things:\n"));
}

#[test]
fn what_is_up_to_date_is_not_built_again() {
    let project = project();
    succeeded(&project.build());
    let again = project.build();
    assert!(again.success && !again.compiled(), "{}", again.text);
}

#[test]
fn what_a_build_has_just_generated_is_not_built_again() {
    let project = project();
    project.replace(SPEC, "  /items/:\n", "  /other/:\n");
    let built = project.build();
    assert!(built.success && built.compiled(), "{}", built.text);
    let again = project.build();
    assert!(again.success && !again.compiled(), "{}", again.text);
}

#[test]
fn a_document_that_is_touched_leaves_the_output_as_it_is() {
    let project = project();
    succeeded(&project.build());
    let before = generated(&project);
    File::open(project.path(SPEC)).unwrap().set_modified(SystemTime::now()).unwrap();
    let built = project.build();
    assert!(built.success && built.compiled(), "{}", built.text);
    assert_eq!(generated(&project), before);
}

#[test]
fn a_file_that_is_edited_by_hand_is_written_again() {
    let project = project();
    succeeded(&project.build());
    let before = project.read("generated/api.rs");
    project.write("generated/api.rs", before.replace("read_items", "peek").as_bytes());
    succeeded(&project.build());
    assert_eq!(project.read("generated/api.rs"), before);
}

#[test]
fn a_file_that_is_gone_is_written_again() {
    let project = project();
    succeeded(&project.build());
    let before = project.read("generated/docs.html");
    fs::remove_file(project.path("generated/docs.html")).unwrap();
    succeeded(&project.build());
    assert_eq!(project.read("generated/docs.html"), before);
}

#[test]
fn under_ci_a_file_that_is_edited_by_hand_fails_the_build() {
    let project = project();
    succeeded(&project.build_in_ci());
    let edited = project.read("generated/api.rs") + "// by hand\n";
    project.write("generated/api.rs", edited.as_bytes());
    let said = [
        "error: generated is not what spec/spec.yaml says",
        "generated/api.rs: out of date, or edited by hand",
        "help: run `cargo build` where CI is not set, and commit generated",
    ];
    failed_with(&project.build_in_ci(), &said);
    assert_eq!(project.read("generated/api.rs"), edited);
}

#[test]
fn under_ci_a_document_that_is_not_generated_yet_fails_the_build() {
    let project = project();
    project.replace(SPEC, "  /items/:\n", "  /things/:\n");
    let before = generated(&project);
    failed_with(
        &project.build_in_ci(),
        &["generated/server.rs: out of date", "generated/document.rs: out of date"],
    );
    assert_eq!(generated(&project), before);
}

#[test]
fn a_file_that_was_not_generated_is_never_overwritten() {
    let project = project();
    project.write("generated/api.rs", b"// My own work.\n");
    failed_with(&project.build(), &["generated/api.rs does not carry the marker", "move it away"]);
    assert_eq!(project.read("generated/api.rs"), "// My own work.\n");
}

#[test]
fn the_reference_server_has_at_most_70_crates() {
    let mut tree = cargo();
    tree.args(["tree", "--edges", "normal", "--prefix", "none", "--package", "first-steps"]);
    let listed = lines(tree.current_dir(root()));
    let crates: BTreeSet<_> = listed.iter().collect();
    say(&format!("the reference server has {} crates", crates.len()));
    assert!((10..=70).contains(&crates.len()), "{crates:#?}");
}

fn lines(command: &mut Command) -> Vec<String> {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}
