//! What schemas say that no type of Rust does: static data, which the runtime holds against a value.
//!
//! A schema is asked for by where it stands (`Reader::check`); what it refers to becomes static data of its own. The shape
//! is that of the runtime's module `schema`, so that the next stage writes it down as it is.

mod applicator;
mod assertion;
mod compile;
mod direction;
mod holds;
mod keyword;
mod literal;
mod number;
mod progress;
mod reach;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

#[cfg(test)]
pub(crate) use tests::checks as checks_of;

pub(super) use holds::is_unique;
pub use keyword::{Keyword, Schema, SimpleType};
pub use literal::Literal;
pub(super) use number::is_multiple;

use super::name::{Name, Scope};
use super::pattern;
use super::reader::Reader;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::document::Inside;
use crate::source::Pointer;

/// Which way a value goes: what `readOnly` and `writeOnly` mean hangs on it (OpenAPI 3.0, Schema Object).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// The server receives it.
    Request,
    /// The server sends it.
    Response,
}

/// The index of a schema among the [`Checks`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CheckId(usize);

/// The index of a pattern among the [`Checks`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PatternId(usize);

/// The index of the anchors of a schema resource among the [`Checks`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnchorsId(usize);

/// A schema as static data.
#[derive(Debug)]
pub struct Static {
    /// What it is called: `CUT_SHAPE`.
    pub name: Name,
    /// Where the schema stands.
    pub pointer: Pointer,
    /// The one direction that it is for, where there is another one for the other.
    pub only: Option<Direction>,
    /// What it says.
    pub schema: Schema,
    direction: Direction,
}

/// A regular expression.
#[derive(Debug)]
pub struct Pattern {
    /// What it is called: `SKU_PATTERN`.
    pub name: Name,
    /// Where it stands, the first of several that are equal.
    pub pointer: Pointer,
    /// In the syntax of the crate `regex`.
    pub text: String,
}

/// The `$dynamicAnchor`s of a schema resource.
#[derive(Debug)]
pub struct Anchors {
    /// What they are called: `TREE_ANCHORS`.
    pub name: Name,
    /// Where the resource begins.
    pub pointer: Pointer,
    /// Their names, and the schemas in which they stand.
    pub schemas: Vec<(String, CheckId)>,
}

/// All schemas that are static data, in the order in which they were asked for, and what they need.
#[derive(Debug, Default)]
pub struct Checks {
    /// The schemas.
    pub schemas: Vec<Static>,
    /// The patterns.
    pub patterns: Vec<Pattern>,
    /// The anchors of schema resources.
    pub anchors: Vec<Anchors>,
    names: Scope,
    by_place: BTreeMap<(Pointer, Direction), CheckId>,
    by_text: BTreeMap<String, Option<PatternId>>,
    by_resource: BTreeMap<(Pointer, Direction), Option<AnchorsId>>,
    /// Where references stand, those that lead from one schema to another for the same value.
    steps: Vec<progress::Step>,
    /// Whether schemas say something else of requests than of responses, as far as it was asked.
    differs: BTreeMap<Pointer, bool>,
    /// Whether any schema is for one direction alone, once it was asked.
    is_directional: Option<bool>,
}

impl Checks {
    /// The indices of all schemas.
    #[cfg(test)]
    pub fn ids(&self) -> impl Iterator<Item = CheckId> + use<> {
        (0..self.schemas.len()).map(CheckId)
    }

    /// The schema with the index `id`.
    pub fn schema(&self, id: CheckId) -> Option<&Static> {
        self.schemas.get(id.0)
    }

    /// The pattern with the index `id`.
    pub fn pattern(&self, id: PatternId) -> Option<&Pattern> {
        self.patterns.get(id.0)
    }

    /// The anchors with the index `id`.
    pub fn anchors(&self, id: AnchorsId) -> Option<&Anchors> {
        self.anchors.get(id.0)
    }

    fn new_anchors(&mut self, pointer: Pointer, schemas: Vec<(String, CheckId)>) -> AnchorsId {
        let root = called(&pointer);
        let name = self.name(&root, "_ANCHORS");
        self.anchors.push(Anchors { name, pointer, schemas });
        AnchorsId(self.anchors.len() - 1)
    }

    /// The first free of `wanted`, `wanted_2`, `wanted_3`, …
    fn name(&mut self, wanted: &Name, suffix: &str) -> Name {
        let shouted = wanted.shouted();
        let wanted = if shouted.as_str().ends_with(suffix) { shouted } else { shouted.with(suffix) };
        let mut numbers = 2_u32..;
        let mut name = wanted.clone();
        while let (true, Some(number)) = (self.names.has(name.as_str()), numbers.next()) {
            name = wanted.with(&format!("_{number}"));
        }
        self.names.take(&name)
    }
}

impl Reader<'_> {
    /// The schema at `pointer` as static data, for values that go in `direction`; it is compiled by `Reader::finish_checks`.
    ///
    /// It is called `wanted`, in capitals, where it is asked for the first time.
    pub(super) fn check(&mut self, pointer: Pointer, direction: Direction, wanted: &Name) -> CheckId {
        let differs = self.differs_by_direction(&pointer);
        let direction = if differs { direction } else { Direction::Request };
        let key = (pointer.clone(), direction);
        if let Some(id) = self.checks.by_place.get(&key) {
            return *id;
        }
        let suffix = if direction == Direction::Response { "_RESPONSE" } else { "" };
        let name = self.checks.name(wanted, suffix);
        let id = CheckId(self.checks.schemas.len());
        self.checks.by_place.insert(key, id);
        let (only, schema) = (differs.then_some(direction), Schema::Boolean(true));
        self.checks.schemas.push(Static { name, pointer, only, schema, direction });
        id
    }

    /// The pattern whose text is at `at`; one for all that are equal. `None` where it is none, which is reported.
    ///
    /// It is called `wanted`, in capitals and with `_PATTERN` behind it, where it is asked for the first time.
    pub(super) fn pattern(&mut self, at: Pointer, wanted: &Name) -> Option<PatternId> {
        let text = at.of(self.document.tree)?.as_str()?;
        self.pattern_of(text, Place::Value(at.clone()), at, wanted)
    }

    /// The pattern that is the name of the member at `at`.
    fn pattern_in_name(&mut self, text: &str, at: Pointer, wanted: &Name) -> Option<PatternId> {
        self.pattern_of(text, Place::Key(at.clone()), at, wanted)
    }

    fn pattern_of(&mut self, text: &str, place: Place, pointer: Pointer, wanted: &Name) -> Option<PatternId> {
        if let Some(known @ Some(_)) = self.checks.by_text.get(text) {
            return *known;
        }
        let id = match pattern::translate(text) {
            Ok(text) => {
                let name = self.checks.name(wanted, "_PATTERN");
                self.checks.patterns.push(Pattern { name, pointer, text });
                Some(PatternId(self.checks.patterns.len() - 1))
            }
            Err(refused) => {
                let before = text.get(..refused.offset).unwrap_or_default().chars().count();
                let at = if before == 0 { String::new() } else { format!(", at character {}", before + 1) };
                let diagnostic = Diagnostic::new(Code::Pattern, place, format!("{}{at}", refused.message));
                self.diagnostics.push(Diagnostic { help: refused.help, ..diagnostic });
                None
            }
        };
        self.checks.by_text.insert(text.to_owned(), id);
        id
    }

    /// Compiles all schemas that were asked for and all that they refer to, and reports what is wrong with them.
    pub(super) fn finish_checks(&mut self) {
        let mut next = 0;
        while let Some(asked) = self.checks.schemas.get(next) {
            let (pointer, direction, name) = (asked.pointer.clone(), asked.direction, asked.name.clone());
            let schema = self.compile(CheckId(next), &pointer, direction, name);
            if let Some(asked) = self.checks.schemas.get_mut(next) {
                asked.schema = schema;
            }
            next += 1;
        }
        self.refuse_references_without_progress();
    }
}

/// What a schema is called by where it stands, that others refer to: `CutShape` for `/components/schemas/Cut/properties/shape`.
fn called(pointer: &Pointer) -> Name {
    let mut words = Vec::new();
    let mut tokens = pointer.tokens().peekable();
    let mut inside_schema = false;
    while let Some(token) = tokens.next() {
        let named = match token.as_ref() {
            "components" | "paths" | "content" | "schema" if !inside_schema => continue,
            "schemas" if !inside_schema => true,
            keyword if inside_schema => match Inside::of(keyword) {
                Some(Inside::ByName) => true,
                Some(Inside::List) => {
                    words.push(keyword.to_owned());
                    true
                }
                Some(Inside::Schema) | None => false,
            },
            _ => false,
        };
        inside_schema |= named;
        words.push(if named { tokens.next().unwrap_or_default().into_owned() } else { token.into_owned() });
    }
    let mut names = words.iter().map(|word| Name::camel(word).unwrap_or_else(|| Name::spelt(word)));
    let first = names.next().unwrap_or_else(|| Name::spelt(""));
    names.fold(first, |all, name| all.with(&format!("_{}", name.as_str())))
}
