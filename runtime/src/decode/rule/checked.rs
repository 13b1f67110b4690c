//! What Rust's types cannot say

use std::borrow::Cow;

use super::ListRule;
use crate::decode::document::Document;
use crate::decode::notes::Notes;
use crate::decode::{Node, Note, Rule, TextRule, scan};
use crate::encode::to_vec;
use crate::problem::{Kind, Problem};
use crate::schema::{Schema, Types};

/// What `rule` reads, after the whole of `schema` was held against it.
///
/// The rule reads what is good already, and is the way into the type; the problems are those of the schema.
///
/// Text is a number where it is written as one, `true` or `false`, or a string: the first of them that the schema takes.
pub const fn checked<R: Rule>(rule: R, schema: &'static Schema) -> CheckedRule<R> {
    CheckedRule { rule, schema }
}

/// The rule of what a schema checks; see [`checked`].
#[derive(Debug, Clone, Copy)]
pub struct CheckedRule<R> {
    rule: R,
    schema: &'static Schema,
}

/// The rule of an array that a schema checks as a whole; see [`ListRule::checked`].
#[derive(Debug, Clone, Copy)]
pub struct CheckedListRule<R> {
    pub(super) list: ListRule<R>,
    pub(super) schema: &'static Schema,
}

impl<R> ListRule<R> {
    /// What the list reads, after the whole of `schema` was held against it.
    ///
    /// It is [`checked`] for an array that may be given as text, item by item: there, the schema is held against the items
    /// after they were read.
    pub const fn checked(self, schema: &'static Schema) -> CheckedListRule<R> {
        CheckedListRule { list: self, schema }
    }
}

impl<R: Rule> Rule for CheckedRule<R> {
    type Out = R::Out;

    fn read(&self, mut node: Node<'_, '_>) -> Option<R::Out> {
        if self.schema.check(&mut node) { self.rule.read(node) } else { None }
    }
}

impl<R: Rule> Rule for CheckedListRule<R> {
    type Out = Vec<R::Out>;

    fn read(&self, mut node: Node<'_, '_>) -> Option<Self::Out> {
        if self.schema.check(&mut node) { self.list.read(node) } else { None }
    }
}

impl<R: Rule> TextRule for CheckedRule<R> {
    fn read_text(&self, text: Cow<'_, str>, note: Note<'_>) -> Option<R::Out> {
        self.first_of(readings(&text))
            .map_err(|problems| {
                for Problem { kind, msg, .. } in problems {
                    note(kind, format_args!("{msg}"));
                }
            })
            .ok()
    }
}

/// What `text` may be in JSON, in the order in which that is tried, each with its type.
pub(crate) fn readings(text: &str) -> impl Iterator<Item = (Types, Cow<'_, [u8]>)> {
    let as_is = || Cow::Borrowed(text.as_bytes());
    [
        (Types::NUMBER, scan::is_number(text).then(as_is)),
        (Types::BOOLEAN, matches!(text, "true" | "false").then(as_is)),
        (Types::STRING, Some(Cow::Owned(to_vec(text)))),
    ]
    .into_iter()
    .filter_map(|(ty, body)| Some((ty, body?)))
}

/// What comes of a text that is taken for JSON.
enum Reading<T> {
    Read(T),
    /// The schema holds, but the rule does not.
    Wrong(Vec<Problem>),
    /// The schema does not hold.
    Refused(Vec<Problem>),
}

impl<R: Rule> CheckedRule<R> {
    /// What the rule reads from the first of the `readings` of a text that the schema takes; otherwise what is wrong, in the words
    /// of text.
    pub(crate) fn first_of<'t>(
        &self,
        readings: impl Iterator<Item = (Types, Cow<'t, [u8]>)>,
    ) -> Result<R::Out, Vec<Problem>> {
        let mut told = None;
        for (ty, body) in readings {
            match self.reading(&body) {
                Reading::Read(value) => return Ok(value),
                Reading::Wrong(problems) => return Err(in_words_of_text(problems)),
                Reading::Refused(problems) => {
                    // the first whose type is right says best what is wrong, or else the last
                    let (is_of_type, _) = told.get_or_insert_with(|| (false, Vec::new()));
                    if !*is_of_type {
                        told = Some((self.schema.takes(ty), problems));
                    }
                }
            }
        }
        Err(in_words_of_text(told.unwrap_or_default().1))
    }

    fn reading(&self, body: &[u8]) -> Reading<R::Out> {
        let document = match Document::parse(body) {
            Ok(document) => document,
            Err(problem) => return Reading::Refused(vec![problem]),
        };
        let mut notes = Notes::new(&document);
        if !self.schema.check(&mut Node::root(&mut notes)) {
            return Reading::Refused(notes.located());
        }
        match self.rule.read(Node::root(&mut notes)) {
            Some(value) if notes.is_empty() => Reading::Read(value),
            _ => Reading::Wrong(notes.located()),
        }
    }
}

/// `problems` of JSON that was no more than text.
#[cold]
fn in_words_of_text(mut problems: Vec<Problem>) -> Vec<Problem> {
    for problem in &mut problems {
        problem.kind = match problem.kind {
            Kind::IntType | Kind::IntFromFloat => Kind::IntParsing,
            Kind::FloatType => Kind::FloatParsing,
            Kind::BoolType => Kind::BoolParsing,
            kind => kind,
        };
    }
    problems
}
