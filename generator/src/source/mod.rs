//! The first stage: from a path to a tree, and from a place in the tree back to the text.
//!
//! Knows YAML, JSON and the file system; knows nothing of OpenAPI.

mod events;
mod json;
mod key;
mod locate;
mod mapping;
mod path;
mod pointer;
mod survey;
mod text;
mod tree;
mod yaml;

use std::fs;
use std::path::{MAIN_SEPARATOR_STR, Path};

use serde_json::Value;

pub use pointer::Pointer;
pub(crate) use text::Lines;
pub use text::{Position, Span, Text};

use crate::diagnostic::{Code, Diagnostic, Place, Report};

/// A file that was read: its text, and the tree that the text means.
///
/// The keys of the tree are the texts that were written, in their order: `200`, `true` and `null` are names. Merge
/// keys are applied and aliases followed. Where a key is written twice the tree has the first.
#[derive(Debug, Clone)]
pub struct Source {
    text: Text,
    format: Format,
    tree: Value,
    diagnostics: Vec<Diagnostic>,
}

/// In what a document is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// YAML 1.2.2, with the merge keys of 1.1.
    Yaml,
    /// JSON (RFC 8259).
    Json,
}

impl Format {
    /// A file named `.json` is JSON, every other one YAML.
    fn of(name: &str) -> Self {
        match name.rsplit_once('.') {
            Some((_, extension)) if extension.eq_ignore_ascii_case("json") => Self::Json,
            _ => Self::Yaml,
        }
    }
}

impl Source {
    /// Reads the file at `path`.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or it is as [`Source::parse`] refuses it.
    pub fn read(path: &Path) -> Result<Self, Report> {
        let name = path.to_string_lossy().replace(MAIN_SEPARATOR_STR, "/");
        match fs::read(path) {
            Ok(bytes) => Self::parse(&name, bytes),
            Err(error) => {
                let message = format!("the file cannot be read: {error}");
                let diagnostic = Diagnostic::new(Code::FileUnreadable, Place::Document, message);
                Err(Report::of_text(&Text::new(name, ""), vec![diagnostic]))
            }
        }
    }

    /// Reads a file's `bytes`, as JSON if its `name` ends with `.json`, else as YAML.
    ///
    /// # Errors
    ///
    /// There is no tree: the bytes are not UTF-8, not YAML or not JSON, several documents, nested too deeply or too
    /// large. What is wrong with a tree that could be built is in [`Source::diagnostics`].
    pub fn parse(name: &str, bytes: Vec<u8>) -> Result<Self, Report> {
        let text = decode(name, bytes)?;
        let format = Format::of(name);
        let read = match format {
            Format::Yaml => yaml::read(&text),
            Format::Json => json::read(&text),
        };
        match read {
            Ok((tree, diagnostics)) => Ok(Self { text, format, tree, diagnostics }),
            Err(diagnostics) => Err(Report::of_text(&text, diagnostics)),
        }
    }

    /// The path as the user gave it, with forward slashes.
    pub fn name(&self) -> &str {
        self.text.name()
    }

    /// The text of the file.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// The bytes of the file as they are on disk.
    pub fn bytes(&self) -> &[u8] {
        self.text.content().as_bytes()
    }

    /// In what the file is written.
    pub fn format(&self) -> Format {
        self.format
    }

    /// What the text means.
    pub fn tree(&self) -> &Value {
        &self.tree
    }

    /// What was wrong on the way to the tree: keys written twice, tags, merge keys of no mapping, numbers that are none.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Takes [`Source::diagnostics`] out, to report them together with those of later stages.
    pub fn take_diagnostics(&mut self) -> Vec<Diagnostic> {
        std::mem::take(&mut self.diagnostics)
    }

    /// Where in the text the `places` are, in one pass for all of them; `None` for the document as a whole.
    ///
    /// A value that an alias stands for is where its anchor is, one that a merge key brings in is where it is written.
    /// Of a collection, and of anything that spans lines, a reader wants the beginning: the span of a collection ends
    /// with its first line. What is not there is where the nearest thing around it is.
    pub fn locate(&self, places: &[&Place]) -> Vec<Option<Span>> {
        locate::locate(&self.text, self.format, places)
    }
}

fn decode(name: &str, bytes: Vec<u8>) -> Result<Text, Report> {
    String::from_utf8(bytes).map(|content| Text::new(name, content)).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let byte = error.as_bytes().get(offset).copied().unwrap_or_default();
        let message = format!("the byte 0x{byte:02X} is not UTF-8 here");
        let diagnostic = Diagnostic::new(Code::NotUtf8, Place::Offset(offset), message)
            .help("save the file in the encoding UTF-8");
        let text = Text::new(name, String::from_utf8_lossy(error.as_bytes()));
        Report::of_text(&text, vec![diagnostic])
    })
}
