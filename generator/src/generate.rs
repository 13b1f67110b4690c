//! All four stages, one after the other.

use std::collections::HashSet;
use std::path::{Component, Path, PathBuf};

use crate::code::{self, File, Origin};
use crate::diagnostic::{Diagnostic, Level, Place, Report, settle};
use crate::document::{self, Reading};
use crate::model::{self, Api};
use crate::settings::Settings;
use crate::source::{Format, Source};

/// The files of a server, and what its document is warned of.
#[derive(Debug)]
pub struct Generated {
    /// The files.
    pub files: Vec<File>,
    /// The warnings.
    pub report: Report,
}

/// Reads everything that is wrong with the document at `path`, and nothing else.
///
/// # Errors
///
/// The report, where it holds an error.
pub fn lint(path: &Path) -> Result<Report, Report> {
    let settings = Settings::for_document(path)?;
    let source = Source::read(path)?;
    let (_, report) = understand(source, &settings)?;
    Ok(report)
}

/// The files of the server that the document at `path` describes, to be put into the folder `out`.
///
/// # Errors
///
/// The report, where it holds an error. Then there are no files at all.
pub fn generate(path: &Path, out: &Path) -> Result<Generated, Report> {
    let settings = Settings::for_document(path)?;
    let source = Source::read(path)?;
    let (shown, from_output) = paths(path, out);
    let origin = Origin {
        shown,
        from_output,
        is_json: source.format() == Format::Json,
        json: serde_json::to_string_pretty(source.tree()).unwrap_or_default(),
        routes: settings.routes.clone(),
    };
    let (api, report) = understand(source, &settings)?;
    Ok(Generated { files: code::code(&api, &origin), report })
}

fn understand(mut source: Source, settings: &Settings) -> Result<(Api, Report), Report> {
    let mut diagnostics = source.take_diagnostics();
    let Reading { document, acknowledgements, diagnostics: found } =
        document::document_with(&source, settings.webhooks);
    add(&mut diagnostics, found);
    let api = document.map(|document| {
        let (mut api, found) = model::model(&document, &settings.formats);
        add(&mut diagnostics, found);
        if settings.both_directions {
            api.types.go_both_ways();
        }
        diagnostics.extend(crate::routes::hidden(&api, &settings.routes));
        api
    });
    settle(&source, &mut diagnostics, &acknowledgements);
    let good = !diagnostics.iter().any(is_error);
    let report = Report::new(&source, diagnostics);
    match api.filter(|_| good) {
        Some(api) => Ok((api, report)),
        None => Err(report),
    }
}

/// Adds what a stage has `found`, but for what is wrong where an earlier stage has said so: it is the same problem in other words.
fn add(diagnostics: &mut Vec<Diagnostic>, found: Vec<Diagnostic>) {
    let wrong: HashSet<Place> =
        diagnostics.iter().filter(|one| is_error(one)).map(|one| one.place.clone()).collect();
    diagnostics.extend(found.into_iter().filter(|one| !wrong.contains(&one.place)));
}

fn is_error(diagnostic: &Diagnostic) -> bool {
    diagnostic.code.level() > Level::Warn
}

/// The path of the document as it is shown, and as it is written in a file of the folder `out`; both with forward slashes.
///
/// It is shown from the folder on that holds both, so that the output is the same from wherever it is written.
fn paths(document: &Path, out: &Path) -> (String, String) {
    let (document, out) = (absolute(document), absolute(out));
    let (document, out): (Vec<_>, Vec<_>) = (document.components().collect(), out.components().collect());
    let shared = document.iter().zip(&out).take_while(|(one, other)| one == other).count();
    let down: Vec<_> = document.iter().skip(shared).map(|part| part.as_os_str().to_string_lossy()).collect();
    let shown = down.join("/");
    let up = "../".repeat(out.len() - shared);
    let from_output = format!("{up}{shown}");
    (shown, from_output)
}

/// `path` from the root on, with `.` and `..` taken out and links left as they are, so that the output does not depend on them.
fn absolute(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut plain = PathBuf::new();
    for component in path.components() {
        match component {
            Component::ParentDir => {
                plain.pop();
            }
            Component::CurDir => {}
            other => plain.push(other),
        }
    }
    plain
}

#[cfg(test)]
mod acknowledged;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_to_the_document_is_relative() {
        for (document, out, shown, way) in [
            ("spec/spec.yaml", "generated", "spec/spec.yaml", "../spec/spec.yaml"),
            ("./spec.yaml", "./src/api", "spec.yaml", "../../spec.yaml"),
            ("/a/b/spec.yaml", "/a/b", "spec.yaml", "spec.yaml"),
            ("/a/x/../b/spec.yaml", "/a/c", "b/spec.yaml", "../b/spec.yaml"),
        ] {
            let wanted = (shown.to_owned(), way.to_owned());
            assert_eq!(paths(Path::new(document), Path::new(out)), wanted);
        }
    }
}
