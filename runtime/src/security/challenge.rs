//! Challenges: the field `WWW-Authenticate` ([RFC 9110, 11.6.1]).
//!
//! [RFC 9110, 11.6.1]: https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1

use http::header::HeaderValue;

use super::Scopes;

/// An authentication scheme, as challenges and credentials name it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Scheme {
    /// RFC 6750; OAuth 2.0 and OpenID Connect too.
    Bearer,
}

impl Scheme {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Bearer => "Bearer",
        }
    }

    /// The challenge without parameters, for who sent no credential.
    pub(super) fn plain(self) -> HeaderValue {
        HeaderValue::from_static(self.name())
    }
}

/// A challenge that is being written.
///
/// Values keep to the characters of [RFC 6750, 3], which exclude `"` and `\`, so that none can leave its quotes.
///
/// [RFC 6750, 3]: https://www.rfc-editor.org/rfc/rfc6750#section-3
pub(super) struct Challenge {
    scheme: Scheme,
    text: String,
    parameters: usize,
}

impl Challenge {
    pub(super) fn of(scheme: Scheme) -> Self {
        Self { scheme, text: scheme.name().to_owned(), parameters: 0 }
    }

    pub(super) fn error(self, code: &'static str) -> Self {
        self.parameter("error", code)
    }

    /// `error_description`; a character that has no place in it becomes `'` or `?`.
    pub(super) fn description(self, text: &str) -> Self {
        let text: String = text.chars().map(described).collect();
        if text.is_empty() { self } else { self.parameter("error_description", &text) }
    }

    /// `scope`: those of the scopes that are scope-tokens.
    pub(super) fn scope(self, scopes: Scopes) -> Self {
        let named: Vec<&str> = scopes.iter().copied().filter(|scope| is_scope_token(scope)).collect();
        if named.is_empty() { self } else { self.parameter("scope", &named.join(" ")) }
    }

    pub(super) fn value(self) -> HeaderValue {
        // What is written is visible ASCII and spaces, so this is always the text.
        HeaderValue::try_from(self.text).unwrap_or_else(|_| self.scheme.plain())
    }

    fn parameter(mut self, name: &str, value: &str) -> Self {
        let separator = if self.parameters == 0 { " " } else { ", " };
        for part in [separator, name, "=\"", value, "\""] {
            self.text.push_str(part);
        }
        self.parameters += 1;
        self
    }
}

fn described(character: char) -> char {
    match character {
        ' '..='!' | '#'..='[' | ']'..='~' => character,
        '"' => '\'',
        _ => '?',
    }
}

fn is_scope_token(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| matches!(byte, b'!' | b'#'..=b'[' | b']'..=b'~'))
}

#[cfg(test)]
mod tests {
    use super::{Challenge, Scheme, Scopes};

    fn shown(challenge: Challenge) -> String {
        format!("{:?}", challenge.value())
    }

    #[test]
    fn w6_a_description_cannot_leave_its_quotes() {
        let challenge =
            Challenge::of(Scheme::Bearer).error("invalid_token").description("\"\\\r\nX: é\u{7f}");
        assert_eq!(shown(challenge), r#""Bearer error=\"invalid_token\", error_description=\"'???X: ??\"""#);
    }

    #[test]
    fn w6_a_scope_that_is_no_scope_token_is_not_named() {
        let scopes: Scopes = &["read", "a b", "", "\"", "é", "write:all"];
        let challenge = Challenge::of(Scheme::Bearer).scope(scopes);
        assert_eq!(shown(challenge), r#""Bearer scope=\"read write:all\"""#);
    }

    #[test]
    fn w6_nothing_to_say_is_no_parameter() {
        assert_eq!(shown(Challenge::of(Scheme::Bearer).description("").scope(&[])), r#""Bearer""#);
    }
}
