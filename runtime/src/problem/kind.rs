//! What a problem is called.

use std::fmt;

macro_rules! kinds {
    ($($(#[$doc:meta])+ $name:ident = $word:literal,)+) => {
        /// What a problem is called: the `type` of an entry of `detail`.
        ///
        /// The words are pydantic's where it has one, and the keyword's name where it has none.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Kind {
            $($(#[$doc])+ $name,)+
        }

        impl Kind {
            /// The word that is sent.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)+
                }
            }
        }
    };
}

kinds! {
    /// `required`, or a required parameter or body: it is not there.
    Missing = "missing",
    /// `type: string`, in JSON.
    StringType = "string_type",
    /// `type: integer`, in JSON.
    IntType = "int_type",
    /// `type: number`, in JSON.
    FloatType = "float_type",
    /// `type: boolean`, in JSON.
    BoolType = "bool_type",
    /// `type: null`, in JSON.
    NoneRequired = "none_required",
    /// `type: array`, in JSON.
    ListType = "list_type",
    /// `type: object`, in JSON.
    DictType = "dict_type",
    /// `type: integer`, in JSON, where a number has a fraction.
    IntFromFloat = "int_from_float",
    /// `type: integer`, in text.
    IntParsing = "int_parsing",
    /// `type: number`, in text.
    FloatParsing = "float_parsing",
    /// `type: boolean`, in text.
    BoolParsing = "bool_parsing",
    /// An integer that is too great for the type that holds it.
    IntParsingSize = "int_parsing_size",
    /// A number that is too great for the type that holds it.
    FiniteNumber = "finite_number",
    /// `enum`
    Enum = "enum",
    /// `const`
    LiteralError = "literal_error",
    /// `minimum`, and the least of `format: int32` and `format: int64`.
    GreaterThanEqual = "greater_than_equal",
    /// `maximum`, and the greatest of `format: int32` and `format: int64`.
    LessThanEqual = "less_than_equal",
    /// `exclusiveMinimum`
    GreaterThan = "greater_than",
    /// `exclusiveMaximum`
    LessThan = "less_than",
    /// `multipleOf`
    MultipleOf = "multiple_of",
    /// `minLength`
    StringTooShort = "string_too_short",
    /// `maxLength`
    StringTooLong = "string_too_long",
    /// `pattern`
    StringPatternMismatch = "string_pattern_mismatch",
    /// Text that is not UTF-8, or half a surrogate pair.
    StringUnicode = "string_unicode",
    /// `minItems`, `minProperties`
    TooShort = "too_short",
    /// `maxItems`, `maxProperties`, `items: false`
    TooLong = "too_long",
    /// `uniqueItems`
    UniqueItems = "unique_items",
    /// `contains`, `minContains`
    Contains = "contains",
    /// `maxContains`
    MaxContains = "max_contains",
    /// `anyOf`, and `type` with several types.
    AnyOf = "any_of",
    /// `oneOf`
    OneOf = "one_of",
    /// A discriminator that is not there.
    UnionTagNotFound = "union_tag_not_found",
    /// A discriminator that names no schema.
    UnionTagInvalid = "union_tag_invalid",
    /// `not`, and `false` where no other word says it.
    Not = "not",
    /// `additionalProperties: false` and the like, at the member or the item that is too much.
    ExtraForbidden = "extra_forbidden",
    /// `format: date`
    DateParsing = "date_parsing",
    /// `format: time`
    TimeParsing = "time_parsing",
    /// `format: date-time`
    DatetimeParsing = "datetime_parsing",
    /// `format: duration`
    TimeDeltaParsing = "time_delta_parsing",
    /// `format: uuid`
    UuidParsing = "uuid_parsing",
    /// `format: ipv4`
    IpV4Address = "ip_v4_address",
    /// `format: ipv6`
    IpV6Address = "ip_v6_address",
    /// `format: decimal`
    DecimalParsing = "decimal_parsing",
    /// `format: uri`, `uri-reference`, `uri-template`, `iri`, `iri-reference`
    UrlParsing = "url_parsing",
    /// Any other `format` of text; a body in parts that is malformed, and a part of another media type than it may have.
    ValueError = "value_error",
    /// `format: byte`, and `contentEncoding`
    Base64Decode = "base64_decode",
    /// JSON that is malformed, not UTF-8, too deep or too long.
    JsonInvalid = "json_invalid",
    /// What may be there once is there twice.
    Repeated = "repeated",
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
