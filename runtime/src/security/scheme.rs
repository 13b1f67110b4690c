//! Security schemes, as generated code states them.

/// A security scheme of the document (OpenAPI, Security Scheme Object).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scheme {
    key: &'static str,
    kind: Kind,
}

/// What the challenges of a scheme look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Bearer,
    /// With the realm that is named unless the implementation names another: RFC 7617, 2 requires one.
    Basic(&'static str),
    Http(&'static str),
    ApiKey,
    MutualTls,
}

impl Scheme {
    /// Tokens by [RFC 6750](https://www.rfc-editor.org/rfc/rfc6750): `http` with `bearer`, `oauth2`, `openIdConnect`.
    pub const fn bearer(key: &'static str) -> Self {
        Self { key, kind: Kind::Bearer }
    }

    /// `http` with `basic` ([RFC 7617](https://www.rfc-editor.org/rfc/rfc7617)), and the realm that challenges name.
    pub const fn basic(key: &'static str, realm: &'static str) -> Self {
        Self { key, kind: Kind::Basic(realm) }
    }

    /// `http` with another scheme, by its name in challenges.
    ///
    /// # Panics
    ///
    /// Where the name is no token ([RFC 9110, 11.1](https://www.rfc-editor.org/rfc/rfc9110#section-11.1)); a constant does not
    /// compile.
    pub const fn http(key: &'static str, name: &'static str) -> Self {
        assert!(is_token(name), "the name of an authentication scheme is a token");
        Self { key, kind: Kind::Http(name) }
    }

    /// `apiKey`.
    pub const fn api_key(key: &'static str) -> Self {
        Self { key, kind: Kind::ApiKey }
    }

    /// `mutualTLS`.
    pub const fn mutual_tls(key: &'static str) -> Self {
        Self { key, kind: Kind::MutualTls }
    }

    /// Its name in the document's `components`.
    pub const fn key(&self) -> &'static str {
        self.key
    }

    pub(super) const fn kind(&self) -> Kind {
        self.kind
    }

    /// Its name in challenges. Keys and certificates have no registered one, and a 401 needs a challenge ([RFC 9110, 15.5.2]).
    ///
    /// [RFC 9110, 15.5.2]: https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2
    pub(super) const fn name(&self) -> &'static str {
        match self.kind {
            Kind::Bearer => "Bearer",
            Kind::Basic(_) => "Basic",
            Kind::Http(name) => name,
            Kind::ApiKey => "APIKey",
            Kind::MutualTls => "MutualTLS",
        }
    }
}

impl Kind {
    /// Whether challenges of both begin with the same words.
    pub(super) fn says_the_same_as(self, other: Self) -> bool {
        match (self, other) {
            (Self::Http(name), Self::Http(other)) => name.eq_ignore_ascii_case(other),
            (kind, other) => kind == other,
        }
    }
}

/// `1*tchar` ([RFC 9110, 5.6.2](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2))
pub(super) const fn is_token(text: &str) -> bool {
    let mut rest = text.as_bytes();
    while let [byte, after @ ..] = rest {
        if !is_token_byte(*byte) {
            return false;
        }
        rest = after;
    }
    !text.is_empty()
}

pub(super) const fn is_token_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(
            byte,
            b'!' | b'#'
                | b'$'
                | b'%'
                | b'&'
                | b'\''
                | b'*'
                | b'+'
                | b'-'
                | b'.'
                | b'^'
                | b'_'
                | b'`'
                | b'|'
                | b'~'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[should_panic = "a token"]
    fn w6_no_scheme_has_a_name_that_breaks_the_field() {
        let _ = Scheme::http("Key", "Digest realm=\"x\"\r\nSet-Cookie: a");
    }
}
