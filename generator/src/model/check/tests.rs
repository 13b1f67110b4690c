//! What schemas become, and what is refused of them.

#![allow(clippy::unwrap_used)]

use super::{Checks, Direction, Keyword, Schema};
use crate::diagnostic::{Diagnostic, Place};
use crate::document::document;
use crate::model::name::Name;
use crate::model::reader::Reader;
use crate::source::{Pointer, Source};

/// The static data of all schemas in `components`, which are the rest of a document of this version, for requests.
///
/// They are compiled even where another stage refuses the document, so that the tests hold for what is not supported yet.
pub(crate) fn checks(version: &str, schemas: &str) -> (Checks, Vec<Diagnostic>) {
    directed(version, schemas, &[Direction::Request])
}

fn directed(version: &str, schemas: &str, directions: &[Direction]) -> (Checks, Vec<Diagnostic>) {
    let schemas = schemas.lines().map(|line| format!("    {line}\n")).collect::<String>();
    let text = format!(
        "openapi: {version}\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n{schemas}"
    );
    let source = Source::parse("spec.yaml", text.into_bytes()).unwrap();
    let document = document(&source).document.unwrap();
    let mut reader = Reader::new(&document);
    let components = Pointer::root().member("components").member("schemas");
    for name in components.of(source.tree()).unwrap().as_object().unwrap().keys() {
        for direction in directions {
            reader.check(components.member(name), *direction, &Name::camel(name).unwrap());
        }
    }
    reader.finish_checks();
    (reader.checks, reader.diagnostics)
}

/// The keywords of the first schema, for requests.
fn keywords(version: &str, schemas: &str) -> Vec<Keyword> {
    let (mut checks, diagnostics) = checks(version, schemas);
    assert_eq!(diagnostics, []);
    match checks.schemas.swap_remove(0).schema {
        Schema::Keywords(keywords) => keywords,
        Schema::Boolean(value) => panic!("{value}"),
    }
}

/// What is wrong with schemas of 3.1, each as `pointer: message; help`.
fn wrong(schemas: &str) -> Vec<String> {
    let (_, diagnostics) = checks("3.1.0", schemas);
    let line = |one: &Diagnostic| {
        let (Place::Value(at) | Place::Key(at)) = &one.place else { panic!("{one:?}") };
        let at = at.as_str().replace("/components/schemas", "");
        format!("{at}: {}; {}", one.message, one.help.as_deref().unwrap_or_default())
    };
    diagnostics.iter().map(line).collect()
}
