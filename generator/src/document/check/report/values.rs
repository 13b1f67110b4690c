//! Values of the wrong type, and values that are not allowed.

use serde_json::Value;

use super::super::Walker;
use super::super::quote::{either, quoted};
use super::super::trail::Trail;
use super::{kind, stray};
use crate::diagnostic::{Code, nearest};
use crate::document::table::{Choice, Shape, TYPES};

impl Walker {
    pub(crate) fn wrong_type(&mut self, shape: &Shape, value: &Value, at: &Trail<'_>) {
        let message = format!("{at} must be {}, not {}", shape.expected(), kind(value));
        let help = schema_of_type(shape, value)
            .or_else(|| instead(at))
            .or_else(|| mend(shape, value).map(str::to_owned));
        // Nothing after the colon is a null too, but one that is best seen at its key.
        let place = match value {
            Value::Null if shape.is_container() && at.is_fixed() => at.at_key(),
            _ => at.at_value(),
        };
        self.report(Code::WrongType, place, message, help);
    }

    pub(crate) fn wrong_value(&mut self, at: &Trail<'_>, what: &str, help: Option<String>) {
        self.report(Code::WrongValue, at.at_value(), format!("{at} {what}"), help);
    }

    pub(crate) fn wrong_key(&mut self, at: &Trail<'_>, what: &str, help: &str) {
        self.report(Code::WrongValue, at.at_key(), format!("{at} {what}"), Some(help.to_owned()));
    }

    pub(crate) fn unknown_value(&mut self, choices: &[Choice], text: &str, at: &Trail<'_>) {
        let known: Vec<&str> = choices
            .iter()
            .filter(|choice| choice.versions.contain(self.version))
            .map(|choice| choice.value)
            .collect();
        let help = at
            .row()
            .and_then(|row| stray(row.strays, text))
            .or_else(|| nearest(text, known.iter().copied()).map(|near| format!("did you mean `{near}`?")));
        let message = format!("{at} must be {}, not {}", either(&known), quoted(text));
        self.report(Code::WrongValue, at.at_value(), message, help);
    }

    pub(crate) fn no_warning(&mut self, text: &str, at: &Trail<'_>) {
        let warnings = || Code::ALL.iter().filter(|code| code.can_be_acknowledged()).map(|code| code.name());
        let (message, help) = match Code::of(text) {
            Some(Code::StaleAcknowledgement) => {
                ("cannot be acknowledged", "take out what is stale".to_owned())
            }
            Some(_) => ("is an error, which cannot be acknowledged", "mend what it says".to_owned()),
            None => {
                let near = nearest(text, warnings()).map(|near| format!("did you mean `{near}`?"));
                let all = || format!("write {}", either(&warnings().collect::<Vec<_>>()));
                ("is no code of a warning", near.unwrap_or_else(all))
            }
        };
        self.report(Code::Acknowledgement, at.at_value(), format!("{} {message}", quoted(text)), Some(help));
    }

    pub(crate) fn value_of_other_version(&mut self, choice: &Choice, at: &Trail<'_>) {
        let message = format!("{at} is `{}`, which {}", choice.value, choice.versions.existence());
        let help = at.row().and_then(|row| stray(row.strays, choice.value));
        self.report(Code::WrongValue, at.at_value(), message, help);
    }
}

/// What the table says of the key.
fn instead(at: &Trail<'_>) -> Option<String> {
    at.row()?.instead.map(str::to_owned)
}

/// The schema that was meant by the name of a type.
fn schema_of_type(shape: &Shape, value: &Value) -> Option<String> {
    let word = value.as_str().filter(|word| TYPES.iter().any(|choice| choice.value == *word))?;
    matches!(shape, Shape::Schema).then(|| format!("write `type: {word}` in a map of its own"))
}

/// How a value of the wrong type is usually mended.
fn mend(shape: &Shape, value: &Value) -> Option<&'static str> {
    match (shape, value) {
        (Shape::String | Shape::Name, Value::Number(_) | Value::Bool(_)) => Some("put it in quotes"),
        (_, Value::Null) => Some("give it a value, or leave it out"),
        _ => None,
    }
}
