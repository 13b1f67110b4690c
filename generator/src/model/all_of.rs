//! `allOf` of one schema: that schema, with annotations of its own.

use super::name::Name;
use super::reader::Reader;
use super::types::{Kind, Type, Types};
use crate::diagnostic::{Code, Place};
use crate::document::Schema;
use crate::source::Pointer;

/// A `type` beside the `allOf` of one schema, which has become a type itself.
pub(super) struct Beside {
    name: String,
    pointer: Pointer,
    ty: Type,
}

impl<'d> Reader<'d> {
    /// The one member of the `allOf` in `schema`, beside which nothing else says what is valid; anything else is refused.
    pub(super) fn only_member(&mut self, schema: &Schema<'d>) -> Option<Pointer> {
        const INSTEAD: &str = "write the properties of all of them in one schema";
        let Some(member) = schema.only_member() else {
            self.unsupported(Place::Key(schema.member("allOf")), "`allOf` of several schemas", INSTEAD);
            return None;
        };
        let mut good = true;
        for key in schema.keys().filter(|key| !BESIDE.contains(key) && !key.starts_with("x-")) {
            let place = Place::Key(schema.member(key));
            self.unsupported(place, &format!("`{key}` beside `allOf`"), INSTEAD);
            good = false;
        }
        if schema.types().len() > 1 {
            let place = Place::Value(schema.member("type"));
            self.unsupported(place, "a schema with several types", "keep one of them");
            good = false;
        }
        good.then_some(member)
    }

    /// The type of `member`, as far as `schema` beside it admits its values. `null` is added where the whole is done.
    pub(super) fn member_type(
        &mut self,
        schema: &Schema<'d>,
        member: Pointer,
        wanted: &Name,
    ) -> Option<Type> {
        let ty = self.read_type(member, wanted)?;
        for name in schema.types() {
            let pointer = schema.member("type");
            self.beside.push(Beside { name: name.to_owned(), pointer, ty: ty.clone() });
        }
        Some(match ty {
            Type::Nullable(inner) if schema.nullable() || schema.excludes_null() => *inner,
            other => other,
        })
    }

    /// Refuses each `type` that the member of its `allOf` contradicts, once all types are known.
    pub(super) fn check_beside(&mut self) {
        for Beside { name, pointer, ty } in std::mem::take(&mut self.beside) {
            let place = Place::Value(pointer);
            if name == "integer" && self.types.has_type(&ty, "number") && !self.types.has_type(&ty, &name) {
                self.unsupported(place, "`integer` beside a number in the `allOf`", "write one schema");
            } else if !self.types.has_type(&ty, &name) {
                let message =
                    format!("a value is not of the type `{name}` and of that in the `allOf` at once");
                self.report(Code::Unsatisfiable, place, message);
            }
        }
    }
}

impl Types {
    /// Whether all values of `ty` but `null` are of the type `name`.
    fn has_type(&self, ty: &Type, name: &str) -> bool {
        match self.meaning(ty) {
            Type::String(_) => name == "string",
            Type::Integer { .. } => matches!(name, "integer" | "number"),
            Type::Number { .. } => name == "number",
            Type::Boolean => name == "boolean",
            Type::List(..) => name == "array",
            Type::Nullable(inner) => self.has_type(inner, name),
            Type::Named(id) | Type::Boxed(id) => match self.item(*id).map(|item| &item.kind) {
                Some(Kind::Struct { .. }) => name == "object",
                Some(Kind::Enum(_)) => name == "string",
                Some(Kind::Alias(_)) | None => true, // refused, for a reason of its own
            },
        }
    }
}

/// What says nothing of a value, or is read here.
const BESIDE: [&str; 14] = [
    "$comment",
    "allOf",
    "default",
    "deprecated",
    "description",
    "example",
    "examples",
    "externalDocs",
    "nullable",
    "readOnly",
    "title",
    "type",
    "writeOnly",
    "xml",
];
