//! The field `Authorization` ([RFC 9110, 11.6.2](https://www.rfc-editor.org/rfc/rfc9110#section-11.6.2)).

use http::HeaderMap;
use http::header::AUTHORIZATION;

/// What the field says to one scheme.
pub(super) enum Authorization<'h> {
    /// There is no field, or one of another scheme.
    Absent,
    /// What follows the name of the scheme and one or more spaces; nothing, where nothing follows.
    Credentials(&'h [u8]),
    /// The field is there twice, so that two readers could read two callers.
    Repeated,
}

impl<'h> Authorization<'h> {
    /// Reads the field for a scheme, whose name is compared without regard to case.
    #[inline]
    pub(super) fn read(headers: &'h HeaderMap, scheme: &str) -> Self {
        let mut fields = headers.iter().filter(|(name, _)| **name == AUTHORIZATION);
        let Some((_, field)) = fields.next() else { return Self::Absent };
        if fields.next().is_some() {
            return Self::Repeated;
        }
        match field.as_bytes().split_at_checked(scheme.len()) {
            Some((name, after)) if name.eq_ignore_ascii_case(scheme.as_bytes()) => Self::after(after),
            _ => Self::Absent,
        }
    }

    #[inline]
    fn after(mut rest: &'h [u8]) -> Self {
        if !matches!(rest, [] | [b' ', ..]) {
            return Self::Absent;
        }
        while let [b' ', after @ ..] = rest {
            rest = after;
        }
        Self::Credentials(rest)
    }
}
