//! The reference server, as its users have it: a process of its own.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use serde_json::Value;

use crate::child::{Ended, Running};
use crate::serving::Serving;

/// The root of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the package is in the project")
}

/// The cargo that runs the tests.
pub fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// The binary, built once for each process of tests.
static BINARY: LazyLock<PathBuf> = LazyLock::new(|| {
    let arguments = ["build", "--package", "first-steps", "--message-format", "json"];
    let built = cargo().args(arguments).current_dir(root()).stderr(Stdio::inherit()).output().expect("cargo");
    assert!(built.status.success(), "the reference server is not built");
    let messages = built.stdout.split(|byte| *byte == b'\n');
    let messages = messages.filter_map(|line| serde_json::from_slice::<Value>(line).ok());
    let binary = messages.filter_map(|message| message["executable"].as_str().map(PathBuf::from)).next();
    binary.expect("a binary")
});

/// Runs the reference server with arguments that make it end.
pub fn run(arguments: &[&str]) -> Ended {
    Running::start(command().args(arguments)).expect("the reference server").wait()
}

fn command() -> Command {
    let mut command = Command::new(&*BINARY);
    // What is logged by default is what is tested.
    command.env_remove("RUST_LOG");
    command
}

/// Starts a reference server on a free port, and waits until it serves.
///
/// # Panics
///
/// When it does not say where it serves.
pub fn start() -> Serving {
    start_with(&[])
}

/// Starts a reference server with arguments more, and waits until it serves.
///
/// # Panics
///
/// When it does not say where it serves.
pub fn start_with(arguments: &[&str]) -> Serving {
    Serving::start(command().args(["--port", "0"]).args(arguments))
}
