//! Reading YAML. Only here is `serde_yaml` named.

use serde_json::Value;

use super::key::KEY_EXPECTED;
use super::survey::{Survey, survey};
use super::text::Text;
use super::tree::{BUDGET_SPENT, Builder, MAX_DEPTH};
use crate::diagnostic::{Code, Diagnostic, Place};

/// The tree of a YAML text, and what is wrong with it; only the latter if there is no tree.
pub(super) fn read(text: &Text) -> Result<(Value, Vec<Diagnostic>), Vec<Diagnostic>> {
    let (body, base) = (text.body(), text.body_offset());
    let Survey { mut problems, is_fatal } = survey(body, base);
    if is_fatal {
        return Err(problems);
    }
    let mut builder = Builder::yaml(body);
    match builder.build(serde_yaml::Deserializer::from_str(body)) {
        Ok(tree) => {
            problems.append(&mut builder.problems);
            Ok((tree, problems))
        }
        Err(error) => {
            problems.push(diagnose(&error, body, base));
            Err(problems)
        }
    }
}

/// What an error of `serde_yaml` means. It has no kinds, so that its words must do.
fn diagnose(error: &serde_yaml::Error, body: &str, base: usize) -> Diagnostic {
    let offset = error.location().map(|location| location.index());
    let place = offset.map_or(Place::Document, |offset| Place::Offset(base + offset));
    let message = error.to_string();
    let says = |words: &str| message.contains(words);
    if says("control characters are not allowed") {
        unprintable(body, base)
    } else if says("recursion limit exceeded") {
        let message = format!("the document is nested more than {MAX_DEPTH} levels deep");
        Diagnostic::new(Code::TooLarge, place, message)
    } else if says("repetition limit exceeded") || says(BUDGET_SPENT) {
        Diagnostic::new(Code::TooLarge, place, BUDGET_SPENT)
    } else if says("more than one document") {
        Diagnostic::new(Code::SeveralDocuments, place, "the file holds more than one document")
    } else if says(KEY_EXPECTED) {
        Diagnostic::new(Code::Syntax, place, "a key is a text, and neither a list nor a mapping")
    } else if let Some((_, misfit)) = message.split_once("invalid value: ") {
        let message = format!("the tag does not fit its value: {}", without_places(misfit));
        Diagnostic::new(Code::Tag, place, message)
    } else {
        let diagnostic = Diagnostic::new(Code::Syntax, place, without_places(&message));
        match offset.and_then(|offset| body.as_bytes().get(offset)) {
            Some(b'\t') => diagnostic.help("indent with spaces: YAML has no tabs there"),
            _ => diagnostic,
        }
    }
}

/// The first character that YAML does not allow (YAML 1.2.2, 5.1). `serde_yaml` does not say where it is.
fn unprintable(body: &str, base: usize) -> Diagnostic {
    let is_allowed = |found: char| match found {
        '\t' | '\n' | '\r' | '\u{85}' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        _ => !found.is_control(),
    };
    match body.char_indices().find(|(_, found)| !is_allowed(*found)) {
        Some((offset, found)) => Diagnostic::new(
            Code::Syntax,
            Place::Offset(base + offset),
            format!("the character U+{:04X} is not allowed in YAML", u32::from(found)),
        ),
        None => Diagnostic::new(Code::Syntax, Place::Document, "a control character is not allowed in YAML"),
    }
}

/// `message` without `at line 1 column 2`, which the report shows better, and what follows it.
fn without_places(message: &str) -> &str {
    message.split(" at line ").next().unwrap_or(message)
}
