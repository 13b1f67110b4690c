//! What an object asks of several keys at once, or of a value beyond its form.

use super::Versions;

/// A rule of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rule {
    /// Not both keys.
    Exclusive(&'static str, &'static str),
    /// At least one of the keys.
    AtLeastOne(Versions, &'static [&'static str]),
    /// The key, where the one beside it has the given value.
    Needed { key: &'static str, with: (&'static str, &'static str), versions: Versions },
    /// No other value than true for the key, where the one beside it has the given value.
    True { key: &'static str, with: (&'static str, &'static str) },
    /// No other key than texts beside a reference (Path Item Object, `$ref`).
    ReferenceAlone,
    /// A parameter that is the whole query has `content`, and a media type that a query can be (Parameter Object, `in`).
    WholeQuery,
    /// The `style` is one that the place of the parameter has (Parameter Object, "Style Values").
    StyleOfPlace,
    /// The `name` of what is in a header is the name of a header field.
    HeaderName,
    /// A header parameter named Accept, Authorization or Content-Type is ignored (Parameter Object).
    IgnoredParameter,
    /// A response header named Content-Type is ignored (Response Object).
    IgnoredHeader,
    /// Responses have at least one status (Responses Object).
    SomeStatus,
    /// An operation has responses, though OpenAPI 3.1 lets it have none.
    Answers,
    /// 1xx, 204, 205 and 304 have no content (RFC 9110, sections 15.2, 15.3.5, 15.3.6 and 15.4.5).
    ContentOfStatus,
    /// An encoding is of a form's properties (Media Type Object).
    EncodingOfForms,
    /// `nullable` has a meaning only beside `type` (Schema Object, 3.0).
    NullableType,
    /// The default of a server variable is among its values (Server Variable Object, since 3.1).
    DefaultAmongEnum,
}
