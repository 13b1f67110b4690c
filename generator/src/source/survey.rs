//! What `serde_yaml` does not tell of a YAML text, looked for before it reads the tree.
//!
//! It passes over tags like `!!python/object`, gives an alias the wrong node where an anchor is defined twice, and
//! needs time that grows with the square of the nesting.

use std::collections::HashSet;
use std::ops::ControlFlow;

use saphyr_parser::{Event, Tag};

use super::events::{closed_up, each_event};
use super::text::Span;
use super::tree::MAX_DEPTH;
use crate::diagnostic::{Code, Diagnostic, Place};

/// What a survey of a text found.
#[derive(Default)]
pub(super) struct Survey {
    pub(super) problems: Vec<Diagnostic>,
    /// The tree would be wrong, or endless: it must not be built.
    pub(super) is_fatal: bool,
}

/// Looks through a text of which the first byte has the offset `base` in its file.
pub(super) fn survey(text: &str, base: usize) -> Survey {
    let (mut survey, unseen) = match Surveyor::run(text, base) {
        (survey, None) => (survey, None),
        (survey, unseen) => match Surveyor::run(&closed_up(text), base) {
            (whole, None) => (whole, None),
            _ => (survey, unseen),
        },
    };
    if let Some(offset) = unseen
        && text.get(offset..).is_some_and(has_properties)
    {
        let message = "from here on the text is not YAML 1.2, so that its tags and anchors cannot be checked";
        survey.problems.push(Diagnostic::new(Code::Syntax, Place::Offset(base + offset), message));
        survey.is_fatal = true;
    }
    survey
}

/// Whether `text` seems to have tags or anchors.
fn has_properties(text: &str) -> bool {
    let starts_node = |before: char| before.is_whitespace() || matches!(before, '[' | '{' | ',' | ':');
    let mut before = '\n';
    text.chars().zip(text.chars().skip(1)).any(|(this, next)| {
        let found = starts_node(before) && matches!(this, '!' | '&') && !next.is_whitespace();
        before = this;
        found
    })
}

struct Surveyor<'t> {
    text: &'t str,
    base: usize,
    survey: Survey,
    documents: usize,
    /// The anchors, or 0, of the collections that are open.
    open: Vec<usize>,
    anchors: HashSet<&'t str>,
}

impl<'t> Surveyor<'t> {
    /// What was found, and where the survey had to stop if it did not reach the end.
    fn run(text: &'t str, base: usize) -> (Survey, Option<usize>) {
        let mut surveyor = Self {
            text,
            base,
            survey: Survey::default(),
            documents: 0,
            open: Vec::new(),
            anchors: HashSet::new(),
        };
        let result = each_event(text, |event, span| {
            surveyor.event(event, span);
            if surveyor.survey.is_fatal { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        let unseen = match result {
            Err(broken) if broken.too_deep => {
                surveyor.too_deep(broken.offset);
                None
            }
            Err(broken) => Some(broken.offset),
            Ok(()) => None,
        };
        (surveyor.survey, unseen)
    }

    fn event(&mut self, event: &Event<'t>, span: Span) {
        match event {
            Event::DocumentStart(_) => self.document(span.start),
            Event::SequenceStart(anchor, tag) => {
                self.properties(*anchor, tag.as_deref(), &["seq"], span.start);
                self.open(*anchor, span.start);
            }
            Event::MappingStart(anchor, tag) => {
                self.properties(*anchor, tag.as_deref(), &["map"], span.start);
                self.open(*anchor, span.start);
            }
            Event::Scalar(_, _, anchor, tag) => {
                let core = ["str", "int", "float", "bool", "null"];
                self.properties(*anchor, tag.as_deref(), &core, span.start);
            }
            Event::Alias(anchor) if self.open.contains(anchor) => {
                let message = "the alias stands inside of what it repeats: the document would have no end";
                self.fatal(Code::TooLarge, span.start, message);
            }
            Event::SequenceEnd | Event::MappingEnd => {
                self.open.pop();
            }
            Event::Alias(_) | Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {
            }
        }
    }

    fn document(&mut self, offset: usize) {
        self.documents += 1;
        if self.documents > 1 {
            self.fatal(Code::SeveralDocuments, offset, "a second document begins here");
        }
    }

    fn open(&mut self, anchor: usize, offset: usize) {
        self.open.push(anchor);
        if self.open.len() > MAX_DEPTH {
            self.too_deep(offset);
        }
    }

    fn too_deep(&mut self, offset: usize) {
        self.fatal(
            Code::TooLarge,
            offset,
            format!("the document is nested more than {MAX_DEPTH} levels deep"),
        );
    }

    /// Checks a node's tag against those of YAML's core schema for its kind (YAML 1.2.2, 10.3), and its anchor.
    fn properties(&mut self, anchor: usize, tag: Option<&Tag>, core: &[&str], offset: usize) {
        let mut written = self.text.get(offset..).unwrap_or_default().split_whitespace().take(2);
        if let Some(tag) = tag
            && !is_one_of(tag, core)
        {
            let tag = written.clone().find(|property| property.starts_with('!')).unwrap_or("!");
            self.problem(Code::Tag, offset, format!("the tag `{tag}` has no meaning here"));
        }
        if anchor > 0
            && let Some(name) = written.find_map(|property| property.strip_prefix('&'))
            && let Some(name) = name.split(['[', ']', '{', '}', ',']).next()
            && !self.anchors.insert(name)
        {
            self.fatal(Code::DuplicateAnchor, offset, format!("the anchor `{name}` is defined twice"));
        }
    }

    fn fatal(&mut self, code: Code, offset: usize, message: impl Into<String>) {
        self.problem(code, offset, message);
        self.survey.is_fatal = true;
    }

    fn problem(&mut self, code: Code, offset: usize, message: impl Into<String>) {
        self.survey.problems.push(Diagnostic::new(code, Place::Offset(self.base + offset), message));
    }
}

/// Whether the tag, which may be written in full, is one of YAML's own `names`.
fn is_one_of(tag: &Tag, names: &[&str]) -> bool {
    let full = format!("{}{}", tag.handle, tag.suffix);
    full.strip_prefix("tag:yaml.org,2002:").is_some_and(|name| names.contains(&name))
}
