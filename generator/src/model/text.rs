//! What is sent as text, and has no one way to be read from it.

use super::check::Direction;
use super::operation::Operation;
use super::reader::Reader;
use super::request_body::Reading;
use super::style::Serialization;
use super::types::{Item, Kind, Slot, Type, TypeId};

impl Reader<'_> {
    /// Has the schema choose where a text might be of several types: in forms, in parameters, and in bodies of text.
    pub(super) fn choose_in_text<'o>(&mut self, operations: impl Iterator<Item = &'o mut Operation>) {
        for index in 0..self.types.slots.len() {
            let fields = match self.types.item(TypeId(index)) {
                Some(Item { in_forms: true, kind: Kind::Struct { fields, .. }, .. }) => fields,
                _ => continue,
            };
            let types: Vec<Type> = fields.iter().map(|field| field.ty.clone()).collect();
            let types: Vec<Type> = types.into_iter().map(|ty| self.chosen(ty)).collect();
            if let Some(Slot::Read(Item { kind: Kind::Struct { fields, .. }, .. })) =
                self.types.slots.get_mut(index)
            {
                fields.iter_mut().zip(types).for_each(|(field, ty)| field.ty = ty);
            }
        }
        for operation in operations {
            let parameters = operation.parameters.iter_mut().flat_map(|parameters| &mut parameters.fields);
            for parameter in parameters.filter(|parameter| parameter.serialization != Serialization::Json) {
                parameter.ty = self.chosen(parameter.ty.clone());
            }
            for content in operation.body.iter_mut().flat_map(|body| &mut body.contents) {
                if let Reading::Text(ty) = &mut content.reading {
                    *ty = self.chosen(ty.clone());
                }
            }
        }
    }

    /// `ty`, chosen by its schema.
    fn chosen(&mut self, ty: Type) -> Type {
        match ty {
            Type::List(item, items) => Type::List(Box::new(self.chosen(*item)), items),
            Type::Nullable(inner) => Type::Nullable(Box::new(self.chosen(*inner))),
            ty => match self.types.meaning(&ty) {
                Type::Named(id) => match self.types.item(*id) {
                    Some(Item { kind: Kind::Union(_), name, pointer, .. }) => {
                        let (name, pointer) = (name.clone(), pointer.clone());
                        Type::Checked(Box::new(ty), self.check(pointer, Direction::Request, &name))
                    }
                    _ => ty,
                },
                _ => ty,
            },
        }
    }
}
