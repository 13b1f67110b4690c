//! What can only be seen of all types together: loops among them, and which way each of them goes.

use std::collections::BTreeSet;

use super::types::{Field, Kind, Slot, Type, TypeId, Types, Use};
use crate::diagnostic::{Code, Diagnostic, Place};

impl Types {
    /// Boxes what holds itself, refuses what can never end, and carries the uses to everything inside.
    pub(super) fn finish(&mut self, diagnostics: &mut Vec<Diagnostic>) {
        self.refuse_loops_of_names(diagnostics);
        self.refuse_endless(diagnostics);
        self.box_loops();
        self.carry_uses();
    }

    fn ids(&self) -> impl Iterator<Item = TypeId> + use<> {
        (0..self.slots.len()).map(TypeId)
    }

    /// A name for itself means nothing; a list of itself means something that Rust's aliases cannot say.
    fn refuse_loops_of_names(&self, diagnostics: &mut Vec<Diagnostic>) {
        let mut seen = BTreeSet::new();
        for id in self.ids() {
            let aliased = |id: TypeId| {
                self.item(id).and_then(|item| match &item.kind {
                    Kind::Alias(ty) => inner(ty),
                    Kind::Struct { .. } | Kind::Enum(_) => None,
                })
            };
            let Some(loop_) = path_back(id, |id| aliased(id).into_iter().collect()) else { continue };
            let fresh = !seen.contains(&id);
            seen.extend(loop_.iter().copied());
            let Some(item) = self.item(id).filter(|_| fresh) else { continue };
            let lists = loop_
                .iter()
                .filter_map(|id| self.item(*id))
                .any(|item| matches!(&item.kind, Kind::Alias(ty) if is_list(ty)));
            diagnostics.push(if lists {
                let place = Place::Value(item.pointer.clone());
                Diagnostic::new(Code::Unsupported, place, "an array of itself is not supported yet")
            } else {
                let place = Place::Value(item.pointer.member("$ref"));
                Diagnostic::new(Code::ReferenceLoop, place, "the reference leads back to itself")
            });
        }
    }

    /// An object that requires itself, through other objects perhaps, would have no end.
    fn refuse_endless(&self, diagnostics: &mut Vec<Diagnostic>) {
        let mut seen = BTreeSet::new();
        for id in self.ids() {
            let Some(loop_) = path_back(id, |id| self.held(id, |field| field.required)) else { continue };
            let fresh = !seen.contains(&id);
            seen.extend(loop_.iter().copied());
            let next = loop_.get(1).copied().unwrap_or(id);
            let Some(field) =
                self.fields(id).find(|field| field.required && self.held_by(&field.ty) == Some(next))
            else {
                continue;
            };
            if fresh {
                let place = Place::Value(field.pointer.member("$ref"));
                let message = "the object requires itself, so no value of it has an end";
                diagnostics.push(
                    Diagnostic::new(Code::Unsatisfiable, place, message)
                        .help("leave a property of the loop out of `required`, or let it be null"),
                );
            }
        }
    }

    fn box_loops(&mut self) {
        let mut boxed = Vec::new();
        for id in self.ids() {
            for (index, field) in self.fields(id).enumerate() {
                let Some(held) = self.held_by_value(&field.ty) else { continue };
                if held == id || reaches(held, id, |id| self.held_by_value_in(id)) {
                    boxed.push((id, index));
                }
            }
        }
        for (id, index) in boxed {
            if let Some(field) = self.field(id, index) {
                box_it(&mut field.ty);
            }
        }
    }

    fn carry_uses(&mut self) {
        let mut open = std::mem::take(&mut self.uses);
        while let Some((ty, usage)) = open.pop() {
            let Some(Slot::Read(item)) = inner(&ty).and_then(|id| self.slots.get_mut(id.0)) else { continue };
            let flag = match usage {
                Use::Request => &mut item.decoded,
                Use::Form => &mut item.in_forms,
                Use::Response => &mut item.encoded,
                Use::Text => &mut item.in_text,
            };
            if std::mem::replace(flag, true) {
                continue;
            }
            match &item.kind {
                Kind::Struct { fields, .. } => {
                    open.extend(fields.iter().map(|field| (field.ty.clone(), usage)))
                }
                Kind::Alias(ty) => open.push((ty.clone(), usage)),
                Kind::Enum(_) => {}
            }
        }
    }

    fn fields(&self, id: TypeId) -> impl Iterator<Item = &Field> {
        let fields = self.item(id).and_then(|item| match &item.kind {
            Kind::Struct { fields, .. } => Some(fields),
            Kind::Enum(_) | Kind::Alias(_) => None,
        });
        fields.into_iter().flatten()
    }

    /// The objects that a value of `id` must hold, through the fields that `which` takes.
    fn held(&self, id: TypeId, which: fn(&Field) -> bool) -> Vec<TypeId> {
        self.fields(id).filter(|field| which(field)).filter_map(|field| self.held_by(&field.ty)).collect()
    }

    /// The object that a value of `ty` cannot do without.
    fn held_by(&self, ty: &Type) -> Option<TypeId> {
        match self.meaning(ty) {
            Type::Named(id) | Type::Boxed(id) => Some(*id),
            _ => None,
        }
    }

    /// The object that lies within the memory of `ty`, not behind a pointer.
    fn held_by_value(&self, ty: &Type) -> Option<TypeId> {
        match self.meaning(ty) {
            Type::Named(id) => Some(*id),
            Type::Nullable(ty) => self.held_by_value(ty),
            _ => None,
        }
    }

    fn held_by_value_in(&self, id: TypeId) -> Vec<TypeId> {
        self.fields(id).filter_map(|field| self.held_by_value(&field.ty)).collect()
    }
}

/// The item that `ty` names, in a list or not.
fn inner(ty: &Type) -> Option<TypeId> {
    match ty {
        Type::Named(id) | Type::Boxed(id) => Some(*id),
        Type::List(ty, _) | Type::Nullable(ty) => inner(ty),
        Type::String(_) | Type::Integer { .. } | Type::Number { .. } | Type::Boolean => None,
    }
}

fn is_list(ty: &Type) -> bool {
    match ty {
        Type::List(..) => true,
        Type::Nullable(ty) => is_list(ty),
        _ => false,
    }
}

fn box_it(ty: &mut Type) {
    match ty {
        Type::Named(id) => *ty = Type::Boxed(*id),
        Type::Nullable(inner) => box_it(inner),
        _ => {}
    }
}

/// Whether `next` leads from `from` to `to`.
fn reaches(from: TypeId, to: TypeId, next: impl Fn(TypeId) -> Vec<TypeId>) -> bool {
    let (mut open, mut seen) = (vec![from], BTreeSet::new());
    while let Some(id) = open.pop() {
        if id == to {
            return true;
        }
        if seen.insert(id) {
            open.extend(next(id));
        }
    }
    false
}

/// The way from `start` back to `start`, beginning with it, if `next` leads there.
fn path_back(start: TypeId, next: impl Fn(TypeId) -> Vec<TypeId>) -> Option<Vec<TypeId>> {
    let (mut open, mut seen) = (vec![vec![start]], BTreeSet::new());
    while let Some(path) = open.pop() {
        for id in path.last().map(|last| next(*last)).into_iter().flatten() {
            if id == start {
                return Some(path);
            }
            if seen.insert(id) {
                open.push(path.iter().copied().chain([id]).collect());
            }
        }
    }
    None
}
