//! What the rooms of this stage share while a document is read.

use std::collections::BTreeMap;

use super::all_of::Beside;
use super::check::Checks;
use super::example::Sample;
use super::name::{Name, Scope};
use super::resource::Resources;
use super::types::Types;
use crate::diagnostic::{Code, Diagnostic, Level, Place};
use crate::document::{Document, Schema};
use crate::source::Pointer;

/// The document, and what was learnt from it so far.
pub(super) struct Reader<'d> {
    pub(super) document: &'d Document<'d>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// What schemas and anchors references lead to.
    pub(super) resources: Resources,
    pub(super) types: Types,
    pub(super) checks: Checks,
    /// The names of types, traits and enums: one namespace for the whole output.
    pub(super) names: Scope,
    /// What will not be in the output. Each is the consequence of an error that stands where it was found.
    pub(super) lost: Vec<Pointer>,
    /// Examples and defaults, to be held against the types once they are all known.
    pub(super) samples: Vec<Sample>,
    /// The types that the settings put in for formats, by their paths.
    pub(super) formats: &'d BTreeMap<String, String>,
    /// Types beside an `allOf`, to be compared with it once they are all known.
    pub(super) beside: Vec<Beside>,
}

impl<'d> Reader<'d> {
    pub(super) fn new(document: &'d Document<'d>, formats: &'d BTreeMap<String, String>) -> Self {
        // What the output itself declares, whatever the document says.
        let names = Scope::with(&["Authenticate", "Operations", "Path", "Server"]);
        let (resources, diagnostics) = Resources::of(document);
        Self {
            document,
            diagnostics,
            resources,
            types: Types::default(),
            checks: Checks::default(),
            names,
            lost: Vec::new(),
            samples: Vec::new(),
            beside: Vec::new(),
            formats,
        }
    }

    /// Notes a problem.
    pub(super) fn report(&mut self, code: Code, place: Place, message: impl Into<String>) {
        self.diagnostics.push(Diagnostic::new(code, place, message));
    }

    /// Notes a problem and how to mend it.
    pub(super) fn report_with_help(
        &mut self,
        code: Code,
        place: Place,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.diagnostics.push(Diagnostic::new(code, place, message).help(help));
    }

    /// Notes that something is not supported yet, and what to do until it is.
    pub(super) fn unsupported(&mut self, place: Place, what: &str, instead: &str) {
        let (message, help) = (format!("{what} is not supported yet"), format!("until it is, {instead}"));
        self.report_with_help(Code::Unsupported, place, message, help);
    }

    /// The schema at `pointer`.
    pub(super) fn schema(&self, pointer: Pointer) -> Option<Schema<'d>> {
        Schema::at(self.document.tree, self.document.version, pointer)
    }

    /// Whether there is no error so far.
    pub(super) fn is_good(&self) -> bool {
        self.document.sound && self.diagnostics.iter().all(|one| one.code.level() == Level::Warn)
    }

    /// Nothing is left out without an error, be the fault our own.
    pub(super) fn nothing_is_lost_in_silence(&mut self) {
        if !self.is_good() {
            return;
        }
        for pointer in std::mem::take(&mut self.lost) {
            self.report(Code::Unsupported, Place::Value(pointer), "something in here is not supported yet");
        }
    }

    /// Takes the name of a type: the first free of `wanted` and of `wanted` with `suffix`, or else a numbered one.
    pub(super) fn take_type(&mut self, wanted: &Name, suffix: &str) -> Name {
        let longer = wanted.with(suffix);
        let choice = if self.names.has(wanted.as_str()) && !self.names.has(longer.as_str()) {
            longer
        } else {
            wanted.clone()
        };
        self.names.take(&choice)
    }
}
