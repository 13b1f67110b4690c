//! One value, held against one schema.

use std::fmt;

use super::evaluated::Evaluated;
use super::found::{Found, Place};
use super::memory::{Memory, Said, Visit};
use super::scope::{OUTERMOST, Scope, Scopes};
use super::{Keyword, Schema};
use crate::decode::{Document, Node};
use crate::json::half_pairs;
use crate::problem::Kind;

/// How many schemas may be looked at inside each other: so many fit on the stack of a thread, whatever they are.
const DEPTH: usize = 512;

/// Where a schema is held against a value, and how.
#[derive(Debug, Clone, Copy)]
pub(super) struct At {
    /// Of the value, or of the name of a member.
    pub(super) index: u32,
    /// Whether it is a name.
    name: bool,
    /// Whether it is only asked if the value is good: nothing is noted then.
    pub(super) silent: bool,
    pub(super) scope: Scope,
}

impl At {
    /// A value inside this one.
    pub(super) fn child(self, index: u32) -> Self {
        Self { index, ..self }
    }

    /// The name of a member of this value.
    pub(super) fn name(self, index: u32) -> Self {
        Self { index, name: true, ..self }
    }

    pub(super) fn silent(self) -> Self {
        Self { silent: true, ..self }
    }

    fn place(self) -> Place {
        if self.name {
            Place { index: self.index + 1, member: Some("[key]") }
        } else {
            Place { index: self.index, member: None }
        }
    }
}

/// One value, held against one schema. What is asked gives whether it holds; all that are `Option<&mut Evaluated>` are what
/// the items or members that a schema has looked at are added to, where somebody asks for them.
#[derive(Debug)]
pub(super) struct Check<'d> {
    pub(super) document: &'d Document<'d>,
    pub(super) scopes: Scopes,
    found: Found,
    pub(super) memory: Memory,
    /// The references that are being followed.
    followed: Vec<Visit>,
    /// How many schemas are being looked at, inside each other.
    depth: usize,
}

impl<'d> Check<'d> {
    pub(super) fn of(document: &'d Document<'d>) -> Self {
        let memory = Memory::of(document.tokens());
        let (found, scopes) = (Found::default(), Scopes::default());
        Self { document, scopes, found, memory, followed: Vec::new(), depth: 0 }
    }

    /// Holds a whole value against a schema, and notes what is wrong.
    pub(super) fn whole(mut self, schema: &'static Schema, node: &mut Node<'_, '_>) -> bool {
        half_pairs(self.document, node.index(), |index| {
            let place = Place { index, member: None };
            self.found.whole(place, Kind::StringUnicode, format_args!("must not have half a character"));
        });
        let at = At { index: node.index(), name: false, silent: false, scope: OUTERMOST };
        let holds = self.schema(schema, at, None) && self.found.is_empty();
        self.found.tell(node);
        holds
    }

    /// The first schema of a union that holds, which is among the keywords of `schema`.
    pub(super) fn branch(mut self, schema: &'static Schema, node: &Node<'_, '_>) -> Option<usize> {
        let Schema::Keywords(keywords) = schema else { return None };
        let branches = keywords.iter().find_map(|keyword| match keyword {
            Keyword::OneOf(schemas) | Keyword::AnyOf(schemas) => Some(*schemas),
            _ => None,
        })?;
        let mut at = At { index: node.index(), name: false, silent: true, scope: OUTERMOST };
        if let Some(Keyword::Resource(anchors)) = keywords.first() {
            at.scope = self.scopes.enter(at.scope, anchors);
        }
        branches.iter().position(|branch| self.schema(branch, at, None))
    }

    pub(super) fn schema(&mut self, schema: &'static Schema, at: At, seen: Option<&mut Evaluated>) -> bool {
        match schema {
            Schema::Boolean(true) => true,
            Schema::Boolean(false) => self.refuse(at, Kind::Not, format_args!("is not allowed")),
            Schema::Keywords(_) if self.depth == DEPTH => self.too_deep(at),
            Schema::Keywords(keywords) => {
                self.depth += 1;
                let holds = self.keywords(keywords, at, seen);
                self.depth -= 1;
                holds
            }
        }
    }

    /// Notes that nobody knows whether a schema holds, which would be the opposite inside a `not`: so even where nothing
    /// is to be noted.
    #[cold]
    fn too_deep(&mut self, at: At) -> bool {
        self.found.whole(at.place(), Kind::JsonInvalid, format_args!("nested too deeply"));
        false
    }

    fn keywords(
        &mut self,
        keywords: &'static [Keyword],
        mut at: At,
        mut seen: Option<&mut Evaluated>,
    ) -> bool {
        self.memory.count();
        if let Some(Keyword::Resource(anchors)) = keywords.first() {
            at.scope = self.scopes.enter(at.scope, anchors);
        }
        // what is unevaluated is so among these keywords, whatever the schemas around them have looked at
        let asks =
            matches!(keywords.last(), Some(Keyword::UnevaluatedItems(_) | Keyword::UnevaluatedProperties(_)));
        let mut own = asks.then(Evaluated::default);
        let mut holds = true;
        for keyword in keywords {
            holds &= self.keyword(keyword, at, own.as_mut().or(seen.as_deref_mut()));
            if !holds && at.silent {
                return false;
            }
        }
        if let (Some(seen), Some(own)) = (seen, own) {
            seen.merge(&own);
        }
        holds
    }

    fn keyword(&mut self, keyword: &'static Keyword, at: At, seen: Option<&mut Evaluated>) -> bool {
        match keyword {
            Keyword::Type(types) => self.types(*types, at),
            Keyword::Enum(literals) => self.one_of_values(literals, at),
            Keyword::Const(literal) => self.constant(literal, at),
            Keyword::MultipleOf(divisor) => self.multiple_of(divisor, at),
            Keyword::Maximum(bound) => self.maximum(bound, at),
            Keyword::ExclusiveMaximum(bound) => self.exclusive_maximum(bound, at),
            Keyword::Minimum(bound) => self.minimum(bound, at),
            Keyword::ExclusiveMinimum(bound) => self.exclusive_minimum(bound, at),
            Keyword::MaxLength(max) => self.max_length(*max, at),
            Keyword::MinLength(min) => self.min_length(*min, at),
            Keyword::Pattern(pattern) => self.pattern(pattern, at),
            Keyword::Format(format) => self.format(*format, at),
            Keyword::MaxItems(max) => self.max_items(*max, at),
            Keyword::MinItems(min) => self.min_items(*min, at),
            Keyword::UniqueItems => self.unique_items(at),
            Keyword::Contains { schema, min, max } => self.contains(schema, *min, *max, at, seen),
            Keyword::Items { prefix, rest } => self.items(prefix, *rest, at, seen),
            Keyword::MaxProperties(max) => self.max_properties(*max, at),
            Keyword::MinProperties(min) => self.min_properties(*min, at),
            Keyword::Required(names) => self.required(names, at),
            Keyword::DependentRequired(names) => self.dependent_required(names, at),
            Keyword::Properties { named, patterns, additional } => {
                self.properties(named, patterns, *additional, at, seen)
            }
            Keyword::PropertyNames(schema) => self.property_names(schema, at),
            Keyword::AllOf(schemas) => self.all_of(schemas, at, seen),
            Keyword::AnyOf(schemas) => self.any_of(schemas, at, seen),
            Keyword::OneOf(schemas) => self.one_of(schemas, at, seen),
            Keyword::Not(schema) => self.not(schema, at),
            Keyword::If { condition, then, otherwise } => {
                self.if_then(condition, *then, *otherwise, at, seen)
            }
            Keyword::DependentSchemas(schemas) => self.dependent_schemas(schemas, at, seen),
            Keyword::Ref(target) => self.reference(target, at, seen),
            Keyword::DynamicRef { anchor, initial } => {
                let target = self.scopes.find(at.scope, anchor).unwrap_or(initial);
                self.reference(target, at, seen)
            }
            Keyword::Resource(_) => true,
            Keyword::UnevaluatedItems(schema) => self.unevaluated_items(schema, at, seen),
            Keyword::UnevaluatedProperties(schema) => self.unevaluated_properties(schema, at, seen),
            #[cfg(test)]
            Keyword::Late(target) => self.reference(target.get().unwrap(), at, seen),
        }
    }

    /// Follows a reference.
    fn reference(&mut self, target: &'static Schema, at: At, seen: Option<&mut Evaluated>) -> bool {
        let visit = Visit::of(target, at.index, at.scope, at.silent, seen.is_some());
        let mut here = self.followed.iter().rev().take_while(|followed| followed.index == at.index);
        if here.any(|followed| *followed == visit) {
            return self.refuse(at, Kind::Not, format_args!("is not allowed"));
        }
        let said = match self.memory.recall(&visit) {
            Some(said) => said.clone(),
            None => self.follow(target, at, visit),
        };
        if let (Some(seen), Some(evaluated)) = (seen, &said.evaluated) {
            seen.merge(evaluated);
        }
        said.holds
    }

    fn follow(&mut self, target: &'static Schema, at: At, visit: Visit) -> Said {
        self.followed.push(visit);
        let mut evaluated = visit.collects.then(Box::<Evaluated>::default);
        let holds = self.schema(target, at, evaluated.as_deref_mut());
        self.followed.pop();
        let said = Said { holds, evaluated };
        // what has nothing inside is not asked more often than what it is in
        if self.document.after(at.index) > at.index + 1 {
            self.memory.keep(visit, || said.clone());
        }
        said
    }

    /// Notes that a keyword fails: `false`.
    #[inline]
    pub(super) fn refuse(&mut self, at: At, kind: Kind, msg: fmt::Arguments<'_>) -> bool {
        if !at.silent {
            self.found.one(at.place(), kind, msg);
        }
        false
    }

    /// Notes that a value is wrong as a whole: `false`.
    #[inline]
    pub(super) fn refuse_whole(&mut self, at: At, kind: Kind, msg: fmt::Arguments<'_>) -> bool {
        if !at.silent {
            self.found.whole(at.place(), kind, msg);
        }
        false
    }

    /// Notes that a member is not there: `false`.
    #[inline]
    pub(super) fn missing(&mut self, at: At, name: &'static str) -> bool {
        if !at.silent {
            let place = Place { index: at.index, member: Some(name) };
            self.found.one(place, Kind::Missing, format_args!("is required"));
        }
        false
    }
}
