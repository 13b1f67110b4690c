//! A process that a test starts, and that never outlives it.

use std::io::{self, BufRead, BufReader, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

/// How long a process may take to say something, or to end, before a test gives up on it.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running process. It is killed when it is dropped.
pub struct Running {
    child: Child,
    output: Receiver<String>,
    errors: Receiver<String>,
}

/// What a process has left behind.
#[derive(Debug)]
pub struct Ended {
    /// How it ended.
    pub status: ExitStatus,
    /// What it wrote to its standard output, without the lines that were [read](Running::line) before.
    pub output: String,
    /// What it wrote to its standard error.
    pub errors: String,
}

impl Running {
    /// Starts a process, with nothing to read.
    ///
    /// # Errors
    ///
    /// When it cannot be started.
    pub fn start(command: &mut Command) -> io::Result<Self> {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        let output = child.stdout.take().map(follow).expect("a pipe");
        let errors = child.stderr.take().map(follow).expect("a pipe");
        Ok(Self { child, output, errors })
    }

    /// The next line of the standard output; `None` where there will be no other.
    pub fn line(&self) -> Option<String> {
        self.output.recv_timeout(PATIENCE).ok()
    }

    /// What it has written to its standard error since this was last called.
    pub fn errors(&self) -> String {
        self.errors.try_iter().collect()
    }

    /// Sends a signal, as `TERM`.
    pub fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-s", name, &id]).status();
        assert!(sent.is_ok_and(|status| status.success()), "SIG{name} cannot be sent");
    }

    /// Waits for the process to end.
    ///
    /// # Panics
    ///
    /// When it does not.
    pub fn wait(mut self) -> Ended {
        let given_up = Instant::now() + PATIENCE;
        let status = loop {
            if let Some(status) = self.child.try_wait().expect("a child") {
                break status;
            }
            assert!(Instant::now() < given_up, "the process does not end");
            thread::sleep(Duration::from_millis(5));
        };
        Ended { status, output: self.output.iter().collect(), errors: self.errors.iter().collect() }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // A process that has ended can be neither killed nor missed.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Reads a pipe to its end, so that the process never waits for a reader. A line keeps its end.
fn follow<R: Read + Send + 'static>(pipe: R) -> Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut pipe = BufReader::new(pipe);
        let mut line = Vec::new();
        while pipe.read_until(b'\n', &mut line).is_ok_and(|length| length > 0) {
            let text = String::from_utf8_lossy(&line).into_owned();
            if sender.send(text).is_err() {
                break;
            }
            line.clear();
        }
    });
    receiver
}
