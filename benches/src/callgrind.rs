//! Counts the instructions of a run of this program, in user space, with callgrind.
//!
//! What one time of something costs is the difference between a run with N times and one with 2 N, divided by N: whatever
//! is done once, for starting, ending and warming up, is in both.

use std::env;
use std::io::ErrorKind;
use std::process::{Child, Command, Stdio};

use crate::Outcome;

/// N, of what is short.
pub(crate) const TIMES: u64 = 1_000;

const MISSING: &str = "\
Instructions are counted with valgrind, which is not on this machine.
    Debian, Ubuntu   apt-get install valgrind
    Fedora           dnf install valgrind
    Arch             pacman -S valgrind
It knows neither Windows nor Apple's processors; there, run this in a container with Linux.";

/// The instructions of one time, given those of many.
pub(crate) fn of_one(times: u64, of_many: impl Fn(u64) -> Outcome<u64>) -> Outcome<f64> {
    let (once, twice) = (of_many(times)?, of_many(2 * times)?);
    let difference = twice.checked_sub(once).ok_or("twice as much was less work")?;
    Ok(difference as f64 / times as f64)
}

/// The instructions of one time of what these arguments do.
pub(crate) fn repeated(arguments: &[&str], times: u64) -> Outcome<f64> {
    of_one(times, |times| {
        let times = times.to_string();
        instructions(start(&[arguments, &[&times]].concat())?)
    })
}

/// Starts this program under callgrind.
pub(crate) fn start(arguments: &[&str]) -> Outcome<Child> {
    let child = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(env::current_exe()?)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    child.map_err(|error| match error.kind() {
        ErrorKind::NotFound => MISSING.into(),
        _ => error.into(),
    })
}

/// Ends the child's standard input, waits for its end, and reads the total that callgrind prints.
pub(crate) fn instructions(child: Child) -> Outcome<u64> {
    let output = child.wait_with_output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    let total = said.lines().find_map(|line| line.split_once("Collected : "));
    match total {
        Some((_, total)) if output.status.success() => Ok(total.trim().parse()?),
        _ => Err(format!("a run under valgrind failed ({}):\n{said}", output.status).into()),
    }
}
