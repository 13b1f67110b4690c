//! What a `build.rs` calls.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use std::{env, process};

use crate::diagnostic::{Report, Style};
use crate::output::{self, Stale};
use crate::settings::Settings;
use crate::{Generated, generate};

/// Keeps the folder `out` as the document at `document` says; both paths are relative to the package.
///
/// It is called from the `main` of `build.rs`:
///
/// ```no_run
/// specwright::build("spec/spec.yaml", "generated");
/// ```
///
/// A file is written only when its content changes. Warnings about the document become warnings of the build. An error ends the
/// build script with status 1, after the whole report. Where the environment variable `CI` is set, nothing is written: a folder
/// that is not up to date fails the build.
pub fn build(document: impl AsRef<Path>, out: impl AsRef<Path>) {
    let (document, out) = (document.as_ref(), out.as_ref());
    println!("cargo::rerun-if-env-changed=CI");
    let inputs: Vec<_> = [document.to_owned()].into_iter().chain(Settings::file_for(document)).collect();
    watch(&inputs);
    match generate(document, out) {
        Ok(generated) => refresh(document, &inputs, out, &generated),
        Err(report) => fail(&report),
    }
}

/// Tells cargo to run the build script again when one of the files changes.
fn watch(files: &[PathBuf]) {
    for file in files {
        println!("cargo::rerun-if-changed={}", file.display());
    }
}

fn refresh(document: &Path, inputs: &[PathBuf], out: &Path, generated: &Generated) {
    for line in generated.report.lines() {
        println!("cargo::warning={line}");
    }
    let files: Vec<_> = generated.files.iter().map(|file| out.join(&file.name)).collect();
    watch(&files);
    let done = if in_ci() {
        output::stale(out, &generated.files)
    } else {
        let date = date(inputs, &files);
        output::write(out, &generated.files).map(|written| {
            set_date(&written, date);
            Vec::new()
        })
    };
    match done {
        Ok(stale) if stale.is_empty() => {}
        Ok(stale) => stop(&outdated(document, out, &stale)),
        Err(error) => stop(&format!("error: {error}")),
    }
}

/// The date that files have which are written because an input has changed: that of the input.
///
/// With the date of now, cargo would find them changed since the build script began; the next build would run it, and the
/// compiler, for nothing. What is written because of something else, such as an edit by hand, is of now.
fn date(inputs: &[PathBuf], files: &[PathBuf]) -> Option<SystemTime> {
    let modified = |path: &PathBuf| fs::metadata(path).and_then(|data| data.modified()).ok();
    let generator = env::current_exe().ok();
    let input = inputs.iter().chain(&generator).filter_map(modified).max()?;
    files.iter().filter_map(modified).all(|file| file < input).then_some(input)
}

fn set_date(written: &[Stale], date: Option<SystemTime>) {
    let Some(date) = date else { return };
    for stale in written {
        // A file without its date is built once more, and one that was left over is gone.
        let _ = File::options().append(true).open(&stale.path).and_then(|file| file.set_modified(date));
    }
}

/// Whether this is a build of continuous integration, where what is committed is what must be built.
fn in_ci() -> bool {
    env::var("CI").is_ok_and(|value| !matches!(value.as_str(), "" | "0" | "false"))
}

fn outdated(document: &Path, out: &Path, stale: &[Stale]) -> String {
    let files: String =
        stale.iter().map(|stale| format!("  {}: {}\n", stale.path.display(), stale.why)).collect();
    format!(
        "error: {out} is not what {document} says, and CI is set, so nothing was written\n{files}\
         help: run `cargo build` where CI is not set, and commit {out}",
        out = out.display(),
        document = document.display(),
    )
}

fn fail(report: &Report) -> ! {
    stop(&report.render(Style::Plain))
}

/// Ends the build script; cargo shows what it wrote to its standard error.
fn stop(message: &str) -> ! {
    eprintln!("{message}");
    process::exit(1)
}
