//! Defaults: what a property or a parameter is that was not sent (OpenAPI 3.0, Schema Object, `default`).

use serde_json::Value;

use super::reader::Reader;
use super::types::{Kind, Literal, Slot, Type, TypeId, Types};
use crate::diagnostic::Code;
use crate::source::Pointer;

/// So many schemas lead from one to the next; a loop of them is reported elsewhere.
const STEPS: usize = 100;

impl<'d> Reader<'d> {
    /// Where the default of the schema at `pointer` stands: in itself, or in what it refers to.
    pub(super) fn default_of(&self, pointer: &Pointer) -> Option<Pointer> {
        let mut schema = self.schema(pointer.clone())?;
        for _ in 0..STEPS {
            if let Some(default) = schema.default() {
                return Some(default);
            }
            let next = match schema.reference() {
                Some(reference) => self.leads_to(reference, &schema.pointer)?,
                None => schema.only_member()?,
            };
            schema = self.schema(next)?;
        }
        None
    }

    /// The default at `pointer` as a value of `ty`; `None` where it is none, which is reported.
    pub(super) fn default(&mut self, pointer: &Pointer, ty: &Type) -> Option<Literal> {
        let value = pointer.of(self.document.tree)?;
        if self.fits(value, ty, pointer.clone()).is_err() {
            return None; // reported with the schema that it stands in
        }
        let plain = self.types.literal(value, ty);
        Some(plain.unwrap_or_else(|| Literal::Json(value.to_string())))
    }

    /// Gives their defaults to the optional properties of all types that are decoded, once it is known which of them are.
    ///
    /// In a type that is only encoded a default says what a client may assume.
    pub(super) fn fill_defaults(&mut self) {
        if self.diagnostics.iter().any(|diagnostic| diagnostic.code == Code::ReferenceLoop) {
            return;
        }
        let mut found = Vec::new();
        for (id, item) in self.types.slots.iter().enumerate() {
            let Slot::Read(item) = item else { continue };
            let Kind::Struct { fields, .. } = &item.kind else { continue };
            let filled = fields.iter().enumerate().filter(|(_, field)| !field.required);
            if item.decoded || item.in_forms {
                let pointers =
                    filled.map(|(index, field)| (id, index, field.ty.clone(), field.pointer.clone()));
                found.extend(pointers);
            }
        }
        for (id, index, ty, pointer) in found {
            let Some(pointer) = self.default_of(&pointer) else { continue };
            let default = self.default(&pointer, &ty);
            if let Some(field) = self.types.field(TypeId(id), index) {
                field.default = default;
            }
        }
    }
}

impl Types {
    /// `value`, which is one of `ty`, as it is written down; `None` where its rule reads it better.
    fn literal(&self, value: &Value, ty: &Type) -> Option<Literal> {
        Some(match (ty, value) {
            (Type::Nullable(_), Value::Null) => Literal::Null,
            (Type::Nullable(inner), value) => Literal::Some(Box::new(self.literal(value, inner)?)),
            (Type::Checked(inner, _), value) => self.literal(value, inner)?,
            (Type::String(_), Value::String(text)) => Literal::String(text.clone()),
            (Type::Boolean, Value::Bool(value)) => Literal::Boolean(*value),
            // What fits an integer has no fraction and no more than 64 bits.
            (Type::Integer { .. }, Value::Number(number)) => {
                Literal::Integer(number.as_i64().or_else(|| number.as_f64().map(|float| float as i64))?)
            }
            (Type::Number { .. }, Value::Number(number)) => Literal::Number(number.as_f64()?),
            (Type::List(item, _), Value::Array(values)) => {
                let items = values.iter().map(|value| self.literal(value, item)).collect::<Option<_>>()?;
                Literal::List(items)
            }
            (Type::Named(id), value) => match (&self.item(*id)?.kind, value) {
                (Kind::Alias(meaning), value) => self.literal(value, meaning)?,
                (Kind::Constant(_), _) => Literal::Constant(*id),
                (Kind::Enum(choices), Value::String(text)) => {
                    let choice = choices.iter().find(|choice| choice.wire == *text)?;
                    Literal::Choice(*id, choice.name.clone())
                }
                _ => return None,
            },
            _ => return None,
        })
    }
}
