//! From schemas to types.

use serde_json::Value;

use super::check::Direction;
use super::doc::Doc;
use super::name::Name;
use super::reader::Reader;
use super::types::{Item, Items, Kind, Length, Slot, Type, TypeId, Union};
use crate::diagnostic::{Code, Place};
use crate::document::Schema;
use crate::source::Pointer;

impl<'d> Reader<'d> {
    /// Reserves the names of the components before anything else is named, then reads them.
    pub(super) fn component_types(&mut self) {
        let schemas = Pointer::root().member("components").member("schemas");
        let components = schemas.of(self.document.tree).and_then(Value::as_object);
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
    pub(super) fn reserve(&mut self, pointer: Pointer) -> TypeId {
        if let Some(id) = self.types.by_pointer.get(&pointer) {
            return *id;
        }
        let text = pointer.tokens().last().map(std::borrow::Cow::into_owned).unwrap_or_default();
        let wanted = Name::camel(&text).unwrap_or_else(|| Name::spelt(&text));
        // A type around another one is a pattern, too, and these are patterns of every file.
        let is_pattern = ["Some", "None", "Ok", "Err"].contains(&wanted.as_str());
        let name = self.names.take(&if is_pattern { wanted.with("_") } else { wanted });
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
        let Some(schema) = self.schema(pointer.clone()) else {
            let ty = self.boolean_schema(&pointer, &name)?;
            return Some(Item::new(name, Doc::default(), Kind::Alias(ty), pointer));
        };
        self.warn_of_impossible(&schema);
        let shape = self.shape(&schema);
        let (kind, handled) = match shape.clone() {
            Shape::Object => (self.structure(&schema, &name)?, OBJECT),
            Shape::Choices => (self.choices(&schema)?, CHOICES),
            Shape::Union(key) => (self.union(&schema, key, &name)?, UNION),
            Shape::Constant => (Kind::Constant(self.constant(&schema)?), CONSTANT),
            Shape::Composed => (self.composed(&schema, &name)?, COMPOSED),
            other => {
                let ty = self.plain_shape(&schema, other, &name)?;
                (self.newtype(ty, &pointer), &[][..])
            }
        };
        let needs_check = match (&kind, shape) {
            (Kind::Alias(_) | Kind::Newtype(_), _) => false, // its type is checked
            (Kind::Union(Union { tag: None, .. }), _) => true,
            (_, Shape::Composed) => !self.merges_exactly(&schema),
            _ => schema.says_more_than(handled),
        };
        let check = needs_check.then(|| self.check(pointer.clone(), Direction::Request, &name));
        let meant = match (&kind, self.types.by_pointer.get(&pointer)) {
            (Kind::Alias(ty), _) => Some(ty.clone()),
            (_, id) => id.copied().map(Type::Named),
        };
        if let Some(meant) = meant {
            self.examples_in(&schema, &meant);
        }
        let doc = Doc::of([schema.description()]).deprecated(schema.deprecated());
        let mut item = Item::new(name, doc, kind, pointer);
        item.check = check;
        item.secret = schema.format() == Some(PASSWORD);
        Some(item)
    }

    /// A property may be forbidden by what takes no value; a component that takes none is a mistake.
    fn warn_of_impossible(&mut self, schema: &Schema<'d>) {
        let not = schema.member("not");
        let takes_all = match not.of(self.document.tree) {
            Some(Value::Bool(all)) => *all,
            Some(Value::Object(said)) => said.is_empty(),
            _ => false,
        };
        if takes_all {
            let message = "no value meets this schema: its `not` takes every value";
            self.report(Code::Impossible, Place::Key(not), message);
        }
    }

    pub(super) fn read_type(&mut self, pointer: Pointer, wanted: &Name) -> Option<Type> {
        let Some(schema) = self.schema(pointer.clone()) else {
            return self.boolean_schema(&pointer, wanted);
        };
        let shape = self.shape(&schema);
        let ty = match shape.clone() {
            Shape::Reference => {
                let ty = self.referred(&schema)?;
                self.default_in(&schema, &ty);
                return Some(ty);
            }
            Shape::Object | Shape::Choices | Shape::Union(_) | Shape::Constant | Shape::Composed => {
                let id = match self.types.by_pointer.get(&pointer) {
                    Some(id) => *id,
                    None => {
                        let name = self.take_type(wanted, "Schema");
                        self.new_slot(name, pointer)
                    }
                };
                Type::Named(id)
            }
            other => {
                let ty = self.plain_shape(&schema, other, wanted)?;
                self.examples_in(&schema, &ty);
                ty
            }
        };
        Some(self.with_null(&schema, shape, ty, wanted))
    }

    /// `true` and `false` (JSON Schema Core, 4.3.2).
    fn boolean_schema(&mut self, pointer: &Pointer, wanted: &Name) -> Option<Type> {
        match pointer.of(self.document.tree)? {
            Value::Bool(true) => Some(Type::Json),
            Value::Bool(false) => Some(self.checked(Type::Json, pointer, wanted)),
            _ => None, // refused by the table
        }
    }

    /// `ty`, of values that are as the schema at `pointer` says.
    pub(super) fn checked(&mut self, ty: Type, pointer: &Pointer, wanted: &Name) -> Type {
        Type::Checked(Box::new(ty), self.check(pointer.clone(), Direction::Request, wanted))
    }

    /// What the schema at `pointer` is called, whose values are those of `ty`: a component of few values is a type of its own.
    pub(super) fn newtype(&self, ty: Type, pointer: &Pointer) -> Kind {
        let components = Pointer::root().member("components").member("schemas");
        let named = pointer.parent().as_ref() == Some(&components);
        if named && ty.is_constrained_scalar() { Kind::Newtype(ty) } else { Kind::Alias(ty) }
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
        let id = self.reserve(target.clone());
        let Some((schema, name)) = self.schema(target).zip(self.types.name(id)) else {
            return Some(Type::Named(id));
        };
        let shape = self.shape(&schema);
        Some(self.with_null(&schema, shape, Type::Named(id), &name))
    }

    pub(super) fn shape(&self, schema: &Schema<'d>) -> Shape {
        if self.is_dynamic_scope(&schema.pointer) {
            return Shape::Anything;
        }
        if schema.reference().is_some() {
            return if schema.says_more_than(&["$ref"]) { Shape::Composed } else { Shape::Reference };
        }
        let types = schema.types();
        if schema.has("allOf") {
            let alone = types.len() < 2 && !schema.says_more_than(&["allOf", "type"]);
            return match schema.only_member() {
                Some(member) if alone => Shape::Member(member),
                _ => Shape::Composed,
            };
        }
        if schema.has("const") && !schema.says_more_than(CONSTANT) {
            return Shape::Constant;
        }
        let texts = |values: &Vec<Value>| values.iter().all(|value| value.is_string() || value.is_null());
        let only_strings = schema.choices().is_some_and(texts) && !schema.says_more_than(CHOICES);
        if only_strings && matches!(types.as_slice(), ["string"] | []) {
            return Shape::Choices;
        }
        if let Some(key) = schema.union() {
            return self.either(schema, key).unwrap_or(Shape::Union(key));
        }
        match types.as_slice() {
            ["object"] if self.is_map(schema) => Shape::Map,
            ["object"] => Shape::Object,
            ["array"] => Shape::Plain(Plain::Array),
            ["string"] => Shape::Plain(Plain::String),
            ["integer"] => Shape::Plain(Plain::Integer),
            ["number"] => Shape::Plain(Plain::Number),
            ["boolean"] => Shape::Plain(Plain::Boolean),
            [] if schema.has("type") => Shape::Plain(Plain::Null),
            _ => Shape::Anything,
        }
    }

    /// The type of a schema whose shape needs no name.
    fn plain_shape(&mut self, schema: &Schema<'d>, shape: Shape, wanted: &Name) -> Option<Type> {
        let (ty, handled) = match shape {
            Shape::Reference => return self.referred(schema),
            Shape::Member(member) => return self.member_type(schema, member, wanted),
            Shape::OrNull(member) => return self.read_type(member, wanted),
            Shape::Map => (self.map(schema, wanted)?, MAP),
            Shape::Plain(kind) => self.plain(schema, kind, wanted)?,
            _ => (Type::Json, &[][..]),
        };
        if !schema.says_more_than(handled) {
            return Some(ty);
        }
        self.enum_can_be_met(schema)?;
        Some(self.checked(ty, &schema.pointer, wanted))
    }

    /// A type for all values of the one type of `schema`, and the keywords that it takes care of.
    fn plain(
        &mut self,
        schema: &Schema<'d>,
        kind: Plain,
        wanted: &Name,
    ) -> Option<(Type, &'static [&'static str])> {
        Some(match kind {
            Plain::Boolean => (Type::Boolean, &["type"]),
            Plain::Null => (Type::Null, &["type"]),
            Plain::String => self.string(schema, wanted)?,
            Plain::Integer => self.integer(schema)?,
            Plain::Number => self.number(schema)?,
            Plain::Array => self.array(schema, wanted)?,
        })
    }

    fn array(&mut self, schema: &Schema<'d>, wanted: &Name) -> Option<(Type, &'static [&'static str])> {
        let length = self.length(schema, ["minItems", "maxItems"], ["array", "items"])?;
        let prefix = schema.prefix_items();
        if !prefix.is_empty() {
            let count = prefix.len() as u64;
            let ends = length.max == Some(count) || schema.items_are_refused();
            if length.min != count || !ends || count > LARGEST_TUPLE {
                return Some((Type::List(Box::new(Type::Json), Items::default()), &[]));
            }
            let places = prefix.into_iter().enumerate();
            let items =
                places.map(|(index, at)| self.read_type(at, &wanted.with(&format!("Item{}", index + 1))));
            return Some((Type::Tuple(items.collect::<Option<_>>()?), TUPLE));
        }
        let item = match schema.items() {
            Some(items) => self.read_type(items, &wanted.with("Item"))?,
            None => Type::Json,
        };
        Some((Type::List(Box::new(item), Items { length, unique: schema.unique_items() }), ARRAY))
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
}

/// The format whose values are not to be shown (OpenAPI, "Data Types").
pub(super) const PASSWORD: &str = "password";

/// What the types take care of, each for its shape. What a schema says besides is checked as a whole.
const OBJECT: &[&str] = &["type", "properties", "required", "additionalProperties", "format"];
const MAP: &[&str] =
    &["type", "properties", "additionalProperties", "minProperties", "maxProperties", "format"];
const CHOICES: &[&str] = &["type", "enum", "format"];
const CONSTANT: &[&str] = &["type", "const"];
const UNION: &[&str] = &["oneOf", "anyOf", "type"];
const COMPOSED: &[&str] = &["allOf", "$ref"];
const ARRAY: &[&str] = &["type", "items", "minItems", "maxItems", "uniqueItems", "format"];
const TUPLE: &[&str] = &["type", "prefixItems", "items", "minItems", "maxItems", "format"];

/// The runtime reads tuples of so many items.
const LARGEST_TUPLE: u64 = 8;

/// What a schema is, as far as it needs a name.
#[derive(Debug, Clone)]
pub(super) enum Shape {
    /// A reference, and nothing else.
    Reference,
    /// An `allOf` of one schema, and where that stands.
    Member(Pointer),
    /// Several schemas that hold at once.
    Composed,
    /// The schema at this place, or `null`.
    OrNull(Pointer),
    /// One of several schemas, under this key.
    Union(&'static str),
    Object,
    Map,
    Choices,
    Constant,
    Plain(Plain),
    /// What no type says.
    Anything,
}

/// What needs no name.
#[derive(Debug, Clone, Copy)]
pub(super) enum Plain {
    String,
    Integer,
    Number,
    Boolean,
    Null,
    Array,
}
