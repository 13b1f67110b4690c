//! A server that is a process of its own, as its users have it.

use std::net::SocketAddr;
use std::process::Command;

use crate::child::{Ended, Running};

/// A server of a test's own, on this machine's loopback. It ends with the test.
pub struct Serving {
    process: Running,
    /// Where it listens.
    pub address: SocketAddr,
    /// What it said when it began to serve.
    pub greeting: String,
}

impl Serving {
    /// Starts a server and waits until it serves.
    ///
    /// # Panics
    ///
    /// When it does not say where it serves.
    pub fn start(command: &mut Command) -> Self {
        let process = Running::start(command).expect("the server");
        let greeting = process.line().unwrap_or_default();
        let address = greeting.split("http://").nth(1).and_then(|rest| rest.split(',').next());
        let address = address.and_then(|address| address.parse().ok());
        let address = address.unwrap_or_else(|| panic!("no address in {greeting:?}: {}", process.errors()));
        Self { process, address, greeting }
    }

    /// The next line that it says; `None` where there will be no other.
    pub fn line(&self) -> Option<String> {
        self.process.line()
    }

    /// Ends it with a signal, as `TERM`.
    pub fn end(self, signal: &str) -> Ended {
        self.process.signal(signal);
        self.process.wait()
    }
}
