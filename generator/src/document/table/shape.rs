//! What may stand as the value of a key.

use super::{Object, Versions};

/// The form of a value.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Shape {
    /// Any JSON value; not looked into.
    Any,
    String,
    /// A string with at least one character.
    Name,
    /// A URI reference (RFC 3986, section 4.1).
    Uri,
    /// A URI reference that is not empty.
    Location,
    /// A token (RFC 9110, section 5.6.2).
    Token,
    Boolean,
    Number,
    /// A number above 0.
    Positive,
    /// An integer of 0 or more.
    Length,
    /// One of a few strings.
    Choice(&'static [Choice]),
    /// The code of a warning.
    Warning,
    /// A URI reference of which only these are supported.
    Dialect(&'static [&'static str]),
    Object(&'static Object),
    /// The object, or a Reference Object in its place.
    Reference(&'static Object),
    /// The same, where only OpenAPI 3.2 lets a reference stand.
    LateReference(&'static Object),
    Schema,
    /// A Schema Object, or a boolean that is read as one in either version.
    SchemaOrBoolean,
    Map(&'static Map),
    List(&'static List),
    /// One item of the list, or the list.
    OneOrMore(&'static List),
}

/// A string that is allowed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Choice {
    pub(crate) value: &'static str,
    pub(crate) versions: Versions,
}

/// A mapping whose keys the author chooses. No key of it is an extension.
#[derive(Debug)]
pub(crate) struct Map {
    pub(crate) names: Names,
    pub(crate) values: Shape,
    /// Whether it holds exactly one entry.
    pub(crate) single: bool,
}

/// A sequence.
#[derive(Debug)]
pub(crate) struct List {
    pub(crate) items: Shape,
    /// The versions in which it may not be empty.
    pub(crate) filled: Option<Versions>,
    pub(crate) unique: Unique,
}

/// What may not stand twice in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unique {
    Nothing,
    /// A string.
    Item,
    /// The string that the items have under this key.
    Key(&'static str),
}

/// What a key is, where the author chooses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Names {
    Any,
    /// The name of a component (Components Object).
    Component,
    /// A path template (Paths Object).
    Path,
    /// A status code (Responses Object).
    Status,
    /// A range of status codes (Responses Object).
    StatusRange,
    /// A media type or range (RFC 9110, section 8.3.1 and 12.5.1).
    MediaType,
    /// The name of a header field (RFC 9110, section 5.1).
    Header,
    /// A method that has no key of its own in a Path Item Object (RFC 9110, section 9.1).
    Method,
}

pub(crate) const ANY: Shape = Shape::Any;
pub(crate) const STRING: Shape = Shape::String;
pub(crate) const NAME: Shape = Shape::Name;
pub(crate) const URI: Shape = Shape::Uri;
pub(crate) const LOCATION: Shape = Shape::Location;
pub(crate) const BOOLEAN: Shape = Shape::Boolean;
pub(crate) const NUMBER: Shape = Shape::Number;
pub(crate) const LENGTH: Shape = Shape::Length;
pub(crate) const SCHEMA: Shape = Shape::Schema;

pub(crate) const fn object(object: &'static Object) -> Shape {
    Shape::Object(object)
}

pub(crate) const fn reference(object: &'static Object) -> Shape {
    Shape::Reference(object)
}

pub(crate) const fn late_reference(object: &'static Object) -> Shape {
    Shape::LateReference(object)
}

pub(crate) const fn map(map: &'static Map) -> Shape {
    Shape::Map(map)
}

pub(crate) const fn list(list: &'static List) -> Shape {
    Shape::List(list)
}

pub(crate) const fn one_of(choices: &'static [Choice]) -> Shape {
    Shape::Choice(choices)
}

/// One of the strings of a [`Shape::Choice`].
pub(crate) const fn choice(value: &'static str) -> Choice {
    Choice { value, versions: Versions::All }
}

impl Choice {
    pub(crate) const fn since_3_1(self) -> Self {
        Self { versions: Versions::Since3_1, ..self }
    }

    pub(crate) const fn since_3_2(self) -> Self {
        Self { versions: Versions::Since3_2, ..self }
    }
}

impl Map {
    pub(crate) const fn of(values: Shape) -> Self {
        Self { names: Names::Any, values, single: false }
    }

    pub(crate) const fn named(names: Names, values: Shape) -> Self {
        Self { names, values, single: false }
    }

    pub(crate) const fn single(self) -> Self {
        Self { single: true, ..self }
    }
}

impl List {
    pub(crate) const fn of(items: Shape) -> Self {
        Self { items, filled: None, unique: Unique::Nothing }
    }

    pub(crate) const fn filled(self) -> Self {
        Self { filled: Some(Versions::All), ..self }
    }

    pub(crate) const fn filled_in(self, versions: Versions) -> Self {
        Self { filled: Some(versions), ..self }
    }

    pub(crate) const fn unique(self) -> Self {
        Self { unique: Unique::Item, ..self }
    }

    pub(crate) const fn unique_by(self, key: &'static str) -> Self {
        Self { unique: Unique::Key(key), ..self }
    }
}
