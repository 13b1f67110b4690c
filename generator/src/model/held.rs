//! Responses that are held against their schemas in debug builds.

use std::collections::BTreeSet;

use super::check::{CheckId, Direction};
use super::name::Name;
use super::reader::Reader;
use super::types::{Items, Kind, Length, Text, Type, TypeId, Types};
use crate::source::Pointer;

impl Reader<'_> {
    /// The check of content that is read as `ty` from the schema at `schema`, where a value of the type need not be as that says.
    pub(super) fn held(&mut self, schema: &Pointer, ty: &Type, wanted: &Name) -> Option<CheckId> {
        if !self.types.may_violate(ty, &mut BTreeSet::new()) {
            return None;
        }
        let at = self.followed(schema.clone())?;
        let components = Pointer::root().member("components").member("schemas");
        let component = at.parent().filter(|parent| *parent == components).and_then(|_| at.tokens().last());
        let name = component.and_then(|name| Name::camel(&name)).unwrap_or_else(|| wanted.clone());
        Some(self.check(at, Direction::Response, &name))
    }

    /// Where a chain of references leads that have nothing beside them.
    pub(super) fn followed(&mut self, mut at: Pointer) -> Option<Pointer> {
        // A chain is no longer than this; a loop is reported where types are read.
        for _ in 0..100 {
            let schema = self.schema(at.clone()).filter(|schema| !schema.says_more_than(&["$ref"]));
            let Some(reference) = schema.and_then(|schema| schema.reference()) else { return Some(at) };
            at = self.target(reference, &at)?;
        }
        None
    }
}

impl Types {
    /// Whether a schema says more of its values than `ty` does.
    fn may_violate(&self, ty: &Type, seen: &mut BTreeSet<TypeId>) -> bool {
        let more = match ty {
            Type::String(text) => *text != Text::default(),
            Type::Integer { .. } => ty.is_constrained_scalar(),
            // JSON has no NaN.
            Type::Number { .. } | Type::Checked(..) => true,
            Type::List(_, items) => *items != Items::default(),
            Type::Map(_, length) => *length != Length::default(),
            Type::Named(id) | Type::Boxed(id) => {
                let Some(item) = self.item(*id).filter(|_| seen.insert(*id)) else { return false };
                return match &item.kind {
                    // Its values were checked when they were made.
                    Kind::Newtype(inner) if inner.is_constrained_scalar() => false,
                    _ => {
                        item.check.is_some()
                            || item.parts().into_iter().any(|part| self.may_violate(part, seen))
                    }
                };
            }
            _ => false,
        };
        more || ty.parts().iter().any(|part| self.may_violate(part, seen))
    }
}
