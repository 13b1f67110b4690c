//! What a `build.rs` calls.

use std::path::Path;
use std::process;

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
    watch(document, out);
    match generate(document, out) {
        Ok(generated) => refresh(document, out, &generated),
        Err(report) => fail(&report),
    }
}

/// Tells cargo when to run the build script again.
fn watch(document: &Path, out: &Path) {
    println!("cargo::rerun-if-env-changed=CI");
    println!("cargo::rerun-if-changed={}", document.display());
    println!("cargo::rerun-if-changed={}", out.display());
    if let Some(settings) = Settings::file_for(document) {
        println!("cargo::rerun-if-changed={}", settings.display());
    }
}

fn refresh(document: &Path, out: &Path, generated: &Generated) {
    for line in generated.report.lines() {
        println!("cargo::warning={line}");
    }
    let done = if in_ci() {
        output::stale(out, &generated.files)
    } else {
        output::write(out, &generated.files).map(|_| Vec::new())
    };
    match done {
        Ok(stale) if stale.is_empty() => {}
        Ok(stale) => stop(&outdated(document, out, &stale)),
        Err(error) => stop(&format!("error: {error}")),
    }
}

/// Whether this is a build of continuous integration, where what is committed is what must be built.
fn in_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| !matches!(value.as_str(), "" | "0" | "false"))
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
