//! The reference server, as its users have it: a process of its own.

use std::env;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use serde_json::Value;

use crate::child::{Ended, Running};

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

/// A reference server of a test's own, on a free port of this machine's loopback. It ends with the test.
pub struct Reference {
    process: Running,
    /// Where it listens.
    pub address: SocketAddr,
    /// What it said when it began to serve.
    pub greeting: String,
}

impl Reference {
    /// Starts one and waits until it serves.
    ///
    /// # Panics
    ///
    /// When it does not say where it serves.
    pub fn start() -> Self {
        Self::start_with(&[])
    }

    /// Starts one with arguments more, and waits until it serves.
    ///
    /// # Panics
    ///
    /// When it does not say where it serves.
    pub fn start_with(arguments: &[&str]) -> Self {
        Self::of(command().args(["--port", "0"]).args(arguments))
    }

    /// Starts one by a command of its own, and waits until it serves.
    ///
    /// # Panics
    ///
    /// When it does not say where it serves.
    pub fn of(command: &mut Command) -> Self {
        let process = Running::start(command).expect("the reference server");
        let greeting = process.line().unwrap_or_default();
        let address = greeting.split("http://").nth(1).and_then(|rest| rest.split(',').next());
        let address = address.and_then(|address| address.parse().ok());
        let address = address.unwrap_or_else(|| panic!("no address in {greeting:?}"));
        Self { process, address, greeting }
    }

    /// Ends it with a signal, as `TERM`.
    pub fn end(self, signal: &str) -> Ended {
        self.process.signal(signal);
        self.process.wait()
    }
}
