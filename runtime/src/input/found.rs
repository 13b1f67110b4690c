//! What was found under a name.

use std::borrow::Cow;

/// The value of a parameter, as it was sent.
#[derive(Debug, PartialEq)]
pub(super) enum Found<'r> {
    Nothing,
    Text(Cow<'r, str>),
    /// Bytes that are not UTF-8.
    NoText,
    Twice,
}

impl<'r> Found<'r> {
    /// What is found when there is another value; `None` is one that is no text.
    pub(super) fn and(self, value: Option<Cow<'r, str>>) -> Self {
        match self {
            Self::Nothing => value.map_or(Self::NoText, Self::Text),
            Self::Text(_) | Self::NoText | Self::Twice => Self::Twice,
        }
    }
}
