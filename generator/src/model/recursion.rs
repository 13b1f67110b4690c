//! What can only be seen of all types together: loops among them, and which way each of them goes.

use std::collections::BTreeSet;

use super::types::{Field, Item, Kind, Slot, Type, TypeId, Types, Use};
use crate::diagnostic::{Code, Diagnostic, Place};

impl Types {
    /// Boxes what holds itself, refuses what can never end, and carries the uses to everything inside.
    pub(super) fn finish(&mut self, diagnostics: &mut Vec<Diagnostic>) {
        self.refuse_loops_of_names(diagnostics);
        self.refuse_endless(diagnostics);
        self.box_loops();
        self.carry_uses();
        self.refuse_files_in_json(diagnostics);
    }

    /// A file is no JSON.
    fn refuse_files_in_json(&self, diagnostics: &mut Vec<Diagnostic>) {
        for item in self.items().filter(|item| item.has_files() && (item.decoded || item.encoded)) {
            let place = Place::Value(item.pointer.clone());
            let message = "an object with files that is sent as JSON, too, is not supported yet";
            let help = "until it is, give the JSON a schema of its own";
            diagnostics.push(Diagnostic::new(Code::Unsupported, place, message).help(help));
        }
    }

    fn ids(&self) -> impl Iterator<Item = TypeId> + use<> {
        (0..self.slots.len()).map(TypeId)
    }

    /// A name for itself means nothing. A list of itself means something that Rust's aliases cannot say, and a struct can.
    fn refuse_loops_of_names(&mut self, diagnostics: &mut Vec<Diagnostic>) {
        let mut seen = BTreeSet::new();
        for id in self.ids() {
            let aliased = |id: TypeId| {
                self.item(id).map_or_else(Vec::new, |item| match &item.kind {
                    Kind::Alias(ty) => named_in(ty),
                    _ => Vec::new(),
                })
            };
            let Some(loop_) = path_back(id, aliased) else { continue };
            let fresh = !seen.contains(&id);
            seen.extend(loop_.iter().copied());
            let Some(item) = self.item(id).filter(|_| fresh) else { continue };
            let lists = loop_
                .iter()
                .filter_map(|id| self.item(*id))
                .any(|item| matches!(&item.kind, Kind::Alias(ty) if is_list(ty)));
            if lists {
                self.wrap(id);
                continue;
            }
            let place = Place::Value(item.pointer.member("$ref"));
            diagnostics.push(Diagnostic::new(
                Code::ReferenceLoop,
                place,
                "the reference leads back to itself",
            ));
        }
    }

    /// Makes a type of its own of what was another name.
    fn wrap(&mut self, id: TypeId) {
        if let Some(Slot::Read(Item { kind, .. })) = self.slots.get_mut(id.0)
            && let Kind::Alias(ty) = kind
        {
            *kind = Kind::Newtype(ty.clone());
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
            let holds = |ty: &Type| {
                let held = self.held_by_value(ty);
                held.into_iter().any(|held| held == id || reaches(held, id, |id| self.held_by_value_in(id)))
            };
            let parts = self.item(id).map(Item::parts).unwrap_or_default();
            boxed.extend(
                parts.into_iter().enumerate().filter(|(_, ty)| holds(ty)).map(|(index, _)| (id, index)),
            );
        }
        for (id, index) in boxed {
            if let Some(ty) = self.part(id, index) {
                box_it(ty);
            }
        }
    }

    /// The type of the field or the variant with the index `index`.
    fn part(&mut self, id: TypeId, index: usize) -> Option<&mut Type> {
        match self.slots.get_mut(id.0)? {
            Slot::Read(Item { kind: Kind::Struct { fields, .. }, .. }) => {
                fields.get_mut(index).map(|field| &mut field.ty)
            }
            Slot::Read(Item { kind: Kind::Union(union), .. }) => {
                union.variants.get_mut(index).map(|variant| &mut variant.ty)
            }
            _ => None,
        }
    }

    fn carry_uses(&mut self) {
        let mut open = std::mem::take(&mut self.uses);
        while let Some((ty, usage)) = open.pop() {
            open.extend(ty.parts().iter().map(|part| (part.clone(), usage)));
            let is_text = matches!(usage, Use::Form | Use::Text);
            if let Type::Checked(inner, _) = &ty
                && is_text
            {
                open.push(((**inner).clone(), Use::Request));
            }
            let (Type::Named(id) | Type::Boxed(id)) = &ty else { continue };
            let id = *id;
            // Which of several types a text is, is seen in the JSON that it might be.
            let chooses = self.item(id).is_some_and(|item| matches!(item.kind, Kind::Union(_)));
            if chooses && is_text {
                open.push((ty.clone(), Use::Request));
            }
            let Some(Slot::Read(item)) = self.slots.get_mut(id.0) else { continue };
            let flag = match usage {
                Use::Request => &mut item.decoded,
                Use::Form => &mut item.in_forms,
                Use::Response => &mut item.encoded,
                Use::Text => &mut item.in_text,
            };
            if std::mem::replace(flag, true) {
                continue;
            }
            // What is asked of a form as a whole is asked of the JSON that it would be.
            if usage == Use::Form && item.check.is_some() {
                open.push((ty, Use::Response));
            }
            let Some(item) = self.item(id) else { continue };
            match &item.kind {
                // A property of a form may be JSON.
                Kind::Struct { fields, .. } if usage == Use::Form => {
                    open.extend(fields.iter().map(|field| {
                        let is_json = field.encoding.as_ref().is_some_and(|encoding| encoding.json);
                        (field.ty.clone(), if is_json { Use::Request } else { usage })
                    }));
                }
                _ => open.extend(item.parts().into_iter().map(|ty| (ty.clone(), usage))),
            }
        }
    }

    fn fields(&self, id: TypeId) -> impl Iterator<Item = &Field> {
        let fields = self.item(id).and_then(|item| match &item.kind {
            Kind::Struct { fields, .. } => Some(fields),
            _ => None,
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
            Type::Checked(inner, _) => self.held_by(inner),
            _ => None,
        }
    }

    /// What lies within the memory of `ty`, not behind a pointer.
    fn held_by_value(&self, ty: &Type) -> Vec<TypeId> {
        match self.meaning(ty) {
            Type::Named(id) => vec![*id],
            Type::Nullable(ty) | Type::Checked(ty, _) => self.held_by_value(ty),
            Type::Tuple(types) => types.iter().flat_map(|ty| self.held_by_value(ty)).collect(),
            _ => Vec::new(),
        }
    }

    /// The items that the item `id` names.
    pub(super) fn named_by(&self, id: TypeId) -> Vec<TypeId> {
        let parts = self.item(id).map(Item::parts).unwrap_or_default();
        parts.into_iter().flat_map(named_in).collect()
    }

    fn held_by_value_in(&self, id: TypeId) -> Vec<TypeId> {
        match self.item(id) {
            Some(item) if matches!(item.kind, Kind::Struct { .. } | Kind::Union(_)) => {
                // What a struct keeps of its other members is on the heap.
                let fields = match &item.kind {
                    Kind::Struct { fields, .. } => fields.len(),
                    _ => usize::MAX,
                };
                item.parts().into_iter().take(fields).flat_map(|ty| self.held_by_value(ty)).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// The items that `ty` names, in a list or not.
fn named_in(ty: &Type) -> Vec<TypeId> {
    match ty {
        Type::Named(id) | Type::Boxed(id) => vec![*id],
        other => other.parts().iter().flat_map(named_in).collect(),
    }
}

/// Whether `ty` holds its parts on the heap.
fn is_list(ty: &Type) -> bool {
    matches!(ty, Type::List(..) | Type::Map(..)) || ty.parts().iter().any(is_list)
}

fn box_it(ty: &mut Type) {
    match ty {
        Type::Named(id) => *ty = Type::Boxed(*id),
        Type::Nullable(inner) | Type::Checked(inner, _) => box_it(inner),
        Type::Tuple(types) => types.iter_mut().for_each(box_it),
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
