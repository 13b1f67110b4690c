//! A report for machines: JSON, and one line for each finding.

use serde_json::{Value, json};

use super::escape::{is_hidden, printable};
use super::report::{Finding, Report};
use super::{Level, Place};
use crate::source::Pointer;

impl Report {
    /// The report as one JSON document: a list of objects with `code`, `level` (`error` or `warning`), `message`,
    /// `file`, `line`, `column`, `end_line`, `end_column` (from 1, the latter behind the last character), `help` and
    /// `pointer`. What a finding does not have is `null`.
    pub fn json(&self) -> String {
        let findings = self.findings().iter().map(|finding| self.object(finding));
        let json = format!("{:#}\n", Value::Array(findings.collect()));
        json.chars().fold(String::with_capacity(json.len()), |mut json, character| {
            match character {
                _ if character == '\n' || !is_hidden(character) => json.push(character),
                _ => json.extend(escaped(character)),
            }
            json
        })
    }

    fn object(&self, finding: &Finding) -> Value {
        let diagnostic = &finding.diagnostic;
        let start = finding.found.as_ref().map(|found| found.start);
        let end = finding.found.as_ref().map(|found| found.end);
        let pointer = match &diagnostic.place {
            Place::Value(pointer) | Place::Key(pointer) | Place::Again(pointer) => Some(pointer),
            Place::Offset(_) | Place::Document => None,
        };
        json!({
            "code": diagnostic.code.name(),
            "level": finding.severity(),
            "message": diagnostic.message,
            "file": self.text().name(),
            "line": start.map(|start| start.line),
            "column": start.map(|start| start.column),
            "end_line": end.map(|end| end.line),
            "end_column": end.map(|end| end.column),
            "help": diagnostic.help,
            "pointer": pointer.map(Pointer::as_str),
        })
    }

    /// Each finding in one line, such as
    /// ``spec/spec.yaml:7:7: error[unknown-key]: unknown key `securtiy`; help: did you mean `security`?``.
    pub fn lines(&self) -> impl Iterator<Item = String> {
        self.findings().iter().map(|finding| self.line(finding))
    }

    fn line(&self, finding: &Finding) -> String {
        let diagnostic = &finding.diagnostic;
        let place = finding.found.as_ref();
        let place = place.map(|found| format!(":{}:{}", found.start.line, found.start.column));
        format!(
            "{}{}: {}[{}]: {}{}",
            printable(self.text().name()),
            place.unwrap_or_default(),
            finding.severity(),
            diagnostic.code.name(),
            diagnostic.message,
            diagnostic.help.as_ref().map(|help| format!("; help: {help}")).unwrap_or_default(),
        )
    }
}

impl Finding {
    fn severity(&self) -> &'static str {
        match self.level() {
            Level::Warn => "warning",
            Level::Deny | Level::Forbid => "error",
        }
    }
}

/// A character of a JSON string, escaped (RFC 8259, 7).
fn escaped(character: char) -> impl Iterator<Item = char> {
    let units: Vec<u16> = character.encode_utf16(&mut [0; 2]).to_vec();
    units.into_iter().flat_map(|unit| format!("\\u{unit:04x}").into_bytes()).map(char::from)
}
