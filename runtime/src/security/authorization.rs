//! The field `Authorization` ([RFC 9110, 11.6.2](https://www.rfc-editor.org/rfc/rfc9110#section-11.6.2)).

use http::HeaderMap;
use http::header::{AUTHORIZATION, HeaderValue};

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
    /// Looks the field up, and marks it, so that no `Debug` of the headers shows it.
    #[inline]
    pub(crate) fn conceal(headers: &mut HeaderMap) -> Self {
        let mut field = Self::Absent;
        for (name, value) in headers {
            if name == AUTHORIZATION {
                value.set_sensitive(true);
                field = field.and(value);
            }
        }
        field
    }

    /// Looks the field up in headers that are somebody else's.
    #[cfg(any(feature = "axum", test))]
    pub(super) fn of(headers: &HeaderMap) -> Self {
        headers.get_all(AUTHORIZATION).iter().fold(Self::Absent, Self::and)
    }

    fn and(self, value: &HeaderValue) -> Self {
        match self {
            Self::Absent => Self::Once(value.clone()),
            Self::Once(_) | Self::Repeated => Self::Repeated,
        }
    }
}

/// What the field says to one scheme.
pub(super) enum Authorization<'f> {
    /// There is no field, or one of another scheme.
    Absent,
    /// What follows the name of the scheme and one or more spaces; nothing, where nothing follows.
    Credentials(&'f [u8]),
    /// The field is there twice.
    Repeated,
}

impl<'f> Authorization<'f> {
    /// Reads the field for a scheme, whose name is compared without regard to case.
    #[inline]
    pub(super) fn read(field: &'f Field, scheme: &str) -> Self {
        let value = match field {
            Field::Absent => return Self::Absent,
            Field::Once(value) => value,
            Field::Repeated => return Self::Repeated,
        };
        let Some((name, after)) = value.as_bytes().split_at_checked(scheme.len()) else {
            return Self::Absent;
        };
        // Most clients write it as it is registered, which is told at a glance.
        let named = name == scheme.as_bytes() || name.eq_ignore_ascii_case(scheme.as_bytes());
        if named { Self::after(after) } else { Self::Absent }
    }

    #[inline]
    fn after(mut rest: &'f [u8]) -> Self {
        if !matches!(rest, [] | [b' ', ..]) {
            return Self::Absent;
        }
        while let [b' ', after @ ..] = rest {
            rest = after;
        }
        Self::Credentials(rest)
    }
}
