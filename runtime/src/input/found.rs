//! What was found under a name.

use std::borrow::Cow;

/// The value of a parameter, as it was sent.
#[derive(Debug, PartialEq)]
pub(crate) enum Found<'r> {
    Nothing,
    Text(Cow<'r, str>),
    /// What cannot be decoded: bytes that are not UTF-8, a percent sign without two digits.
    NoText,
    Twice,
}

impl<'r> Found<'r> {
    /// What is found when there is another value; `None` is one that is no text.
    pub(crate) fn and(self, value: Option<Cow<'r, str>>) -> Self {
        match self {
            Self::Nothing => value.map_or(Self::NoText, Self::Text),
            Self::Text(_) | Self::NoText | Self::Twice => Self::Twice,
        }
    }
}
