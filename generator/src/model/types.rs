//! The types that schemas become.

use std::collections::{BTreeMap, BTreeSet};

use super::check::{self, CheckId, PatternId};
use super::doc::Doc;
use super::encoding::Encoding;
use super::format::{Parsed, TextFormat};
use super::name::Name;
use crate::document::Bound;
use crate::source::Pointer;

/// What a schema becomes in Rust, with what is checked.
#[derive(Debug, Clone, PartialEq)]
pub enum Type {
    /// Text.
    String(Text),
    /// Text that is read into a type of its own.
    Parsed(Parsed),
    /// Bytes, where they are no file: plain text in JSON.
    Binary,
    /// A file in a multipart body, with bounds of its length in bytes.
    File(Length),
    /// An integer.
    Integer {
        /// How wide it is.
        width: Width,
        /// What it must lie within.
        bounds: Bounds<i64>,
        /// What it must be a multiple of.
        multiple: Option<i64>,
    },
    /// A number of double precision, or of single precision where its format is `float`.
    Number {
        /// Whether its format is `float`.
        single: bool,
        /// What it must lie within.
        bounds: Bounds<f64>,
        /// What it must be a multiple of, as JSON writes it.
        multiple: Option<String>,
    },
    /// `true` or `false`.
    Boolean,
    /// `null`
    Null,
    /// Any JSON value.
    Json,
    /// One value and no other, for which no room is needed.
    Constant(check::Literal),
    /// An array, with bounds of the number of its items.
    List(Box<Type>, Items),
    /// An array that has a type for each place.
    Tuple(Vec<Type>),
    /// An object whose members are all alike, with bounds of their number.
    Map(Box<Type>, Length),
    /// An item of its own.
    Named(TypeId),
    /// An item of its own, in a box because it holds what it is in.
    Boxed(TypeId),
    /// Another type, or `null`.
    Nullable(Box<Type>),
    /// Another type, of values that are as a schema says.
    Checked(Box<Type>, CheckId),
}

impl Type {
    /// Another type, or `null`; once.
    pub(super) fn or_null(self) -> Self {
        match self {
            Self::Nullable(_) | Self::Null | Self::Json => self,
            other => Self::Nullable(Box::new(other)),
        }
    }

    /// Whether it is a string or a number of which only some are good.
    pub fn is_constrained_scalar(&self) -> bool {
        match self {
            Self::String(text) => *text != Text::default(),
            Self::Integer { bounds, multiple, .. } => {
                bounds.lower.is_some() || bounds.upper.is_some() || multiple.is_some()
            }
            Self::Number { bounds, multiple, .. } => {
                bounds.lower.is_some() || bounds.upper.is_some() || multiple.is_some()
            }
            Self::Checked(inner, _) => {
                matches!(
                    **inner,
                    Self::String(_) | Self::Integer { .. } | Self::Number { .. } | Self::Parsed(_)
                )
            }
            _ => false,
        }
    }

    /// The types that it is made of.
    pub(super) fn parts(&self) -> &[Type] {
        match self {
            Self::List(part, _) | Self::Map(part, _) | Self::Nullable(part) | Self::Checked(part, _) => {
                std::slice::from_ref(part)
            }
            Self::Tuple(parts) => parts,
            _ => &[],
        }
    }
}

/// What a text must be like.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Text {
    /// How long it is, in characters.
    pub length: Length,
    /// What it must match.
    pub pattern: Option<PatternId>,
    /// What it is.
    pub format: Option<TextFormat>,
}

/// How many items an array has, and whether each only once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Items {
    /// How many there are.
    pub length: Length,
    /// Whether no two are equal.
    pub unique: bool,
}

/// How wide an integer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// The schema does not say: 64 bits.
    Unsaid,
    /// `format: int32`.
    Int32,
    /// `format: int64`.
    Int64,
}

/// How long a string or an array may be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Length {
    /// At least as many.
    pub min: u64,
    /// At most as many.
    pub max: Option<u64>,
}

/// What a number must lie within.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds<N> {
    /// The bound below.
    pub lower: Option<Bound<N>>,
    /// The bound above.
    pub upper: Option<Bound<N>>,
}

impl<N> Default for Bounds<N> {
    fn default() -> Self {
        Self { lower: None, upper: None }
    }
}

/// The index of an item among the [`Types`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub(super) usize);

/// A type that is declared under a name.
#[derive(Debug, Clone)]
pub struct Item {
    /// What it is called.
    pub name: Name,
    /// Its description.
    pub doc: Doc,
    /// What it is.
    pub kind: Kind,
    /// What is asked of its values besides.
    pub check: Option<CheckId>,
    /// Whether its schema says that it is a password.
    pub(super) secret: bool,
    /// Whether a request holds it, as JSON.
    pub decoded: bool,
    /// Whether a form, or a parameter that is an object, holds it.
    pub in_forms: bool,
    /// Whether a response holds it.
    pub encoded: bool,
    /// Whether a parameter or a header field holds it.
    pub in_text: bool,
    /// Where its schema stands.
    pub(super) pointer: Pointer,
}

/// What a named type is.
#[derive(Debug, Clone)]
pub enum Kind {
    /// An object.
    Struct {
        /// Its properties, in the order of the document.
        fields: Vec<Field>,
        /// Its other properties.
        rest: Rest,
        /// The names of properties that may be sent and mean nothing.
        ignored: Vec<String>,
    },
    /// One of several strings.
    Enum(Vec<Choice>),
    /// One of several schemas.
    Union(Union),
    /// One value and no other.
    Constant(check::Literal),
    /// A type around another one, whose values are all good.
    Newtype(Type),
    /// Another name for a type.
    Alias(Type),
}

/// What becomes of the properties of an object that it has no fields for.
#[derive(Debug, Clone)]
pub enum Rest {
    /// They are left out.
    Ignored,
    /// They are refused.
    Refused,
    /// They are kept in the field of this name, each of this type.
    Kept(Name, Type),
}

/// One of several schemas (JSON Schema, `oneOf` and `anyOf`).
#[derive(Debug, Clone)]
pub struct Union {
    /// The schemas, in the order of the document, `null` aside.
    pub variants: Vec<Variant>,
    /// What tells them apart, where the document says so.
    pub tag: Option<Tag>,
}

/// One schema of several.
#[derive(Debug, Clone)]
pub struct Variant {
    /// The name of its variant.
    pub name: Name,
    /// Its description.
    pub doc: Doc,
    /// Which branch of the schema it is, counted from 0.
    pub branch: usize,
    /// Its type.
    pub ty: Type,
}

/// What tells the schemas of a union apart (OpenAPI, Discriminator Object).
#[derive(Debug, Clone)]
pub struct Tag {
    /// The property that says it.
    pub property: String,
    /// Its values, each with the index of its variant.
    pub values: Vec<(String, usize)>,
}

/// A property of an object.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name, as the document has it.
    pub wire: String,
    /// The name of its field.
    pub name: Name,
    /// Its description.
    pub doc: Doc,
    /// Whether it must be there.
    pub required: bool,
    /// Its type.
    pub ty: Type,
    /// Whether its own schema says that it is a password.
    pub(super) secret: bool,
    /// Which way it goes.
    pub(super) access: Access,
    /// What it is where it was not sent.
    pub default: Option<Literal>,
    /// How it is sent in forms, where one holds it.
    pub encoding: Option<Encoding>,
    /// Where its schema stands.
    pub(super) pointer: Pointer,
}

impl Item {
    pub(super) fn new(name: Name, doc: Doc, kind: Kind, pointer: Pointer) -> Self {
        Self {
            name,
            doc,
            kind,
            check: None,
            secret: false,
            decoded: false,
            in_forms: false,
            encoded: false,
            in_text: false,
            pointer,
        }
    }

    /// Whether it has a `Decode` of its own.
    pub fn decodes(&self) -> bool {
        !matches!(self.kind, Kind::Alias(_))
    }

    /// Whether some of its fields are files.
    pub fn has_files(&self) -> bool {
        matches!(&self.kind, Kind::Struct { fields, .. } if fields.iter().any(Field::is_file))
    }

    /// The types of its parts, each in the place of a field or a variant.
    pub(super) fn parts(&self) -> Vec<&Type> {
        match &self.kind {
            Kind::Struct { fields, rest, .. } => {
                let rest = match rest {
                    Rest::Kept(_, ty) => Some(ty),
                    Rest::Ignored | Rest::Refused => None,
                };
                fields.iter().map(|field| &field.ty).chain(rest).collect()
            }
            Kind::Union(union) => union.variants.iter().map(|variant| &variant.ty).collect(),
            Kind::Newtype(ty) | Kind::Alias(ty) => vec![ty],
            Kind::Enum(_) | Kind::Constant(_) => Vec::new(),
        }
    }
}

impl Field {
    pub(super) fn new(wire: &str, name: Name, doc: Doc, required: bool, ty: Type, pointer: Pointer) -> Self {
        Self {
            wire: wire.to_owned(),
            name,
            doc,
            required,
            ty,
            secret: false,
            access: Access::Both,
            default: None,
            encoding: None,
            pointer,
        }
    }

    /// Whether each value has it in Rust: it must be sent, or has a default.
    pub fn is_there(&self) -> bool {
        self.required || self.default.is_some()
    }

    /// Whether it is a file, or several.
    pub fn is_file(&self) -> bool {
        holds_files(&self.ty)
    }

    /// Whether it is a field in Rust: what has one value is known without.
    pub fn has_room(&self) -> bool {
        !matches!(self.ty, Type::Constant(_))
    }
}

fn holds_files(ty: &Type) -> bool {
    match ty {
        Type::File(_) => true,
        Type::List(inner, _) | Type::Nullable(inner) => holds_files(inner),
        _ => false,
    }
}

/// Which way a property goes (JSON Schema Validation, 9.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    /// Both.
    Both,
    /// `readOnly`: in responses alone.
    ReadOnly,
    /// `writeOnly`: in requests alone.
    WriteOnly,
}

/// A value of a type, as it is written down.
#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    /// `null`, of a type that admits it.
    Null,
    /// Anything else, of a type that admits `null`.
    Some(Box<Literal>),
    /// The value of a constant.
    Constant(TypeId),
    /// A value that is read by the rule of its type.
    Json(String),
    /// `true` or `false`.
    Boolean(bool),
    /// An integer.
    Integer(i64),
    /// A number.
    Number(f64),
    /// Text.
    String(String),
    /// The variant of an enum.
    Choice(TypeId, Name),
    /// An array.
    List(Vec<Literal>),
}

/// One of several strings.
#[derive(Debug, Clone)]
pub struct Choice {
    /// The string itself.
    pub wire: String,
    /// The name of its variant.
    pub name: Name,
}

/// The named types, in the order in which the document leads to them.
#[derive(Debug, Default)]
pub struct Types {
    pub(super) slots: Vec<Slot>,
    pub(super) by_pointer: BTreeMap<Pointer, TypeId>,
    pub(super) uses: Vec<(Type, Use)>,
    /// What stands in requests for types that have two.
    pub(super) inputs: BTreeMap<TypeId, TypeId>,
    /// No slot before this one is reserved.
    unread: usize,
}

/// A named type, or what is known of one that is still to be read.
#[derive(Debug)]
pub(super) enum Slot {
    /// To be read from the schema at the pointer.
    Reserved(Name, Pointer),
    /// Read.
    Read(Item),
    /// Refused.
    Refused,
}

/// Where a type is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    Request,
    Form,
    Response,
    Text,
}

impl Types {
    /// The types that were read, in order.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.slots.iter().filter_map(|slot| match slot {
            Slot::Read(item) => Some(item),
            Slot::Reserved(..) | Slot::Refused => None,
        })
    }

    /// The item `id`.
    pub fn item(&self, id: TypeId) -> Option<&Item> {
        match self.slots.get(id.0) {
            Some(Slot::Read(item)) => Some(item),
            _ => None,
        }
    }

    /// What the item `id` is called, if it was not refused.
    pub(super) fn name(&self, id: TypeId) -> Option<Name> {
        match self.slots.get(id.0)? {
            Slot::Reserved(name, _) => Some(name.clone()),
            Slot::Read(item) => Some(item.name.clone()),
            Slot::Refused => None,
        }
    }

    /// Whether a property is a password, or holds some, so that no log may show it.
    pub fn is_secret(&self, field: &Field) -> bool {
        field.secret || self.holds_secrets(&field.ty)
    }

    fn holds_secrets(&self, ty: &Type) -> bool {
        let (mut open, mut seen) = (vec![ty], BTreeSet::new());
        while let Some(ty) = open.pop() {
            open.extend(ty.parts());
            let (Type::Named(id) | Type::Boxed(id)) = ty else { continue };
            match self.item(*id).filter(|_| seen.insert(*id)) {
                Some(Item { secret: true, .. }) => return true,
                Some(Item { kind: Kind::Alias(meaning) | Kind::Newtype(meaning), .. }) => open.push(meaning),
                _ => {}
            }
        }
        false
    }

    /// `ty`, or what it is another name for.
    pub fn meaning<'t>(&'t self, ty: &'t Type) -> &'t Type {
        let mut ty = ty;
        // A loop of names is no longer than there are names; it is refused before anything is written.
        for _ in 0..self.slots.len() {
            match ty {
                Type::Named(id) | Type::Boxed(id) => match self.item(*id).map(|item| &item.kind) {
                    Some(Kind::Alias(meaning)) => ty = meaning,
                    _ => break,
                },
                _ => break,
            }
        }
        ty
    }

    /// The first type that is still to be read.
    pub(super) fn next_reserved(&mut self) -> Option<(TypeId, Name, Pointer)> {
        loop {
            match self.slots.get(self.unread)? {
                Slot::Reserved(name, pointer) => {
                    return Some((TypeId(self.unread), name.clone(), pointer.clone()));
                }
                Slot::Read(_) | Slot::Refused => self.unread += 1,
            }
        }
    }

    /// Puts what was read of the type `id` in its place; `None` is a type that was refused.
    pub(super) fn fill(&mut self, id: TypeId, item: Option<Item>) {
        if let Some(slot) = self.slots.get_mut(id.0) {
            *slot = item.map_or(Slot::Refused, Slot::Read);
        }
    }

    /// The property with the index `index` of the struct `id`.
    pub(super) fn field(&mut self, id: TypeId, index: usize) -> Option<&mut Field> {
        match self.slots.get_mut(id.0) {
            Some(Slot::Read(Item { kind: Kind::Struct { fields, .. }, .. })) => fields.get_mut(index),
            _ => None,
        }
    }

    /// Whether `ty` is sent as one text: a string, a number, a boolean, one of several of these, or anything at all.
    pub fn is_scalar(&self, ty: &Type) -> bool {
        self.is_scalar_within(ty, &mut BTreeSet::new())
    }

    fn is_scalar_within(&self, ty: &Type, seen: &mut BTreeSet<TypeId>) -> bool {
        match self.meaning(ty) {
            Type::String(_)
            | Type::Parsed(_)
            | Type::Binary
            | Type::Integer { .. }
            | Type::Number { .. }
            | Type::Boolean
            | Type::Json
            | Type::Constant(_) => true,
            Type::Checked(inner, _) => self.is_scalar_within(inner, seen),
            Type::Named(id) if !seen.insert(*id) => false,
            Type::Named(id) => match self.item(*id).map(|item| &item.kind) {
                Some(Kind::Enum(_) | Kind::Constant(_)) | None => true,
                Some(Kind::Newtype(inner) | Kind::Alias(inner)) => self.is_scalar_within(inner, seen),
                Some(Kind::Union(union)) => {
                    let mut variants = union.variants.iter();
                    union.tag.is_none() && variants.all(|variant| self.is_scalar_within(&variant.ty, seen))
                }
                Some(Kind::Struct { .. }) => false,
            },
            _ => false,
        }
    }

    /// Notes that requests hold `ty` as JSON.
    pub(super) fn used_in_requests(&mut self, ty: &Type) {
        self.uses.push((ty.clone(), Use::Request));
    }

    /// Notes that forms, or parameters that are objects, hold `ty`.
    pub(super) fn used_in_forms(&mut self, ty: &Type) {
        self.uses.push((ty.clone(), Use::Form));
    }

    /// Notes that responses hold `ty`.
    pub(super) fn used_in_responses(&mut self, ty: &Type) {
        self.uses.push((ty.clone(), Use::Response));
    }

    /// Notes that a parameter or a header field holds `ty`.
    pub(super) fn used_in_text(&mut self, ty: &Type) {
        self.uses.push((ty.clone(), Use::Text));
    }
}
