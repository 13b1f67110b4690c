//! What the commands print: what was asked for on standard output, everything about it on standard error.

use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;
use std::process::ExitCode;

use specwright::diagnostic::{Report, Style};
use specwright::output::{Stale, Why};

use super::Format;

/// A report, if there is anything in it.
pub(super) fn report(report: &Report, format: Format) {
    match format {
        Format::Json => out(&report.json()),
        Format::Human if report.is_empty() => {}
        Format::Human => err(&report.render(style())),
    }
}

/// What a long command is at, for somebody who waits at a terminal.
pub(super) fn progress(what: &str) {
    if io::stderr().is_terminal() {
        err(&format!("{what} …"));
    }
}

/// What was written.
pub(super) fn written(folder: &Path, all: usize, changed: &[Stale]) {
    for stale in changed {
        let done = match stale.why {
            Why::Missing => "added",
            Why::Different | Why::Foreign => "changed",
            Why::LeftOver => "removed",
        };
        err(&format!("{done} {}", stale.path.display()));
    }
    if changed.is_empty() {
        err(&format!("{} is up to date: {all} files", folder.display()));
    }
}

/// The names of stale files, one a line, for people and scripts alike.
pub(super) fn stale(stale: &[Stale]) {
    for one in stale {
        out(&format!("{}: {}", one.path.display(), one.why));
    }
}

/// What the file system said.
pub(super) fn failed(error: &io::Error) -> ExitCode {
    err(&format!("error: {error}"));
    ExitCode::from(2)
}

/// Colour is for terminals, unless the environment says otherwise (no-color.org).
fn style() -> Style {
    let asked_not_to = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    if io::stderr().is_terminal() && !asked_not_to { Style::Color } else { Style::Plain }
}

/// A reader that has gone away needs no answer, so that it is no error to write to it.
fn out(text: &str) {
    let _ = writeln!(io::stdout(), "{}", text.trim_end());
}

fn err(text: &str) {
    let _ = writeln!(io::stderr(), "{}", text.trim_end());
}
