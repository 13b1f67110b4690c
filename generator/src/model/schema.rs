//! From schemas to types.

use super::doc::Doc;
use super::name::{Name, Scope};
use super::reader::Reader;
use super::types::{Choice, Field, Item, Kind, Length, Slot, Type, TypeId};
use crate::diagnostic::{Code, Place};
use crate::document::Schema;
use crate::source::Pointer;

impl<'d> Reader<'d> {
    /// Reserves the names of the components before anything else is named, then reads them.
    pub(super) fn component_types(&mut self) {
        let schemas = Pointer::root().member("components").member("schemas");
        let components = schemas.of(self.document.tree).and_then(serde_json::Value::as_object);
        for (name, _) in components.into_iter().flatten() {
            self.reserve(schemas.member(name));
        }
        self.read_reserved();
    }

    /// The type of the schema at `pointer`; `wanted` names it where it needs a name.
    ///
    /// `None` where something is wrong, which has been reported.
    pub(super) fn type_at(&mut self, pointer: Pointer, wanted: &Name) -> Option<Type> {
        let ty = self.read_type(pointer, wanted);
        self.read_reserved();
        ty
    }

    /// The item of the schema at `pointer`, which is read when its turn comes: so a chain of references needs no stack.
    fn reserve(&mut self, pointer: Pointer) -> TypeId {
        if let Some(id) = self.types.by_pointer.get(&pointer) {
            return *id;
        }
        let text = pointer.tokens().last().map(std::borrow::Cow::into_owned).unwrap_or_default();
        let wanted = Name::camel(&text).unwrap_or_else(|| Name::spelt(&text));
        let name = self.names.take(&wanted);
        self.new_slot(name, pointer)
    }

    fn new_slot(&mut self, name: Name, pointer: Pointer) -> TypeId {
        let id = TypeId(self.types.slots.len());
        self.types.by_pointer.insert(pointer.clone(), id);
        self.types.slots.push(Slot::Reserved(name, pointer));
        id
    }

    fn read_reserved(&mut self) {
        while let Some((id, name, pointer)) = self.types.next_reserved() {
            let item = self.item(name, pointer.clone());
            if item.is_none() {
                self.lost.push(pointer);
            }
            self.types.fill(id, item);
        }
    }

    fn item(&mut self, name: Name, pointer: Pointer) -> Option<Item> {
        let schema = self.schema(pointer.clone())?;
        let kind = match self.shape(&schema)? {
            Shape::Reference => Kind::Alias(self.referred(&schema)?),
            Shape::Member(member) => Kind::Alias(self.member_type(&schema, member, &name)?),
            Shape::Object => self.structure(&schema, &name)?,
            Shape::Choices => self.choices(&schema)?,
            Shape::Plain(kind) => Kind::Alias(self.plain(&schema, kind, &name)?),
        };
        let meant = match (&kind, self.types.by_pointer.get(&pointer)) {
            (Kind::Alias(ty), _) => Some(ty.clone()),
            (Kind::Struct { .. } | Kind::Enum(_), id) => id.copied().map(Type::Named),
        };
        if let Some(meant) = meant {
            self.examples_in(&schema, &meant);
        }
        let doc = Doc::of([schema.description()]).deprecated(schema.deprecated());
        Some(Item {
            name,
            doc,
            kind,
            secret: schema.format() == Some(PASSWORD),
            decoded: false,
            in_forms: false,
            encoded: false,
            in_text: false,
            pointer,
        })
    }

    pub(super) fn read_type(&mut self, pointer: Pointer, wanted: &Name) -> Option<Type> {
        let schema = self.schema(pointer.clone())?;
        let ty = match self.shape(&schema)? {
            Shape::Reference => {
                let ty = self.referred(&schema)?;
                self.default_in(&schema, &ty);
                return Some(ty);
            }
            Shape::Member(member) => {
                let ty = self.member_type(&schema, member, wanted)?;
                self.examples_in(&schema, &ty);
                ty
            }
            Shape::Object | Shape::Choices => {
                let id = match self.types.by_pointer.get(&pointer) {
                    Some(id) => *id,
                    None => {
                        let name = self.take_type(wanted, "Schema");
                        self.new_slot(name, pointer)
                    }
                };
                Type::Named(id)
            }
            Shape::Plain(kind) => {
                let ty = self.plain(&schema, kind, wanted)?;
                self.examples_in(&schema, &ty);
                ty
            }
        };
        Some(if schema.nullable() { Type::Nullable(Box::new(ty)) } else { ty })
    }

    fn referred(&mut self, schema: &Schema<'d>) -> Option<Type> {
        let reference = schema.reference()?;
        let target = self.target(reference, &schema.pointer)?;
        if !self.document.is_schema(&target) {
            let place = Place::Value(schema.member("$ref"));
            self.unsupported(
                place,
                &format!("the reference `{reference}`, to where the specification has no schema,"),
                "put the schema under `components/schemas`",
            );
            return None;
        }
        let nullable = self.schema(target.clone()).is_some_and(|schema| schema.nullable());
        let named = Type::Named(self.reserve(target));
        Some(if nullable { Type::Nullable(Box::new(named)) } else { named })
    }

    fn shape(&mut self, schema: &Schema<'d>) -> Option<Shape> {
        if schema.reference().is_some() {
            return Some(Shape::Reference);
        }
        if schema.has("allOf") {
            return self.only_member(schema).map(Shape::Member);
        }
        let types = schema.types();
        let place = || Place::Value(schema.pointer.clone());
        let only_strings =
            schema.choices().is_some_and(|choices| choices.iter().all(serde_json::Value::is_string));
        match types.as_slice() {
            ["string"] if schema.has("enum") => Some(Shape::Choices),
            [] if only_strings => Some(Shape::Choices),
            ["object"] => Some(Shape::Object),
            ["array"] => Some(Shape::Plain(Plain::Array)),
            ["string"] => Some(Shape::Plain(Plain::String)),
            ["integer"] => Some(Shape::Plain(Plain::Integer)),
            ["number"] => Some(Shape::Plain(Plain::Number)),
            ["boolean"] => Some(Shape::Plain(Plain::Boolean)),
            // What stands in the place of a type is refused already, key by key.
            [] if COMPOSED.iter().any(|key| schema.has(key)) => None,
            [] => {
                self.unsupported(place(), "a schema without a type", "give it a `type`");
                None
            }
            _ => {
                self.unsupported(
                    Place::Value(schema.member("type")),
                    "a schema with several types",
                    "keep one of them",
                );
                None
            }
        }
    }

    fn plain(&mut self, schema: &Schema<'d>, kind: Plain, wanted: &Name) -> Option<Type> {
        if schema.has("enum") {
            return self.enum_of_others(schema, kind);
        }
        match kind {
            Plain::Boolean => Some(Type::Boolean),
            Plain::String => self.string(schema),
            Plain::Integer => self.integer(schema),
            Plain::Number => self.number(schema),
            Plain::Array => {
                let Some(items) = schema.items() else {
                    if schema.has("prefixItems") {
                        return None; // refused already, with its key
                    }
                    let place = Place::Value(schema.pointer.clone());
                    self.unsupported(place, "an array of anything", "give it `items`");
                    return None;
                };
                let item = self.read_type(items, &wanted.with("Item"))?;
                let length = self.length(schema, ["minItems", "maxItems"], ["array", "items"])?;
                Some(Type::List(Box::new(item), length))
            }
        }
    }

    /// `minLength` and `maxLength`, or `minItems` and `maxItems`, of a `whole` that is counted in `parts`.
    pub(super) fn length(
        &mut self,
        schema: &Schema<'d>,
        [min_key, max_key]: [&str; 2],
        [whole, parts]: [&str; 2],
    ) -> Option<Length> {
        let min = schema.count(min_key).unwrap_or(0);
        // Nothing as long as four gigabytes is ever read.
        let max = schema.count(max_key).filter(|max| *max < u64::from(u32::MAX));
        if let Some(max) = max.filter(|max| *max < min) {
            let message = format!("no {whole} has at least {min} and at most {max} {parts}");
            self.report(Code::Unsatisfiable, Place::Value(schema.member(max_key)), message);
            return None;
        }
        Some(Length { min, max })
    }

    fn structure(&mut self, schema: &Schema<'d>, name: &Name) -> Option<Kind> {
        let Some(open) = schema.additional_properties() else {
            self.unsupported(
                Place::Value(schema.member("additionalProperties")),
                "a schema for additional properties",
                "list the `properties`",
            );
            return None;
        };
        let properties = schema.properties();
        if properties.is_empty() && open {
            let place = Place::Value(schema.pointer.clone());
            self.unsupported(place, "an object without properties", "list the `properties`");
            return None;
        }
        let required = schema.required();
        let good = self.required_is_declared(schema, &required, open);
        let mut names = Scope::default();
        let mut fields = Some(Vec::new());
        for (wire, pointer) in properties {
            let field = self.field(wire, pointer, required.contains(&wire), name, &mut names);
            fields = fields.zip(field).map(|(mut fields, field)| {
                fields.push(field);
                fields
            });
        }
        fields.filter(|_| good).map(|fields| Kind::Struct { fields, closed: !open })
    }

    fn required_is_declared(&mut self, schema: &Schema<'d>, required: &[&str], open: bool) -> bool {
        let properties = schema.properties();
        let mut good = true;
        for (index, name) in required.iter().enumerate() {
            if properties.iter().any(|(declared, _)| declared == name) {
                continue;
            }
            good = false;
            let place = Place::Value(schema.member("required").item(index));
            if open {
                self.unsupported(
                    place,
                    &format!("the required property `{name}`, which `properties` lacks,"),
                    &format!("add `{name}` to the `properties`"),
                );
            } else {
                let message = format!(
                    "the property `{name}` is required, and `additionalProperties: false` forbids it"
                );
                self.report(Code::Unsatisfiable, place, message);
            }
        }
        good
    }

    fn field(
        &mut self,
        wire: &str,
        pointer: Pointer,
        required: bool,
        owner: &Name,
        names: &mut Scope,
    ) -> Option<Field> {
        let camel = Name::camel(wire).unwrap_or_else(|| Name::spelt(wire));
        let snake = Name::snake(wire).or_else(|| Name::snake(camel.as_str()))?;
        // The name is taken even where the type is refused, so that the others keep theirs.
        let name = names.take(&snake);
        let ty = self.read_type(pointer.clone(), &owner.with(camel.as_str()))?;
        let schema = self.schema(pointer.clone())?;
        let own = if schema.reference().is_some() { None } else { schema.description() };
        let doc = Doc::of([own]).deprecated(schema.deprecated());
        let secret = schema.format() == Some(PASSWORD);
        Some(Field { wire: wire.to_owned(), name, doc, required, ty, secret, default: None, pointer })
    }

    fn choices(&mut self, schema: &Schema<'d>) -> Option<Kind> {
        for key in ["minLength", "maxLength"] {
            if schema.has(key) {
                let place = Place::Key(schema.member(key));
                self.unsupported(place, &format!("`{key}` beside `enum`"), "leave it out");
            }
        }
        let at = schema.member("enum");
        let values = schema.choices()?;
        let (mut names, mut choices) = (Scope::default(), Vec::<Choice>::new());
        let mut good = !values.is_empty();
        if values.is_empty() {
            self.report(Code::WrongValue, Place::Value(at.clone()), "an `enum` has at least one value");
        }
        for (index, value) in values.iter().enumerate() {
            let place = Place::Value(at.item(index));
            match value.as_str() {
                None if value.is_null() && schema.nullable() => {}
                None => {
                    let message = "the schema is a string, and this value of its `enum` is none";
                    self.report_with_help(Code::WrongValue, place, message, "put it in quotes, or remove it");
                    good = false;
                }
                Some(text) if choices.iter().any(|choice| choice.wire == text) => {
                    self.report(Code::NoEffect, place, "this value is in the `enum` already");
                }
                Some(text) => {
                    choices.push(Choice { wire: text.to_owned(), name: names.take(&choice_name(text)) })
                }
            }
        }
        good.then_some(Kind::Enum(choices))
    }

    fn enum_of_others(&mut self, schema: &Schema<'d>, kind: Plain) -> Option<Type> {
        let at = Place::Value(schema.member("enum"));
        let fits = |value: &serde_json::Value| match kind {
            Plain::String => value.is_string(),
            Plain::Integer | Plain::Number => value.is_number(),
            Plain::Boolean => value.is_boolean(),
            Plain::Array => value.is_array(),
        };
        match schema.choices() {
            Some(values) if values.is_empty() => {
                self.report(Code::WrongValue, at, "an `enum` has at least one value");
            }
            Some(values) if !values.iter().any(fits) => {
                self.report(Code::Unsatisfiable, at, "no value of the `enum` has the type of the schema");
            }
            _ => self.unsupported(at, "an `enum` of anything but strings", "say it in the description"),
        }
        None
    }
}

/// The format whose values are not to be shown (OpenAPI, "Data Types").
const PASSWORD: &str = "password";

/// Keywords that say what a schema is in the place of a type.
const COMPOSED: [&str; 7] = ["$dynamicRef", "anyOf", "const", "if", "not", "oneOf", "prefixItems"];

/// What a schema is, as far as it needs a name.
enum Shape {
    Reference,
    /// An `allOf` of one schema, and where that stands.
    Member(Pointer),
    Object,
    Choices,
    Plain(Plain),
}

/// What needs no name.
#[derive(Clone, Copy)]
enum Plain {
    String,
    Integer,
    Number,
    Boolean,
    Array,
}

/// A sign in front tells choices apart as letters do: `name` and `-name`, `+1` and `-1`.
fn choice_name(text: &str) -> Name {
    let signed = [("+", "plus"), ("-", "minus")].into_iter().find_map(|(sign, word)| {
        let rest = text.strip_prefix(sign).filter(|rest| rest.starts_with(char::is_alphanumeric))?;
        Name::camel(&format!("{word} {rest}"))
    });
    signed.or_else(|| Name::camel(text)).unwrap_or_else(|| Name::spelt(text))
}
