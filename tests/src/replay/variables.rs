//! What a recording leaves open: `${name}`.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

/// Texts by their names.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(transparent)]
pub struct Variables(BTreeMap<String, String>);

impl Variables {
    /// Sets one.
    pub fn set(&mut self, name: &str, value: &str) {
        self.0.insert(name.to_owned(), value.to_owned());
    }

    /// The same value, with the variables filled in wherever it has text. One that is not set stays as it is written.
    pub(super) fn fill(&self, value: &Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.text(text)),
            Value::Array(items) => items.iter().map(|item| self.fill(item)).collect(),
            Value::Object(members) => {
                members.iter().map(|(name, member)| (name.clone(), self.fill(member))).collect()
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => value.clone(),
        }
    }

    fn text(&self, text: &str) -> String {
        let fill =
            |text: String, (name, value): (&String, &String)| text.replace(&format!("${{{name}}}"), value);
        self.0.iter().fold(text.to_owned(), fill)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn variables_are_filled_in_wherever_there_is_text() {
        let mut variables = Variables::default();
        variables.set("token", "abc");
        let filled = variables
            .fill(&json!({"path": "/?a=${token}&b=${token}", "list": [["${token}"], 1, "${other}"]}));
        assert_eq!(filled, json!({"path": "/?a=abc&b=abc", "list": [["abc"], 1, "${other}"]}));
    }
}
