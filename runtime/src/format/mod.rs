//! What text has to be like by its `format` (JSON Schema Validation, section 7.3; OpenAPI's registry of formats).
//!
//! A [`Format`] is asserted: text that has it not is a problem. Each is read as the document that defines it says, in time
//! that grows with the length of the text, and nothing else is taken. [`Parsed`] are the types that such text is read into.
//!
//! ```
//! use specwright_runtime::format::Format;
//!
//! assert!(Format::DateTime.holds("1990-12-31t15:59:60.5-08:00"));
//! assert!(!Format::DateTime.holds("1990-12-31T15:59:60.5"));
//! assert_eq!(Format::Ipv4.to_string(), "an IPv4 address, such as 192.0.2.1");
//! ```

mod base16;
mod base64;
mod bidi;
#[cfg(feature = "chrono")]
mod chrono;
mod date;
mod decimal;
mod duration;
mod email;
mod hostname;
mod idn;
mod ip;
mod parsed;
mod pointer;
mod punycode;
mod regex;
mod rest;
mod time;
mod uri;
mod uri_template;
mod uuid;

#[cfg(test)]
mod tests;

use std::fmt;

use crate::problem::Kind;
pub use parsed::{Base16, Base64, Base64Url, Parsed, Text};

macro_rules! formats {
    ($($(#[$doc:meta])+ $name:ident: $holds:path => $kind:ident, $words:literal;)+) => {
        /// A format of text that is asserted.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Format {
            $($(#[$doc])+ $name,)+
        }

        impl Format {
            /// Whether a text has this format.
            pub fn holds(self, text: &str) -> bool {
                match self {
                    $(Self::$name => $holds(text),)+
                }
            }

            /// What it is called where a text has it not.
            pub const fn kind(self) -> Kind {
                match self {
                    $(Self::$name => Kind::$kind,)+
                }
            }

            /// What has the format, after "must be".
            const fn words(self) -> &'static str {
                match self {
                    $(Self::$name => $words,)+
                }
            }
        }
    };
}

formats! {
    /// `date`: `full-date` of RFC 3339, section 5.6.
    Date: date::holds => DateParsing, "a date, such as 2024-02-29";
    /// `time`: `full-time` of RFC 3339, section 5.6. The second 60 is one where UTC has 23:59:60.
    Time: time::holds => TimeParsing, "a time with an offset, such as 12:30:00Z";
    /// `date-time`: `date-time` of RFC 3339, section 5.6. The second 60 is one where UTC has 23:59:60 at the end of a month.
    DateTime: time::holds_with_date => DatetimeParsing, "a date and time with an offset, such as 2024-02-29T12:30:00Z";
    /// `duration`: RFC 3339, appendix A, in capital letters as ISO 8601 has them.
    Duration: duration::holds => TimeDeltaParsing, "a duration, such as P1DT12H";
    /// `email`: `Mailbox` of RFC 5321, section 4.1.2, whose address literals are those of IPv4 and IPv6.
    Email: email::holds => ValueError, "an email address";
    /// `idn-email`: the same, as RFC 6531, section 3.3, extends it.
    IdnEmail: email::holds_beyond_ascii => ValueError, "an email address";
    /// `hostname`: RFC 1123, section 2.1. What begins with `xn--` is what RFC 5891 makes of a label of [`IdnHostname`](Self::IdnHostname).
    Hostname: hostname::holds => ValueError, "a host name";
    /// `idn-hostname`: RFC 5890, section 2.3.2.3. Labels are held against the rules of RFC 5892 by blocks of Unicode, not by
    /// single characters: marks, and whether characters are composed, are not looked up.
    IdnHostname: hostname::holds_beyond_ascii => ValueError, "a host name";
    /// `ipv4`: `dotted-quad` of RFC 2673, section 3.2, without zeros in front.
    Ipv4: ip::holds_v4 => IpV4Address, "an IPv4 address, such as 192.0.2.1";
    /// `ipv6`: RFC 4291, section 2.2, without a zone.
    Ipv6: ip::holds_v6 => IpV6Address, "an IPv6 address, such as 2001:db8::1";
    /// `uri`: RFC 3986, with a scheme.
    Uri: uri::holds => UrlParsing, "a URI";
    /// `uri-reference`: RFC 3986, section 4.1.
    UriReference: uri::holds_as_reference => UrlParsing, "a URI or a relative reference";
    /// `uri-template`: RFC 6570 of any level.
    UriTemplate: uri_template::holds => UrlParsing, "a URI template";
    /// `iri`: RFC 3987, with a scheme.
    Iri: uri::holds_beyond_ascii => UrlParsing, "an IRI";
    /// `iri-reference`: RFC 3987, section 2.2.
    IriReference: uri::holds_as_reference_beyond_ascii => UrlParsing, "an IRI or a relative reference";
    /// `uuid`: RFC 9562, section 4, of any version.
    Uuid: uuid::holds => UuidParsing, "a UUID";
    /// `decimal`: a number as JSON writes it, without an exponent.
    Decimal: decimal::holds => DecimalParsing, "a decimal number, such as 12.50";
    /// `json-pointer`: RFC 6901, section 5.
    JsonPointer: pointer::holds => ValueError, "a JSON pointer";
    /// `relative-json-pointer`: draft-bhutton-relative-json-pointer-00, section 3.
    RelativeJsonPointer: pointer::holds_relative => ValueError, "a relative JSON pointer";
    /// `regex`: a pattern of ECMA-262 with the flag `u`. The names of properties are not looked up.
    Regex: regex::holds => ValueError, "a regular expression of ECMA-262";
    /// `byte`, and `contentEncoding: base64`: RFC 4648, section 4, in one line and with padding.
    Base64: base64::holds => Base64Decode, "text in base64";
    /// `contentEncoding: base64url`: RFC 4648, section 5, with or without padding.
    Base64Url: base64::holds_for_url => Base64Decode, "text in base64url";
    /// `contentEncoding: base16`: RFC 4648, section 8, in letters of any case.
    Base16: base16::holds => Base64Decode, "text in base16";
}

impl Format {
    /// Notes that a text has not this format.
    #[cold]
    pub(crate) fn refuse(self, note: crate::decode::Note<'_>) {
        note(self.kind(), format_args!("must be {self}"));
    }
}

/// What has the format: `a date, such as 2024-02-29`.
impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words())
    }
}
