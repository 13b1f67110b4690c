//! Reading JSON.

use serde_json::Value;

use super::text::Text;
use super::tree::Builder;
use crate::diagnostic::{Code, Diagnostic, Place};

/// The tree of a JSON text (RFC 8259), and what is wrong with it; only the latter if there is no tree.
pub(super) fn read(text: &Text) -> Result<(Value, Vec<Diagnostic>), Vec<Diagnostic>> {
    let mut builder = Builder::json();
    let mut deserializer = serde_json::Deserializer::from_str(text.body());
    let tree = builder.build(&mut deserializer).and_then(|tree| deserializer.end().map(|()| tree));
    match tree {
        Ok(tree) => Ok((tree, builder.problems)),
        Err(error) => Err(vec![diagnose(&error, text)]),
    }
}

/// What an error of `serde_json` means. It has no kinds, so that its words must do.
fn diagnose(error: &serde_json::Error, text: &Text) -> Diagnostic {
    let place = Place::Offset(text.body_offset() + offset(error, text.body()));
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or(&message);
    match message {
        "recursion limit exceeded" => {
            Diagnostic::new(Code::TooLarge, place, "the document is nested more than 128 levels deep")
        }
        "number out of range" => Diagnostic::new(Code::Number, place, "a number too large for JSON readers"),
        _ => Diagnostic::new(Code::Syntax, place, message),
    }
}

/// `serde_json` counts lines at LF and columns in bytes, both from 1; a column of 0 is the line break before.
fn offset(error: &serde_json::Error, body: &str) -> usize {
    let lines = body.split_inclusive('\n').take(error.line().saturating_sub(1));
    let start: usize = lines.map(str::len).sum();
    (start + error.column().saturating_sub(1)).min(body.len())
}
