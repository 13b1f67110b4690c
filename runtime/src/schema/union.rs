//! What is said by schemas together: `allOf`, `anyOf`, `oneOf`, `not`, `if`

use super::check::{At, Check};
use super::evaluated::Evaluated;
use super::{Keyword, Schema, Types};
use crate::decode::Token;
use crate::problem::Kind;

impl Check<'_> {
    pub(super) fn all_of(
        &mut self,
        schemas: &'static [Schema],
        at: At,
        mut seen: Option<&mut Evaluated>,
    ) -> bool {
        let mut holds = true;
        for schema in schemas {
            holds &= self.schema(schema, at, seen.as_deref_mut());
            if !holds && at.silent {
                return false;
            }
        }
        holds
    }

    pub(super) fn any_of(
        &mut self,
        schemas: &'static [Schema],
        at: At,
        mut seen: Option<&mut Evaluated>,
    ) -> bool {
        if let Some(schema) = self.other_than_null(schemas, at) {
            return self.schema(schema, at, seen);
        }
        let mut holds = false;
        for schema in schemas {
            holds |= self.is_met(schema, at, seen.as_deref_mut());
            // a later one may have looked at other members
            if holds && seen.is_none() {
                return true;
            }
        }
        holds || self.no_branch(at, Kind::AnyOf, schemas.len(), seen)
    }

    pub(super) fn one_of(
        &mut self,
        schemas: &'static [Schema],
        at: At,
        mut seen: Option<&mut Evaluated>,
    ) -> bool {
        if let Some(schema) = self.other_than_null(schemas, at) {
            return self.schema(schema, at, seen);
        }
        let mut holds = false;
        for schema in schemas {
            if self.is_met(schema, at, seen.as_deref_mut()) {
                if holds {
                    let several = format_args!("must match only one of {} alternatives", schemas.len());
                    return self.refuse(at, Kind::OneOf, several);
                }
                holds = true;
            }
        }
        holds || self.no_branch(at, Kind::OneOf, schemas.len(), seen)
    }

    fn no_branch(&mut self, at: At, kind: Kind, branches: usize, seen: Option<&mut Evaluated>) -> bool {
        // which members there may be is not known, so none is told to be too much
        if let Some(seen) = seen {
            seen.add_all();
        }
        self.refuse(at, kind, format_args!("must match one of {branches} alternatives"))
    }

    /// What a value that is not `null` has to be like, by a union of one schema and `null`.
    fn other_than_null(&self, schemas: &'static [Schema], at: At) -> Option<&'static Schema> {
        match schemas {
            [other, null] | [null, other] if is_null(null) && !is_null(other) => {
                (self.document.token(at.index) != Token::Null).then_some(other)
            }
            _ => None,
        }
    }

    pub(super) fn not(&mut self, schema: &'static Schema, at: At) -> bool {
        !self.is_met(schema, at, None)
            || self.refuse(at, Kind::Not, format_args!("must not match what is excluded"))
    }

    pub(super) fn if_then(
        &mut self,
        condition: &'static Schema,
        then: Option<&'static Schema>,
        otherwise: Option<&'static Schema>,
        at: At,
        mut seen: Option<&mut Evaluated>,
    ) -> bool {
        let next = if self.is_met(condition, at, seen.as_deref_mut()) { then } else { otherwise };
        next.is_none_or(|schema| self.schema(schema, at, seen))
    }

    /// Whether a schema holds, without a note. What it has looked at counts if it does.
    fn is_met(&mut self, schema: &'static Schema, at: At, seen: Option<&mut Evaluated>) -> bool {
        let mut evaluated = seen.is_some().then(Evaluated::default);
        let holds = self.schema(schema, at.silent(), evaluated.as_mut());
        if let (true, Some(seen), Some(evaluated)) = (holds, seen, evaluated) {
            seen.merge(&evaluated);
        }
        holds
    }
}

/// Whether a schema is `type: null` and nothing else.
fn is_null(schema: &'static Schema) -> bool {
    matches!(schema, Schema::Keywords([Keyword::Type(Types::NULL)]))
}
