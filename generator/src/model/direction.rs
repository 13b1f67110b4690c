//! Which way properties go: `readOnly` and `writeOnly` (JSON Schema Validation, 9.4).

use std::collections::BTreeSet;

use super::doc::Doc;
use super::reader::Reader;
use super::types::{Access, Item, Kind, Rest, Slot, Type, TypeId, Types};
use crate::source::Pointer;

impl Reader<'_> {
    /// Which way the property goes whose schema stands at `pointer`: as that says, or what it refers to.
    pub(super) fn access(&self, pointer: &Pointer) -> Access {
        let mut at = Some(pointer.clone());
        for _ in 0..DEPTH {
            let Some(schema) = at.take().and_then(|at| self.schema(at)) else { break };
            if schema.says("readOnly") {
                return Access::ReadOnly;
            }
            if schema.says("writeOnly") {
                return Access::WriteOnly;
            }
            at = match schema.reference() {
                Some(reference) => self.leads_to(reference, &schema.pointer),
                None => schema.only_member(),
            };
        }
        Access::Both
    }

    /// Leaves out of each type what does not go its way. A type that goes both ways and has such properties, or holds them,
    /// becomes two.
    pub(super) fn split_by_direction(&mut self) {
        let touched = self.types.touched();
        let is_input = |item: &Item| item.decoded || item.in_forms;
        let both: Vec<TypeId> = touched
            .iter()
            .copied()
            .filter(|id| self.types.item(*id).is_some_and(|item| is_input(item) && item.encoded))
            .collect();
        for id in &both {
            let Some(item) = self.types.item(*id).cloned() else { continue };
            let name = self.names.take(&item.name.with("Input"));
            let input = TypeId(self.types.slots.len());
            self.types.inputs.insert(*id, input);
            let doc = Doc::of([Some(format!("[`{}`] as a request has it.", item.name).as_str())]);
            self.types.slots.push(Slot::Read(Item { name, doc, encoded: false, ..item }));
        }
        for id in both {
            let Some(input) = self.types.inputs.get(&id).copied() else { continue };
            let inputs = self.types.inputs.clone();
            let of_inputs = |ty: &mut Type| replace(ty, &|id| inputs.get(&id).copied());
            if let Some(Slot::Read(item)) = self.types.slots.get_mut(input.0) {
                item.parts_mut().into_iter().for_each(of_inputs);
                item.leave_out(Access::ReadOnly);
            }
            if let Some(Slot::Read(item)) = self.types.slots.get_mut(id.0) {
                (item.decoded, item.in_forms) = (false, false);
                item.leave_out(Access::WriteOnly);
            }
        }
        let inputs = self.types.inputs.clone();
        for id in touched.into_iter().filter(|id| !inputs.contains_key(id)) {
            let Some(Slot::Read(item)) = self.types.slots.get_mut(id.0) else { continue };
            if is_input(item) {
                item.parts_mut().into_iter().for_each(|ty| replace(ty, &|id| inputs.get(&id).copied()));
                item.leave_out(Access::ReadOnly);
            } else {
                item.leave_out(Access::WriteOnly);
            }
        }
    }
}

/// So many schemas lead from one to the next; a loop of them is reported elsewhere.
const DEPTH: usize = 100;

/// Puts other items in the places of those that `ty` names.
fn replace(ty: &mut Type, by: &dyn Fn(TypeId) -> Option<TypeId>) {
    match ty {
        Type::Named(id) | Type::Boxed(id) => *id = by(*id).unwrap_or(*id),
        Type::List(part, _) | Type::Map(part, _) | Type::Nullable(part) | Type::Checked(part, _) => {
            replace(part, by);
        }
        Type::Tuple(parts) => parts.iter_mut().for_each(|part| replace(part, by)),
        _ => {}
    }
}

impl Types {
    /// What stands for `ty` in a request.
    pub(super) fn input(&self, ty: &mut Type) {
        replace(ty, &|id| self.inputs.get(&id).copied());
    }

    /// The types that have properties for one way only, or hold some.
    fn touched(&self) -> BTreeSet<TypeId> {
        let ids = || (0..self.slots.len()).map(TypeId);
        let mut touched: BTreeSet<TypeId> = ids()
            .filter(|id| match self.item(*id).map(|item| &item.kind) {
                Some(Kind::Struct { fields, .. }) => fields.iter().any(|field| field.access != Access::Both),
                _ => false,
            })
            .collect();
        loop {
            let more: Vec<TypeId> = ids()
                .filter(|id| !touched.contains(id))
                .filter(|id| self.named_by(*id).iter().any(|named| touched.contains(named)))
                .collect();
            if more.is_empty() {
                return touched;
            }
            touched.extend(more);
        }
    }
}

impl Item {
    fn leave_out(&mut self, access: Access) {
        let Kind::Struct { fields, ignored, .. } = &mut self.kind else { return };
        ignored.extend(fields.iter().filter(|field| field.access == access).map(|field| field.wire.clone()));
        fields.retain(|field| field.access != access);
    }

    fn parts_mut(&mut self) -> Vec<&mut Type> {
        match &mut self.kind {
            Kind::Struct { fields, rest, .. } => {
                let rest = match rest {
                    Rest::Kept(_, ty) => Some(ty),
                    Rest::Ignored | Rest::Refused => None,
                };
                fields.iter_mut().map(|field| &mut field.ty).chain(rest).collect()
            }
            Kind::Union(union) => union.variants.iter_mut().map(|variant| &mut variant.ty).collect(),
            Kind::Newtype(ty) | Kind::Alias(ty) => vec![ty],
            Kind::Enum(_) | Kind::Constant(_) => Vec::new(),
        }
    }
}
