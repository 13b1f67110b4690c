//! JSON Pointers (RFC 6901): where in a document something stands.

use std::borrow::Cow;
use std::fmt;

/// A JSON Pointer, such as `/paths/~1items~1/get`.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer(String);

impl Pointer {
    /// The whole document.
    pub const fn root() -> Self {
        Self(String::new())
    }

    /// The member `name` of what this points at.
    pub fn member(&self, name: &str) -> Self {
        let mut text = String::with_capacity(self.0.len() + name.len() + 1);
        text.push_str(&self.0);
        text.push('/');
        text.push_str(&escape(name));
        Self(text)
    }

    /// The item `index`, counted from 0, of what this points at.
    pub fn item(&self, index: usize) -> Self {
        Self(format!("{}/{index}", self.0))
    }

    /// The reference tokens, unescaped, from the root on.
    pub fn tokens(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.0.split('/').skip(1).map(unescape)
    }

    /// The value that this points at in `tree`.
    pub fn of<'t>(&self, tree: &'t serde_json::Value) -> Option<&'t serde_json::Value> {
        tree.pointer(&self.0)
    }

    /// What holds this, or `None` for the whole document.
    pub fn parent(&self) -> Option<Self> {
        self.0.rsplit_once('/').map(|(parent, _)| Self(parent.to_owned()))
    }

    /// This and everything that holds it, as RFC 6901 writes them, from here to the whole document.
    pub fn outwards(&self) -> impl Iterator<Item = &str> {
        std::iter::successors(Some(self.as_str()), |inner| inner.rsplit_once('/').map(|(outer, _)| outer))
    }

    /// The pointer as RFC 6901 writes it; empty for the whole document.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The pointer that the fragment of a URI reference is (RFC 6901, 6).
    pub fn of_fragment(fragment: &str) -> Option<Self> {
        Self::parse(&percent_encoding::percent_decode_str(fragment).decode_utf8().ok()?)
    }

    /// Reads a pointer as RFC 6901 writes it: empty, or beginning with a slash.
    pub fn parse(text: &str) -> Option<Self> {
        (text.is_empty() || text.starts_with('/')).then(|| Self(text.to_owned()))
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

fn escape(token: &str) -> Cow<'_, str> {
    if token.contains(['~', '/']) {
        Cow::Owned(token.replace('~', "~0").replace('/', "~1"))
    } else {
        Cow::Borrowed(token)
    }
}

fn unescape(token: &str) -> Cow<'_, str> {
    if token.contains('~') {
        Cow::Owned(token.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(token)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_come_back_as_they_went_in() {
        let tokens = ["/items/", "~1", "", "a~/b", "é", "0"];
        let pointer = tokens.iter().fold(Pointer::root(), |pointer, token| pointer.member(token));
        assert_eq!(pointer.as_str(), "/~1items~1/~01//a~0~1b/é/0");
        assert_eq!(pointer.tokens().collect::<Vec<_>>(), tokens);
    }

    #[test]
    fn the_root_has_no_tokens_and_no_parent() {
        assert_eq!(Pointer::root().tokens().count(), 0);
        assert_eq!(Pointer::root().parent(), None);
        assert_eq!(Pointer::root().item(3).parent(), Some(Pointer::root()));
    }

    #[test]
    fn the_way_outwards_ends_at_the_root() {
        let pointer = Pointer::root().member("paths").member("/items");
        assert_eq!(pointer.outwards().collect::<Vec<_>>(), ["/paths/~1items", "/paths", ""]);
        assert_eq!(Pointer::root().outwards().collect::<Vec<_>>(), [""]);
    }

    #[test]
    fn a_pointer_begins_with_a_slash() {
        assert_eq!(Pointer::parse(""), Some(Pointer::root()));
        assert_eq!(Pointer::parse("/a/0").as_ref().map(Pointer::as_str), Some("/a/0"));
        assert_eq!(Pointer::parse("a"), None);
        assert_eq!(Pointer::parse("#/a"), None);
    }
}
