//! The rules for keys that the author chooses.

use std::borrow::Cow;

use super::{Names, is_media_type, is_token, split_parameters};

impl Names {
    /// Whether `name` keeps the rule.
    pub(crate) fn admit(self, name: &str) -> bool {
        match self {
            Self::Any => true,
            Self::Component => !name.is_empty() && name.bytes().all(is_component),
            Self::Path => name.starts_with('/'),
            Self::Status => is_status(name.as_bytes()),
            Self::StatusRange => is_range(name.as_bytes()),
            Self::MediaType => is_media_type(name),
            Self::Header => is_token(name),
            Self::Method => is_token(name) && !has_a_key(name) && name != "CONNECT",
        }
    }

    /// What such a key is called.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Any => "name",
            Self::Component => "component name",
            Self::Path => "path",
            Self::Status => "status code",
            Self::StatusRange => "range of status codes",
            Self::MediaType => "media type",
            Self::Header => "header name",
            Self::Method => "additional method",
        }
    }

    /// What the rule is, or what `name` was probably meant to be.
    pub(crate) fn help(self, name: &str) -> Cow<'static, str> {
        match self {
            Self::Any => "any name is allowed".into(),
            Self::Component => "letters of ASCII, digits, `.`, `-` and `_` are allowed".into(),
            Self::Path => "a path begins with a slash".into(),
            Self::Status if is_range(name.to_ascii_uppercase().as_bytes()) => {
                format!("did you mean `{}`?", name.to_ascii_uppercase()).into()
            }
            Self::Status | Self::StatusRange => "statuses are `100` to `599`".into(),
            Self::MediaType => match name {
                "json" => "did you mean `application/json`?".into(),
                "xml" => "did you mean `application/xml`?".into(),
                "text" => "did you mean `text/plain`?".into(),
                _ => "a media type is a type and a subtype, such as `application/json`".into(),
            },
            Self::Header => "a header name has letters, digits and `-`, and no space".into(),
            Self::Method if has_a_key(name) => {
                format!("write it as `{}`, a key of the path item", name.to_ascii_lowercase()).into()
            }
            Self::Method if name == "CONNECT" => {
                "OpenAPI has no CONNECT: it asks a proxy for a tunnel".into()
            }
            Self::Method => "a method is one word, such as `COPY`".into(),
        }
    }

    /// Whether two keys that are written differently can mean the same.
    pub(crate) fn ignore_case(self) -> bool {
        match self {
            Self::Header | Self::MediaType => true,
            Self::Any | Self::Component | Self::Path | Self::Status | Self::StatusRange | Self::Method => {
                false
            }
        }
    }

    /// One spelling for all keys that mean the same.
    pub(crate) fn folded(self, name: &str) -> Cow<'_, str> {
        let insensitive = match self {
            Self::MediaType => split_parameters(name).0.len(),
            _ if self.ignore_case() => name.len(),
            _ => 0,
        };
        match name.split_at_checked(insensitive) {
            Some((start, rest)) if start.bytes().any(|byte| byte.is_ascii_uppercase()) => {
                Cow::Owned(start.to_ascii_lowercase() + rest)
            }
            _ => Cow::Borrowed(name),
        }
    }
}

/// Whether a Path Item Object has a key for the method, however `name` is written.
fn has_a_key(name: &str) -> bool {
    let methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];
    methods.iter().any(|method| method.eq_ignore_ascii_case(name))
}

fn is_component(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_')
}

fn is_status(name: &[u8]) -> bool {
    matches!(name, [b'1'..=b'5', b'0'..=b'9', b'0'..=b'9'])
}

fn is_range(name: &[u8]) -> bool {
    matches!(name, [b'1'..=b'5', b'X', b'X'])
}
