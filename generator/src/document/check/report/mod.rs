//! The words in which problems are reported.

mod keys;
mod states;
mod values;

use serde_json::Value;

use super::Walker;
use crate::diagnostic::{Code, Diagnostic, Place};

/// What a value is, in a message.
pub(super) fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "a map",
    }
}

impl Walker {
    fn report(&mut self, code: Code, place: Place, message: String, help: Option<String>) {
        let mut diagnostic = Diagnostic::new(code, place, message);
        diagnostic.help = help;
        self.checked.diagnostics.push(diagnostic);
    }
}

/// What to write instead of a word that is known to be wrong.
fn stray(strays: &[(&str, &str)], word: &str) -> Option<String> {
    strays.iter().find(|(stray, _)| *stray == word).map(|(_, instead)| (*instead).to_owned())
}
