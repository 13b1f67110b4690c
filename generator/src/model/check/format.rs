//! Formats that are asserted, by their names (JSON Schema Validation, section 7.3; OpenAPI, "Data Type Format"; the OpenAPI format
//! registry).

/// What a string must be like. Formats that are not here are documentation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "they are the registry's own")]
pub enum Format {
    Date,
    Time,
    DateTime,
    Duration,
    Email,
    IdnEmail,
    Hostname,
    IdnHostname,
    Ipv4,
    Ipv6,
    Uri,
    UriReference,
    UriTemplate,
    Iri,
    IriReference,
    Uuid,
    Decimal,
    JsonPointer,
    RelativeJsonPointer,
    Regex,
    Base64,
    Base64Url,
    Base16,
}

impl Format {
    /// The format that the value of `format` names, for strings.
    pub fn of(name: &str) -> Option<Self> {
        Some(match name {
            "date" => Self::Date,
            "time" => Self::Time,
            "date-time" => Self::DateTime,
            "duration" => Self::Duration,
            "email" => Self::Email,
            "idn-email" => Self::IdnEmail,
            "hostname" => Self::Hostname,
            "idn-hostname" => Self::IdnHostname,
            "ipv4" => Self::Ipv4,
            "ipv6" => Self::Ipv6,
            "uri" => Self::Uri,
            "uri-reference" => Self::UriReference,
            "uri-template" => Self::UriTemplate,
            "iri" => Self::Iri,
            "iri-reference" => Self::IriReference,
            "uuid" => Self::Uuid,
            "decimal" => Self::Decimal,
            "json-pointer" => Self::JsonPointer,
            "relative-json-pointer" => Self::RelativeJsonPointer,
            "regex" => Self::Regex,
            "byte" => Self::Base64,
            _ => return None,
        })
    }

    /// The format that the value of `contentEncoding` names (JSON Schema Validation, section 8.3; RFC 4648).
    pub fn of_encoding(name: &str) -> Option<Self> {
        Some(match name.to_ascii_lowercase().as_str() {
            "base64" => Self::Base64,
            "base64url" => Self::Base64Url,
            "base16" => Self::Base16,
            _ => return None,
        })
    }

    /// What the runtime calls it.
    pub fn variant(self) -> &'static str {
        match self {
            Self::Date => "Date",
            Self::Time => "Time",
            Self::DateTime => "DateTime",
            Self::Duration => "Duration",
            Self::Email => "Email",
            Self::IdnEmail => "IdnEmail",
            Self::Hostname => "Hostname",
            Self::IdnHostname => "IdnHostname",
            Self::Ipv4 => "Ipv4",
            Self::Ipv6 => "Ipv6",
            Self::Uri => "Uri",
            Self::UriReference => "UriReference",
            Self::UriTemplate => "UriTemplate",
            Self::Iri => "Iri",
            Self::IriReference => "IriReference",
            Self::Uuid => "Uuid",
            Self::Decimal => "Decimal",
            Self::JsonPointer => "JsonPointer",
            Self::RelativeJsonPointer => "RelativeJsonPointer",
            Self::Regex => "Regex",
            Self::Base64 => "Base64",
            Self::Base64Url => "Base64Url",
            Self::Base16 => "Base16",
        }
    }
}
