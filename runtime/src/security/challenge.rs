//! Challenges: the field `WWW-Authenticate` ([RFC 9110, 11.6.1]).
//!
//! [RFC 9110, 11.6.1]: https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1

use std::borrow::Cow;

use http::header::HeaderValue;

use super::Scopes;
use super::scheme::{Kind, Scheme, is_token};

/// A challenge that is about to be sent: the name of a scheme, and parameters.
///
/// A parameter is there once at most. Values are quoted, and what cannot stand in quotes is left out, so that none can leave
/// them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    scheme: &'static Scheme,
    parameters: Vec<(Cow<'static, str>, Cow<'static, str>)>,
}

impl Challenge {
    /// The challenge without parameters.
    #[inline]
    pub(super) fn of(scheme: &'static Scheme) -> Self {
        Self { scheme, parameters: Vec::new() }
    }

    /// The security scheme, by its name in the document's `components`.
    pub fn scheme(&self) -> &'static str {
        self.scheme.key()
    }

    /// The challenge with a parameter, such as `realm` ([RFC 9110, 11.5]); one of the same name is replaced. A name that is no
    /// token is left out.
    ///
    /// [RFC 9110, 11.5]: https://www.rfc-editor.org/rfc/rfc9110#section-11.5
    #[must_use]
    pub fn with(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Cow<'static, str>>) -> Self {
        let name = name.into();
        if is_token(&name) {
            self.parameters.retain(|(there, _)| !there.eq_ignore_ascii_case(&name));
            self.parameters.push((name, value.into()));
        }
        self
    }

    /// Whether it is the word `Bearer` and nothing else.
    #[inline]
    pub(super) fn is_plain_bearer(&self) -> bool {
        self.parameters.is_empty() && self.scheme.kind() == Kind::Bearer
    }

    /// Whether a client reads the same from both.
    pub(super) fn says_the_same_as(&self, other: &Self) -> bool {
        self.scheme.kind().says_the_same_as(other.scheme.kind()) && self.parameters == other.parameters
    }

    pub(super) fn is_of(&self, scheme: &Scheme) -> bool {
        self.scheme == scheme
    }

    /// What is wrong with the credential. RFC 6750, 3 has words for it, other schemes have not.
    pub(super) fn error(self, code: &'static str) -> Self {
        if self.scheme.kind() == Kind::Bearer { self.with("error", code) } else { self }
    }

    /// `error_description`; a character that has no place in it becomes `'` or `?`.
    pub(super) fn description(self, text: &str) -> Self {
        let text: String = text.chars().map(described).collect();
        let has_words = self.scheme.kind() == Kind::Bearer && !text.is_empty();
        if has_words { self.with("error_description", text) } else { self }
    }

    /// `scope`: those of the scopes that are scope-tokens.
    pub(super) fn scope(self, scopes: Scopes) -> Self {
        let named: Vec<&str> = scopes.iter().copied().filter(|scope| is_scope_token(scope)).collect();
        let has_words = self.scheme.kind() == Kind::Bearer && !named.is_empty();
        if has_words { self.with("scope", named.join(" ")) } else { self }
    }

    /// The value of the field.
    pub(super) fn value(self) -> HeaderValue {
        let this = self.with_what_is_required();
        let mut text = this.scheme.name().to_owned();
        for (number, (name, value)) in this.parameters.iter().enumerate() {
            text.push_str(if number == 0 { " " } else { ", " });
            text.push_str(name);
            text.push_str("=\"");
            text.extend(value.chars().flat_map(quoted));
            text.push('"');
        }
        // What is written is visible ASCII and spaces, so this is always the text.
        HeaderValue::try_from(text).unwrap_or_else(|_| HeaderValue::from_static(this.scheme.name()))
    }

    /// Basic names a realm and the encoding of user-id and password ([RFC 7617, 2 and 2.1]).
    ///
    /// [RFC 7617, 2 and 2.1]: https://www.rfc-editor.org/rfc/rfc7617#section-2
    fn with_what_is_required(mut self) -> Self {
        let Kind::Basic(realm) = self.scheme.kind() else { return self };
        if !self.parameters.iter().any(|(name, _)| name.eq_ignore_ascii_case("realm")) {
            self.parameters.insert(0, ("realm".into(), realm.into()));
        }
        self.with("charset", "UTF-8")
    }
}

/// A character as it stands in a quoted-string ([RFC 9110, 5.6.4]); beyond ASCII readers do not agree, so it becomes `?`.
///
/// [RFC 9110, 5.6.4]: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.4
fn quoted(character: char) -> impl Iterator<Item = char> {
    let is_escaped = matches!(character, '"' | '\\');
    let written = if matches!(character, ' '..='~') { character } else { '?' };
    is_escaped.then_some('\\').into_iter().chain([written])
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
    use super::*;

    static BEARER: Scheme = Scheme::bearer("Token");
    static BASIC: Scheme = Scheme::basic("Password", "A \"small\" shop");
    static DIGEST: Scheme = Scheme::http("Digest", "Digest");
    static KEY: Scheme = Scheme::api_key("Key");

    fn shown(challenge: Challenge) -> String {
        challenge.value().to_str().unwrap().to_owned()
    }

    #[test]
    fn w6_a_description_cannot_leave_its_quotes() {
        let challenge = Challenge::of(&BEARER).error("invalid_token").description("\"\\\r\nX: é\u{7f}");
        assert_eq!(shown(challenge), r#"Bearer error="invalid_token", error_description="'???X: ??""#);
    }

    #[test]
    fn w6_a_scope_that_is_no_scope_token_is_not_named() {
        let scopes: Scopes = &["read", "a b", "", "\"", "é", "write:all"];
        assert_eq!(shown(Challenge::of(&BEARER).scope(scopes)), r#"Bearer scope="read write:all""#);
    }

    #[test]
    fn w6_nothing_to_say_is_no_parameter() {
        assert_eq!(shown(Challenge::of(&BEARER).description("").scope(&[])), "Bearer");
    }

    #[test]
    fn w6_a_parameter_is_there_once_and_cannot_leave_its_quotes() {
        let challenge = Challenge::of(&DIGEST).with("realm", "one").with("nonce", "a\"b\\c\r\né");
        let challenge = challenge.with("REALM", "two").with("a b", "c").with("", "d");
        assert_eq!(shown(challenge), r#"Digest nonce="a\"b\\c???", REALM="two""#);
    }

    #[test]
    fn w7_basic_has_a_realm_and_a_charset() {
        assert_eq!(shown(Challenge::of(&BASIC)), r#"Basic realm="A \"small\" shop", charset="UTF-8""#);
        let named = Challenge::of(&BASIC).with("realm", "other").with("charset", "latin-1");
        assert_eq!(shown(named), r#"Basic realm="other", charset="UTF-8""#);
    }

    #[test]
    fn w8_the_words_of_bearer_tokens_are_for_bearer_tokens() {
        let challenge = Challenge::of(&KEY).error("invalid_token").description("old").scope(&["read"]);
        assert_eq!(shown(challenge), "APIKey");
    }
}
