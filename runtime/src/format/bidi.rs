//! Host names that are written from right to left (RFC 5893, section 2)

use std::borrow::Cow;

use super::idn::is_mark;

/// How a character is written, as far as labels tell it apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    LeftToRight,
    RightToLeft,
    /// A European digit.
    Digit,
    /// An Arabic digit.
    ArabicDigit,
    Mark,
    /// What goes with what is beside it.
    Neutral,
}

impl Class {
    fn of(character: char) -> Self {
        match character {
            '0'..='9' | '\u{6f0}'..='\u{6f9}' => Self::Digit,
            '\u{660}'..='\u{669}' => Self::ArabicDigit,
            _ if is_mark(character) => Self::Mark,
            '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' => Self::RightToLeft,
            '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}' => Self::RightToLeft,
            _ if character.is_alphanumeric() => Self::LeftToRight,
            _ => Self::Neutral,
        }
    }

    fn is_of_right_to_left(self) -> bool {
        matches!(self, Self::RightToLeft | Self::ArabicDigit)
    }
}

/// Whether all labels of a name can be read, where one of them is written from right to left.
pub(super) fn holds(labels: &[Cow<'_, str>]) -> bool {
    let mut characters = labels.iter().flat_map(|label| label.chars());
    !characters.any(|character| Class::of(character).is_of_right_to_left())
        || labels.iter().all(|label| is_readable(label))
}

fn is_readable(label: &str) -> bool {
    let classes = label.chars().map(Class::of);
    let last = classes.clone().rfind(|class| *class != Class::Mark);
    let has = |wanted: Class| classes.clone().any(|class| class == wanted);
    match classes.clone().next() {
        Some(Class::RightToLeft) => {
            let digits_differ = has(Class::Digit) && has(Class::ArabicDigit);
            !has(Class::LeftToRight)
                && !digits_differ
                && last.is_some_and(|last| last == Class::Digit || last.is_of_right_to_left())
        }
        Some(Class::LeftToRight) => {
            !classes.clone().any(Class::is_of_right_to_left)
                && last.is_some_and(|last| matches!(last, Class::Digit | Class::LeftToRight))
        }
        _ => false,
    }
}
