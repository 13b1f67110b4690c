//! A file of recorded cases.

use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use super::case::Case;
use super::variables::Variables;

/// The cases of a file, and the variables they begin with.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recording {
    /// What a case may use before it has captured anything.
    #[serde(rename = "vars")]
    pub variables: Variables,
    /// The cases.
    pub cases: Vec<Case>,
}

impl Recording {
    /// Reads a file.
    ///
    /// # Panics
    ///
    /// When the file is not there, or is no recording.
    pub fn read(path: &Path) -> Self {
        let text = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let value = serde_json::from_slice(&text);
        value.and_then(Self::of).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// A list is one of cases, without variables.
    fn of(value: Value) -> Result<Self, serde_json::Error> {
        match value {
            Value::Array(_) => Ok(Self { variables: Variables::default(), cases: Vec::deserialize(value)? }),
            _ => Self::deserialize(value),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Recording;
    use crate::place::here;

    #[test]
    fn every_recording_can_be_read_to_its_end() {
        let cases = |name: &str| Recording::read(&here().join("golden").join(name)).cases.len();
        assert_eq!(cases("first_steps.json"), 146);
        assert_eq!(cases("token_simple.json"), 11);
        assert_eq!(cases("token_flow.json"), 88);
        assert_eq!(cases("security_all.json"), 178);
        assert_eq!(cases("requests.json"), 387);
    }
}
