//! Objects: structs, and maps where the members are all alike.

use super::doc::Doc;
use super::name::{Name, Scope};
use super::reader::Reader;
use super::schema::PASSWORD;
use super::types::{Field, Kind, Rest, Type};
use crate::diagnostic::{Code, Place};
use crate::document::{Additional, Schema};
use crate::source::Pointer;

impl<'d> Reader<'d> {
    /// Whether the members of an object have no names in its schema.
    pub(super) fn is_map(&self, schema: &Schema<'d>) -> bool {
        let closed =
            schema.additional_properties() == Additional::Refused && !schema.has("patternProperties");
        schema.properties().is_empty() && schema.required().is_empty() && !closed
    }

    /// An object whose members are all alike.
    pub(super) fn map(&mut self, schema: &Schema<'d>, wanted: &Name) -> Option<Type> {
        let member = match schema.additional_properties() {
            Additional::Schema(pointer) if !schema.has("patternProperties") => {
                self.read_type(pointer, &wanted.with("Value"))?
            }
            _ => Type::Json,
        };
        let length = self.length(schema, ["minProperties", "maxProperties"], ["object", "properties"])?;
        Some(Type::Map(Box::new(member), length))
    }

    /// An object with properties.
    pub(super) fn structure(&mut self, schema: &Schema<'d>, name: &Name) -> Option<Kind> {
        let mut members = Members::default();
        members.add(schema);
        self.hidden_members(schema, &mut members);
        self.fields(schema, members, name)
    }

    /// The struct of `members`, which all belong to `schema`.
    pub(super) fn fields(&mut self, schema: &Schema<'d>, members: Members<'d>, owner: &Name) -> Option<Kind> {
        let closed = members.additional == Some(Additional::Refused) && !members.hidden;
        let good = !closed || self.required_is_declared(schema, &members);
        let (mut names, mut fields, mut all) = (Scope::default(), Vec::new(), good);
        for (wire, pointers) in &members.properties {
            match self.field(wire, pointers, members.required.contains(wire), owner, &mut names) {
                Some(field) => fields.extend(field),
                None => all = false,
            }
        }
        let undeclared = members.required.iter().filter(|name| !members.declares(name));
        for (index, wire) in undeclared.enumerate() {
            let ty = self.undeclared_type(&members, owner)?;
            let place = schema.member("required").item(index);
            fields.push(Field::new(wire, names.take(&field_name(wire)?), Doc::default(), true, ty, place));
        }
        let rest = if closed {
            Rest::Refused
        } else if members.keeps_all() {
            let name = names.take(&Name::snake("additional_properties")?);
            Rest::Kept(name, self.undeclared_type(&members, owner)?)
        } else {
            Rest::Ignored
        };
        all.then_some(Kind::Struct { fields, rest, ignored: Vec::new() })
    }

    /// The type of a property that is not declared.
    fn undeclared_type(&mut self, members: &Members<'d>, owner: &Name) -> Option<Type> {
        match &members.additional {
            Some(Additional::Schema(pointer)) if !members.hidden => {
                self.read_type(pointer.clone(), &owner.with("Value"))
            }
            _ => Some(Type::Json),
        }
    }

    fn required_is_declared(&mut self, schema: &Schema<'d>, members: &Members<'d>) -> bool {
        let undeclared = members.required.iter().filter(|name| !members.declares(name));
        let undeclared: Vec<&str> = undeclared.copied().collect();
        for name in &undeclared {
            let at = schema.required().iter().position(|required| required == name);
            let place = at.map_or_else(
                || Place::Value(schema.pointer.clone()),
                |index| Place::Value(schema.member("required").item(index)),
            );
            let message =
                format!("the property `{name}` is required, and `additionalProperties: false` forbids it");
            self.report(Code::Unsatisfiable, place, message);
        }
        undeclared.is_empty()
    }

    /// The field of a property; `Some(None)` where its schema is `false`, so that it is never there.
    fn field(
        &mut self,
        wire: &str,
        pointers: &[Pointer],
        required: bool,
        owner: &Name,
        names: &mut Scope,
    ) -> Option<Option<Field>> {
        // The name is taken even where the type is refused, so that the others keep theirs.
        let name = names.take(&field_name(wire)?);
        let camel = Name::camel(wire).unwrap_or_else(|| Name::spelt(wire));
        let Some(pointer) = self.most_telling(pointers) else {
            let pointer = pointers.first()?.clone();
            return Some(Some(Field::new(wire, name, Doc::default(), required, Type::Json, pointer)));
        };
        let Some(schema) = self.schema(pointer.clone()) else {
            // What is never there has no field: the check of the whole object refuses it.
            let never = pointer.of(self.document.tree)?.as_bool() == Some(false);
            let ty = Type::Json;
            return Some((!never).then(|| Field::new(wire, name, Doc::default(), required, ty, pointer)));
        };
        let constant = schema.constant().filter(|_| required && !schema.says_more_than(&["const", "type"]));
        let ty = match constant {
            Some(_) => Type::Constant(self.constant(&schema)?),
            None => self.read_type(pointer.clone(), &owner.with(camel.as_str()))?,
        };
        let own = if schema.reference().is_some() && !schema.has("description") {
            None
        } else {
            schema.description()
        };
        let doc = Doc::of([own]).deprecated(schema.deprecated());
        let mut field = Field::new(wire, name, doc, required, ty, pointer);
        field.secret = schema.format() == Some(PASSWORD);
        field.access = self.access(&field.pointer);
        Some(Some(field))
    }
}

/// The name of the field of a property.
fn field_name(wire: &str) -> Option<Name> {
    let camel = Name::camel(wire).unwrap_or_else(|| Name::spelt(wire));
    Name::snake(wire).or_else(|| Name::snake(camel.as_str()))
}

/// What the schemas of one object say of its members.
#[derive(Debug, Default)]
pub(super) struct Members<'d> {
    /// The properties in the order of the document, each with where its schemas stand.
    pub(super) properties: Vec<(&'d str, Vec<Pointer>)>,
    pub(super) required: Vec<&'d str>,
    /// The one `additionalProperties` that is there.
    pub(super) additional: Option<Additional>,
    /// Whether other members are described as well, in a way that no field has.
    pub(super) hidden: bool,
}

impl<'d> Members<'d> {
    /// Adds what `schema` says by itself.
    pub(super) fn add(&mut self, schema: &Schema<'d>) {
        for (wire, pointer) in schema.properties() {
            match self.properties.iter_mut().find(|(known, _)| *known == wire) {
                Some((_, pointers)) => pointers.push(pointer),
                None => self.properties.push((wire, vec![pointer])),
            }
        }
        for name in schema.required() {
            if !self.required.contains(&name) {
                self.required.push(name);
            }
        }
        match (schema.additional_properties(), &self.additional) {
            (Additional::Unsaid, _) => {}
            (said, None) => self.additional = Some(said),
            (_, Some(_)) => self.hidden = true,
        }
        self.hidden |= schema.has("patternProperties");
    }

    pub(super) fn declares(&self, name: &str) -> bool {
        self.properties.iter().any(|(known, _)| *known == name)
    }

    fn keeps_all(&self) -> bool {
        self.hidden || matches!(self.additional, Some(Additional::Schema(_)))
    }
}
