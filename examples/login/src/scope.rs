//! What a token is good for (RFC 6749, section 3.3).

/// Scopes, each once, in the order in which they were named.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Scopes(Vec<String>);

impl Scopes {
    /// Reads scopes that have spaces between them.
    pub(crate) fn read(text: &str) -> Self {
        let mut scopes = Vec::new();
        for scope in text.split(' ').filter(|scope| !scope.is_empty()) {
            if !scopes.iter().any(|known| known == scope) {
                scopes.push(scope.to_owned());
            }
        }
        Self(scopes)
    }

    /// Each of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Whether all of `scopes` are among these.
    pub(crate) fn include<'s>(&self, mut scopes: impl Iterator<Item = &'s str>) -> bool {
        scopes.all(|scope| self.0.iter().any(|known| known == scope))
    }
}

#[cfg(test)]
mod tests {
    use super::Scopes;

    #[test]
    fn scopes_are_separated_by_spaces_and_compared_with_case() {
        let scopes = Scopes::read(" me  items me ");
        assert!(scopes.iter().eq(["me", "items"]));
        assert!(scopes.include(["items", "me"].into_iter()) && scopes.include([].into_iter()));
        for other in ["Me", "meitems", "item", "items2"] {
            assert!(!scopes.include([other].into_iter()), "{other}");
        }
    }
}
