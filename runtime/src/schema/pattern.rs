//! `pattern` and `patternProperties`

use std::fmt;

/// A regular expression in the syntax of the crate `regex`, compiled when it is first asked; it takes linear time.
///
/// Without the feature `pattern` there is none.
pub struct Pattern(inner::Pattern);

#[cfg(feature = "pattern")]
mod inner {
    use std::sync::OnceLock;

    use regex::Regex;

    pub(super) struct Pattern {
        pub(super) text: &'static str,
        /// `None` where it could not be compiled.
        pub(super) compiled: OnceLock<Option<Regex>>,
    }
}

#[cfg(not(feature = "pattern"))]
mod inner {
    pub(super) enum Pattern {}
}

#[cfg(feature = "pattern")]
impl Pattern {
    /// A pattern, which the generator has found good. One that cannot be compiled is met by no text.
    ///
    /// It may be met anywhere in a text; `^` and `$` are the ends of the text.
    pub const fn new(text: &'static str) -> Self {
        Self(inner::Pattern { text, compiled: std::sync::OnceLock::new() })
    }

    pub(super) fn is_in(&self, text: &str) -> bool {
        let compiled = self.0.compiled.get_or_init(|| regex::Regex::new(self.0.text).ok());
        compiled.as_ref().is_some_and(|compiled| compiled.is_match(text))
    }
}

#[cfg(not(feature = "pattern"))]
impl Pattern {
    pub(super) fn is_in(&self, _: &str) -> bool {
        match self.0 {}
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        #[cfg(feature = "pattern")]
        return f.write_str(self.0.text);
        #[cfg(not(feature = "pattern"))]
        match self.0 {}
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pattern({self})")
    }
}
