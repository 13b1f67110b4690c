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
        let string = || Cow::Owned(to_vec(&*text));
        let as_is = || Cow::Borrowed(text.as_bytes());
        let mut told = None;
        for (ty, body) in [
            (Types::NUMBER, scan::is_number(&text).then(as_is)),
            (Types::BOOLEAN, matches!(&*text, "true" | "false").then(as_is)),
            (Types::STRING, Some(string())),
        ] {
            let Some(body) = body else { continue };
            match self.reading(&body) {
                Reading::Read(value) => return Some(value),
                Reading::Wrong(problems) => return tell(problems, note),
                Reading::Refused(problems) => {
                    // the first whose type is right says best what is wrong, or else the last
                    let (is_of_type, _) = told.get_or_insert_with(|| (false, Vec::new()));
                    if !*is_of_type {
                        told = Some((self.schema.takes(ty), problems));
                    }
                }
            }
        }
        tell(told.unwrap_or_default().1, note)
    }
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

/// Notes problems in the words of text.
#[cold]
fn tell<T>(problems: Vec<Problem>, note: Note<'_>) -> Option<T> {
    for Problem { kind, msg, .. } in problems {
        let kind = match kind {
            Kind::IntType | Kind::IntFromFloat => Kind::IntParsing,
            Kind::FloatType => Kind::FloatParsing,
            Kind::BoolType => Kind::BoolParsing,
            kind => kind,
        };
        note(kind, format_args!("{msg}"));
    }
    None
}
