#![allow(clippy::unwrap_used, clippy::panic)]

mod keys;
mod places;
mod rules;
mod schemas;
mod states;
mod values;
mod version;

use serde_json::Value;

use crate::diagnostic::{Diagnostic, Place};
use crate::document::{Checked, Version, Webhooks, check};

fn tree(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap()
}

fn checked(text: &str) -> Checked {
    let tree = tree(text);
    check(&tree, Version::of(&tree).unwrap(), Webhooks::Documentation)
}

/// A document of `version` with `rest` as what follows the info.
fn document(version: &str, rest: &str) -> String {
    format!("openapi: {version}\ninfo: {{title: T, version: '1'}}\n{rest}\n")
}

/// A problem as `code place pointer`.
fn outline(diagnostic: &Diagnostic) -> String {
    let (place, pointer) = match &diagnostic.place {
        Place::Value(pointer) => ("value", pointer.as_str()),
        Place::Key(pointer) => ("key", pointer.as_str()),
        other => panic!("{other:?}"),
    };
    format!("{} {place} {pointer}", diagnostic.code.name())
}

fn outlines(text: &str) -> Vec<String> {
    checked(text).diagnostics.iter().map(outline).collect()
}

/// The problems of a document without paths, whose `components` are given.
fn in_components(version: &str, components: &str) -> Vec<String> {
    outlines(&document(version, &format!("paths: {{}}\ncomponents: {components}")))
}

/// The problems of a schema at `/components/schemas/A`, with pointers from there.
fn in_schema(version: &str, schema: &str) -> Vec<String> {
    shortened(in_components(version, &format!("{{schemas: {{A: {schema}}}}}")), "/components/schemas/A")
}

/// The problems of a parameter at `/components/parameters/A`, with pointers from there.
fn in_parameter(version: &str, parameter: &str) -> Vec<String> {
    shortened(
        in_components(version, &format!("{{parameters: {{A: {parameter}}}}}")),
        "/components/parameters/A",
    )
}

/// The problems of a response at `/components/responses/A`, with pointers from there.
fn in_response(version: &str, response: &str) -> Vec<String> {
    shortened(in_components(version, &format!("{{responses: {{A: {response}}}}}")), "/components/responses/A")
}

/// The problems of a security scheme at `/components/securitySchemes/A`, with pointers from there.
fn in_scheme(version: &str, scheme: &str) -> Vec<String> {
    shortened(
        in_components(version, &format!("{{securitySchemes: {{A: {scheme}}}}}")),
        "/components/securitySchemes/A",
    )
}

/// The problems of an operation at `GET /a`, with pointers from there.
fn in_operation(version: &str, operation: &str) -> Vec<String> {
    shortened(outlines(&document(version, &format!("paths: {{/a: {{get: {operation}}}}}"))), "/paths/~1a/get")
}

fn shortened(outlines: Vec<String>, start: &str) -> Vec<String> {
    outlines.into_iter().map(|outline| outline.replacen(start, "", 1)).collect()
}

/// Message and help of the one problem there is.
fn words(text: &str) -> (String, Option<String>) {
    let checked = checked(text);
    let [only] = checked.diagnostics.as_slice() else { panic!("{:?}", checked.diagnostics) };
    (only.message.clone(), only.help.clone())
}

const NOTHING: [&str; 0] = [];
