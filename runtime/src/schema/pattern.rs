//! `pattern` and `patternProperties`

use std::fmt;

/// A regular expression in the syntax of the crate `regex`, compiled when it is first asked; it takes linear time.
///
/// It has an address of its own, for it changes when it is compiled: `static ODD: Pattern = Pattern::new("[13579]$");`.
/// Without the feature `pattern` there is none.
pub struct Pattern(engine::Pattern);

impl Pattern {
    /// A pattern, which the generator has found good. One that cannot be compiled is met by no text.
    ///
    /// It may be met anywhere in a text; `^` and `$` are the ends of the text.
    #[cfg(feature = "pattern")]
    pub const fn new(text: &'static str) -> Self {
        Self(engine::Pattern::new(text))
    }

    pub(crate) fn is_in(&self, text: &str) -> bool {
        self.0.is_in(text)
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.text())
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pattern({:?})", self.0.text())
    }
}

#[cfg(feature = "pattern")]
mod engine {
    use std::sync::OnceLock;

    use regex::Regex;

    pub(super) struct Pattern {
        text: &'static str,
        /// `None` where it could not be compiled.
        compiled: OnceLock<Option<Regex>>,
    }

    impl Pattern {
        pub(super) const fn new(text: &'static str) -> Self {
            Self { text, compiled: OnceLock::new() }
        }

        pub(super) fn text(&self) -> &'static str {
            self.text
        }

        pub(super) fn is_in(&self, text: &str) -> bool {
            let compiled = self.compiled.get_or_init(|| Regex::new(self.text).ok());
            compiled.as_ref().is_some_and(|compiled| compiled.is_match(text))
        }
    }
}

#[cfg(not(feature = "pattern"))]
mod engine {
    /// There is none.
    pub(super) enum Pattern {}

    impl Pattern {
        pub(super) fn text(&self) -> &'static str {
            match *self {}
        }

        pub(super) fn is_in(&self, _: &str) -> bool {
            match *self {}
        }
    }
}
