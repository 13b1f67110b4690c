//! The field `Authorization` ([RFC 9110, 11.6.2](https://www.rfc-editor.org/rfc/rfc9110#section-11.6.2)).

use http::HeaderMap;
use http::header::{AUTHORIZATION, HeaderValue};

use super::scheme::is_token_byte;
use super::unread::Unread;

/// The field of one request, looked up once.
pub(crate) enum Field {
    /// It is not there.
    Absent,
    /// It is there, with this value.
    Once(HeaderValue),
    /// It is there twice, so that two readers could read two callers.
    Repeated,
}

impl Field {
    /// Looks the field up, and marks it and the other secret ones, so that no `Debug` of the headers shows them.
    #[inline]
    pub(crate) fn conceal(headers: &mut HeaderMap, secret: &[&str]) -> Self {
        if !secret.is_empty() {
            conceal(headers, secret);
        }
        let mut field = Self::Absent;
        for (name, value) in headers {
            if name == AUTHORIZATION {
                value.set_sensitive(true);
                field = field.and(value);
            }
        }
        field
    }

    #[cfg(test)]
    pub(super) fn one(value: &'static str) -> Self {
        Self::Once(HeaderValue::from_static(value))
    }

    fn and(self, value: &HeaderValue) -> Self {
        match self {
            Self::Absent => Self::Once(value.clone()),
            Self::Once(_) | Self::Repeated => Self::Repeated,
        }
    }
}

fn conceal(headers: &mut HeaderMap, secret: &[&str]) {
    for (name, value) in headers {
        if secret.contains(&name.as_str()) {
            value.set_sensitive(true);
        }
    }
}

/// What the field says to one scheme.
pub(super) struct Authorization;

impl Authorization {
    /// What follows the name of the scheme, which is compared without regard to case, and one or more spaces: nothing, where
    /// nothing follows. A field of another scheme is none of this one; one that names this scheme, and goes on with what is neither
    /// a space nor part of a longer name, is malformed.
    #[inline]
    pub(super) fn read<'f>(field: &'f Field, scheme: &str) -> Result<&'f [u8], Unread> {
        let value = match field {
            Field::Absent => return Err(Unread::Absent),
            Field::Once(value) => value,
            Field::Repeated => return Err(Unread::Repeated),
        };
        let (name, after) = value.as_bytes().split_at_checked(scheme.len()).ok_or(Unread::Absent)?;
        // Most clients write it as it is registered, which is told at a glance.
        let is_named = name == scheme.as_bytes() || name.eq_ignore_ascii_case(scheme.as_bytes());
        if is_named { Self::after(after) } else { Err(Unread::Absent) }
    }

    #[inline]
    fn after(mut rest: &[u8]) -> Result<&[u8], Unread> {
        match rest {
            [] | [b' ', ..] => {}
            [byte, ..] if is_token_byte(*byte) => return Err(Unread::Absent),
            _ => return Err(Unread::Malformed),
        }
        while let [b' ', after @ ..] = rest {
            rest = after;
        }
        Ok(rest)
    }
}
