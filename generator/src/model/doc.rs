//! What the document tells people about one of its parts.

/// Text for people, and whether the part is on its way out.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Doc {
    /// CommonMark, as the document has it.
    pub text: String,
    /// Whether the document calls the part deprecated.
    pub deprecated: bool,
}

impl Doc {
    /// The paragraphs that are there, one after the other.
    pub fn of<'t>(paragraphs: impl IntoIterator<Item = Option<&'t str>>) -> Self {
        let paragraphs: Vec<&str> =
            paragraphs.into_iter().flatten().map(str::trim).filter(|text| !text.is_empty()).collect();
        Self { text: paragraphs.join("\n\n"), deprecated: false }
    }

    /// The same, and deprecated where `deprecated` says so.
    #[must_use]
    pub fn deprecated(self, deprecated: bool) -> Self {
        Self { deprecated, ..self }
    }
}
