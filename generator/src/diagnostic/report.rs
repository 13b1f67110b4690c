//! The diagnostics of one document, in the order of its text.

use std::fmt;

use super::escape::printable;
use super::{Code, Diagnostic, Level, Place, Style};
use crate::source::{Lines, Position, Source, Span, Text};

/// What is wrong with one document, ready to be shown.
#[derive(Debug, Clone)]
pub struct Report {
    text: Text,
    findings: Vec<Finding>,
}

/// A diagnostic whose place in the text is known.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The diagnostic. What a terminal would act upon is spelt out in its texts.
    pub diagnostic: Diagnostic,
    /// Where it is; `None` if it is about the document as a whole.
    pub found: Option<Found>,
}

/// A place in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The bytes of the text.
    pub span: Span,
    /// Where the span begins.
    pub start: Position,
    /// Where the span ends: the position behind its last character.
    pub end: Position,
    /// The bytes of the line in which the span begins, without the line break.
    pub(super) line: Span,
}

impl Report {
    /// The `diagnostics` of `source`, sorted by place and code, each one once.
    pub fn new(source: &Source, diagnostics: Vec<Diagnostic>) -> Self {
        let places: Vec<&Place> = diagnostics.iter().map(|diagnostic| &diagnostic.place).collect();
        let spans = source.locate(&places);
        Self::with_spans(source.text(), diagnostics, spans)
    }

    /// The `diagnostics` of a text of which no tree could be made, so that only offsets have a place in it.
    pub(crate) fn of_text(text: &Text, diagnostics: Vec<Diagnostic>) -> Self {
        let spans = diagnostics.iter().map(|diagnostic| match diagnostic.place {
            Place::Offset(offset) => Some(text.character(offset)),
            Place::Value(_) | Place::Key(_) | Place::Again(_) | Place::Document => None,
        });
        let spans = spans.collect();
        Self::with_spans(text, diagnostics, spans)
    }

    fn with_spans(text: &Text, diagnostics: Vec<Diagnostic>, spans: Vec<Option<Span>>) -> Self {
        let lines = Lines::new(text);
        let findings = diagnostics.into_iter().zip(spans);
        let mut findings: Vec<_> =
            findings.map(|(diagnostic, span)| Finding::new(diagnostic, span, &lines)).collect();
        findings.sort_by(|one, other| one.order().cmp(&other.order()));
        findings.dedup_by(|one, other| one.order() == other.order());
        Self { text: text.clone(), findings }
    }

    /// The text that the report is about.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// The findings, sorted by place and code.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// Whether the file could not even be read.
    pub fn is_unreadable(&self) -> bool {
        self.findings.iter().any(|finding| finding.diagnostic.code == Code::FileUnreadable)
    }

    /// Whether there is an error: a finding that is no mere warning.
    pub fn has_errors(&self) -> bool {
        self.errors() > 0
    }

    /// How many errors there are.
    pub fn errors(&self) -> usize {
        self.findings.len() - self.warnings()
    }

    /// How many warnings there are.
    pub fn warnings(&self) -> usize {
        self.findings.iter().filter(|finding| finding.level() == Level::Warn).count()
    }
}

/// As on a terminal without colours.
impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.render(Style::Plain))
    }
}

impl std::error::Error for Report {}

impl Finding {
    fn new(mut diagnostic: Diagnostic, span: Option<Span>, lines: &Lines<'_>) -> Self {
        diagnostic.message = printable(&diagnostic.message).into_owned();
        diagnostic.help = diagnostic.help.map(|help| printable(&help).into_owned());
        let found = span.map(|span| Found {
            start: lines.position(span.start),
            end: lines.position(span.end),
            line: lines.span(span.start),
            span,
        });
        Self { diagnostic, found }
    }

    /// How much it weighs.
    pub fn level(&self) -> Level {
        self.diagnostic.code.level()
    }

    /// Two findings that are equal in this say the same, though their pointers may differ: an alias repeats a value,
    /// and what is wrong with it.
    fn order(&self) -> (Option<(usize, usize)>, Code, &str, Option<&str>) {
        let span = self.found.as_ref().map(|found| (found.span.start, found.span.end));
        (span, self.diagnostic.code, &self.diagnostic.message, self.diagnostic.help.as_deref())
    }
}
