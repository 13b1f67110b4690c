//! The commands, and what they print.

mod print;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use specwright::diagnostic::Report;
use specwright::output;

/// Turns an OpenAPI document into a Rust HTTP server.
#[derive(Debug, Parser)]
#[command(version, after_help = EXIT_CODES)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const EXIT_CODES: &str = "Exit codes:
  0  all is well; there may be warnings
  1  the document has errors, or the folder is not up to date
  2  the command line is wrong, or a file cannot be read or written";

#[derive(Debug, Subcommand)]
enum Command {
    /// Write the server that a document describes
    #[command(after_help = EXIT_CODES)]
    Generate {
        #[command(flatten)]
        document: Document,
        #[command(flatten)]
        folder: Folder,
    },
    /// Say which files of a folder are not what the document says, and write nothing
    #[command(after_help = EXIT_CODES)]
    Check {
        #[command(flatten)]
        document: Document,
        #[command(flatten)]
        folder: Folder,
    },
    /// Say what is wrong with a document
    #[command(after_help = EXIT_CODES)]
    Lint {
        #[command(flatten)]
        document: Document,
    },
}

#[derive(Debug, Args)]
struct Document {
    /// The document: OpenAPI 3.0, 3.1 or 3.2, as YAML or JSON
    #[arg(value_name = "SPEC")]
    path: PathBuf,
    /// How problems are printed
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Debug, Args)]
struct Folder {
    /// The folder of the output; files in it that were not generated are left alone
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// How problems are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people, on standard error; coloured on a terminal
    Human,
    /// For machines, on standard output
    Json,
}

impl Arguments {
    /// Does what was asked for.
    pub(crate) fn run(self) -> ExitCode {
        match self.command {
            Command::Generate { document, folder } => generate(&document, &folder.out),
            Command::Check { document, folder } => check(&document, &folder.out),
            Command::Lint { document } => lint(&document),
        }
    }
}

fn generate(document: &Document, out: &Path) -> ExitCode {
    print::progress(&format!("reading {}", document.path.display()));
    let generated = match specwright::generate(&document.path, out) {
        Ok(generated) => generated,
        Err(report) => return refused(&report, document.format),
    };
    print::report(&generated.report, document.format);
    print::progress(&format!("writing {}", out.display()));
    match output::write(out, &generated.files) {
        Ok(changed) => {
            print::written(out, generated.files.len(), &changed);
            ExitCode::SUCCESS
        }
        Err(error) => print::failed(&error),
    }
}

fn check(document: &Document, out: &Path) -> ExitCode {
    let generated = match specwright::generate(&document.path, out) {
        Ok(generated) => generated,
        Err(report) => return refused(&report, document.format),
    };
    print::report(&generated.report, document.format);
    match output::stale(out, &generated.files) {
        Ok(stale) if stale.is_empty() => ExitCode::SUCCESS,
        Ok(stale) => {
            print::stale(&stale);
            ExitCode::from(1)
        }
        Err(error) => print::failed(&error),
    }
}

fn lint(document: &Document) -> ExitCode {
    match specwright::lint(&document.path) {
        Ok(report) => {
            print::report(&report, document.format);
            ExitCode::SUCCESS
        }
        Err(report) => refused(&report, document.format),
    }
}

/// A document with errors is one thing, a file that cannot be read another.
fn refused(report: &Report, format: Format) -> ExitCode {
    print::report(report, format);
    ExitCode::from(if report.is_unreadable() { 2 } else { 1 })
}
