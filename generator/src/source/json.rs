//! Reading JSON.

use serde_json::Value;

use super::text::Text;
use super::tree::{Builder, MAX_DEPTH};
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
    let (body, base) = (text.body(), text.body_offset());
    let offset = offset(error, body);
    let at = |offset| Place::Offset(base + offset);
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or(&message);
    match message {
        "recursion limit exceeded" => {
            let message = format!("the document is nested more than {MAX_DEPTH} levels deep");
            Diagnostic::new(Code::TooLarge, at(offset), message)
        }
        "number out of range" => {
            let start = number_start(body, offset);
            Diagnostic::new(Code::Number, at(start), "the number is out of range")
        }
        _ => Diagnostic::new(Code::Syntax, at(offset), message),
    }
}

/// Where the number begins of which the byte `offset` is a part.
fn number_start(body: &str, offset: usize) -> usize {
    let is_part = |part: char| matches!(part, '0'..='9' | '+' | '-' | '.' | 'e' | 'E');
    body.get(..offset).map_or(offset, |before| before.trim_end_matches(is_part).len())
}

/// `serde_json` counts lines at LF and columns in bytes, both from 1; a column of 0 is the line break before.
fn offset(error: &serde_json::Error, body: &str) -> usize {
    let lines = body.split_inclusive('\n').take(error.line().saturating_sub(1));
    let start: usize = lines.map(str::len).sum();
    (start + error.column().saturating_sub(1)).min(body.len())
}
