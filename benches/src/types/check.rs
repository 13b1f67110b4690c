//! Checks a package with rustc, and says how long that took.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::Outcome;

/// How often a package is checked; the least counts.
const TIMES: usize = 3;

/// In so many parts of a second Linux counts the time of processes (`USER_HZ`).
const TICKS: f64 = 100.0;

/// The user time in seconds of `cargo check` of one package, whose dependencies are checked before.
pub(crate) fn user_time(workspace: &Path, package: &str) -> Outcome<f64> {
    check(workspace, package)?;
    let root = workspace.join(package).join("lib.rs");
    let mut least = f64::INFINITY;
    for _ in 0..TIMES {
        // what was written again is checked again
        fs::write(&root, fs::read(&root)?)?;
        let before = ticks()?;
        check(workspace, package)?;
        least = least.min((ticks()? - before) as f64 / TICKS);
    }
    Ok(least)
}

fn check(workspace: &Path, package: &str) -> Outcome<()> {
    let status = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["check", "--quiet", "--offline", "--package", package])
        .current_dir(workspace)
        .env("CARGO_TARGET_DIR", workspace.join("target"))
        .env("CARGO_INCREMENTAL", "0")
        .status()?;
    if status.success() { Ok(()) } else { Err(format!("{package} cannot be checked: {status}").into()) }
}

/// The user time of all processes that were started here and waited for (`cutime` of proc(5)).
fn ticks() -> Outcome<u64> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    // the name of the program, in parentheses, is the second field and may have spaces; `cutime` is the 16th
    let fields = stat.rsplit_once(')').and_then(|(_, fields)| fields.split_whitespace().nth(13));
    Ok(fields.ok_or("/proc/self/stat is not what it should be")?.parse()?)
}
