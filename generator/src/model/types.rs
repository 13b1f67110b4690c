//! The types that schemas become.

use std::collections::BTreeMap;

use super::doc::Doc;
use super::name::Name;
use crate::document::Bound;
use crate::source::Pointer;

/// What a schema becomes in Rust, with what is checked.
#[derive(Debug, Clone, PartialEq)]
pub enum Type {
    /// Text, with bounds of its length in characters.
    String(Length),
    /// An integer.
    Integer {
        /// How wide it is.
        width: Width,
        /// What it must lie within.
        bounds: Bounds<i64>,
    },
    /// A number of double precision, or of single precision where its format is `float`.
    Number {
        /// Whether its format is `float`.
        single: bool,
        /// What it must lie within.
        bounds: Bounds<f64>,
    },
    /// `true` or `false`.
    Boolean,
    /// An array, with bounds of the number of its items.
    List(Box<Type>, Length),
    /// An item of its own.
    Named(TypeId),
    /// An item of its own, in a box because it holds what it is in.
    Boxed(TypeId),
    /// Another type, or `null`.
    Nullable(Box<Type>),
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

/// The index of an item among the [`Types`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub(super) usize);

/// A type that is declared under a name.
#[derive(Debug)]
pub struct Item {
    /// What it is called.
    pub name: Name,
    /// Its description.
    pub doc: Doc,
    /// What it is.
    pub kind: Kind,
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
#[derive(Debug)]
pub enum Kind {
    /// An object.
    Struct {
        /// Its properties, in the order of the document.
        fields: Vec<Field>,
        /// Whether it refuses other properties.
        closed: bool,
    },
    /// One of several strings.
    Enum(Vec<Choice>),
    /// Another name for a type.
    Alias(Type),
}

/// A property of an object.
#[derive(Debug)]
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
    /// What it is where it was not sent.
    pub default: Option<Literal>,
    /// Where its schema stands.
    pub(super) pointer: Pointer,
}

impl Field {
    /// Whether each value has it in Rust: it must be sent, or has a default.
    pub fn is_there(&self) -> bool {
        self.required || self.default.is_some()
    }
}

/// A value of a type, as it is written down.
#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    /// `null`, of a type that admits it.
    Null,
    /// Anything else, of a type that admits `null`.
    Some(Box<Literal>),
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
#[derive(Debug)]
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

    /// Whether a property is a password, or holds some, so that no log may show it.
    pub fn is_secret(&self, field: &Field) -> bool {
        field.secret || self.holds_secrets(&field.ty)
    }

    fn holds_secrets(&self, ty: &Type) -> bool {
        let mut ty = ty;
        // A loop of names is no longer than there are names; it is refused before anything is written.
        for _ in 0..=self.slots.len() {
            match ty {
                Type::List(inner, _) | Type::Nullable(inner) => ty = inner,
                Type::Named(id) | Type::Boxed(id) => match self.item(*id) {
                    Some(Item { secret: true, .. }) => return true,
                    Some(Item { kind: Kind::Alias(meaning), .. }) => ty = meaning,
                    _ => break,
                },
                _ => break,
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

    /// Whether `ty` is sent as one text: a string, a number, a boolean, or one of several strings.
    pub(super) fn is_scalar(&self, ty: &Type) -> bool {
        match self.meaning(ty) {
            Type::String(_) | Type::Integer { .. } | Type::Number { .. } | Type::Boolean => true,
            Type::Named(id) => matches!(self.item(*id).map(|item| &item.kind), Some(Kind::Enum(_)) | None),
            Type::List(..) | Type::Boxed(_) | Type::Nullable(_) => false,
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
