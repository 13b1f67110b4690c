//! The keywords of a schema.

use super::{Literal, Pattern, Schema, Types};
use crate::format::Format;

/// The `$dynamicAnchor`s of a schema resource: their names, and the schemas in which they stand.
pub type Anchors = &'static [(&'static str, &'static Schema)];

/// A keyword that says something of values, or a few that belong together. Sections are those of JSON Schema 2020-12,
/// Core and Validation.
///
/// The order of keywords is that in which their problems are told, but for two: [`Resource`](Keyword::Resource) comes
/// first, [`UnevaluatedItems`](Keyword::UnevaluatedItems) and [`UnevaluatedProperties`](Keyword::UnevaluatedProperties)
/// come last. A keyword says nothing of values that are not of its type.
#[derive(Debug)]
pub enum Keyword {
    /// `type`: one of these (Validation 6.1.1).
    Type(Types),
    /// `enum`: one of these values (Validation 6.1.2).
    Enum(&'static [Literal]),
    /// `const` (Validation 6.1.3)
    Const(Literal),

    /// `multipleOf`: greater than 0, as JSON writes it, with 37 significant digits at most (Validation 6.2.1).
    MultipleOf(&'static str),
    /// `maximum`, as JSON writes it (Validation 6.2.2).
    Maximum(&'static str),
    /// `exclusiveMaximum`, as JSON writes it (Validation 6.2.3).
    ExclusiveMaximum(&'static str),
    /// `minimum`, as JSON writes it (Validation 6.2.4).
    Minimum(&'static str),
    /// `exclusiveMinimum`, as JSON writes it (Validation 6.2.5).
    ExclusiveMinimum(&'static str),

    /// `maxLength`, in code points (Validation 6.3.1).
    MaxLength(usize),
    /// `minLength`, in code points (Validation 6.3.2).
    MinLength(usize),
    /// `pattern` (Validation 6.3.3)
    Pattern(&'static Pattern),
    /// `format`, or `contentEncoding`, asserted (Validation 7.2.2 and 8.3).
    Format(Format),

    /// `maxItems` (Validation 6.4.1)
    MaxItems(usize),
    /// `minItems` (Validation 6.4.2)
    MinItems(usize),
    /// `uniqueItems: true` (Validation 6.4.3)
    UniqueItems,
    /// `contains`, `minContains` and `maxContains` (Core 10.3.1.3, Validation 6.4.4 and 6.4.5).
    Contains {
        /// What items are counted.
        schema: &'static Schema,
        /// How many there must be at least; 1 without `minContains`.
        min: usize,
        /// How many there may be.
        max: Option<usize>,
    },
    /// `prefixItems` and `items` (Core 10.3.1.1 and 10.3.1.2).
    Items {
        /// What the first items are like, one by one.
        prefix: &'static [Schema],
        /// What all other items are like.
        rest: Option<&'static Schema>,
    },

    /// `maxProperties` (Validation 6.5.1)
    MaxProperties(usize),
    /// `minProperties` (Validation 6.5.2)
    MinProperties(usize),
    /// `required` (Validation 6.5.3)
    Required(&'static [&'static str]),
    /// `dependentRequired`: a name, and those that must be there where it is (Validation 6.5.4).
    DependentRequired(&'static [(&'static str, &'static [&'static str])]),
    /// `properties`, `patternProperties` and `additionalProperties` (Core 10.3.2.1 to 10.3.2.3).
    Properties {
        /// What members with these names are like.
        named: &'static [(&'static str, Schema)],
        /// What members are like whose names match.
        patterns: &'static [(&'static Pattern, Schema)],
        /// What all other members are like.
        additional: Option<&'static Schema>,
    },
    /// `propertyNames` (Core 10.3.2.4)
    PropertyNames(&'static Schema),

    /// `allOf` (Core 10.2.1.1)
    AllOf(&'static [Schema]),
    /// `anyOf` (Core 10.2.1.2). Where one of two schemas is only `type: null`, the problems of the other are told.
    AnyOf(&'static [Schema]),
    /// `oneOf` (Core 10.2.1.3). Where one of two schemas is only `type: null`, the problems of the other are told.
    OneOf(&'static [Schema]),
    /// `not` (Core 10.2.1.4)
    Not(&'static Schema),
    /// `if`, `then` and `else` (Core 10.2.2.1 to 10.2.2.3).
    If {
        /// `if`
        condition: &'static Schema,
        /// `then`
        then: Option<&'static Schema>,
        /// `else`
        otherwise: Option<&'static Schema>,
    },
    /// `dependentSchemas`: a name, and what the object is like where it is there (Core 10.2.2.4).
    DependentSchemas(&'static [(&'static str, Schema)]),

    /// `$ref` (Core 8.2.3.1). Where the target is inside another resource that has `$dynamicAnchor`s, this is a reference
    /// to a schema of two keywords: that [`Resource`](Keyword::Resource) and a `Ref` to the target.
    Ref(&'static Schema),
    /// `$dynamicRef` to a `$dynamicAnchor` (Core 8.2.3.2); to anything else it is a [`Ref`](Keyword::Ref).
    DynamicRef {
        /// The name of the anchor.
        anchor: &'static str,
        /// The schema with this anchor in the resource that the reference names.
        initial: &'static Schema,
    },
    /// A schema resource begins here, which has `$dynamicAnchor`s (Core 4.3.5 and 8.2.2).
    Resource(Anchors),

    /// `unevaluatedItems` (Core 11.2)
    UnevaluatedItems(&'static Schema),
    /// `unevaluatedProperties` (Core 11.3)
    UnevaluatedProperties(&'static Schema),

    /// A [`Ref`](Keyword::Ref) whose target is made later, as no static data is.
    #[cfg(test)]
    Late(&'static std::sync::OnceLock<Schema>),
}
