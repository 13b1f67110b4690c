//! Words of the document in messages.

use std::fmt;

/// The longest word that is shown in full, in characters.
const LONGEST: usize = 60;

/// A word between backticks, on one line: characters that would end it or turn it round are escaped, and a long word
/// is cut.
pub(super) fn quoted(word: &str) -> impl fmt::Display {
    fmt::from_fn(move |formatter| {
        formatter.write_str("`")?;
        for letter in word.chars().take(LONGEST) {
            if letter.is_control() || is_format(letter) {
                write!(formatter, "{}", letter.escape_unicode())?;
            } else {
                write!(formatter, "{letter}")?;
            }
        }
        let end = if word.chars().nth(LONGEST).is_some() { "…`" } else { "`" };
        formatter.write_str(end)
    })
}

/// Words between backticks, in a list: `` `a`, `b` or `c` ``.
pub(super) fn either(words: &[&str]) -> impl fmt::Display {
    fmt::from_fn(move |formatter| {
        for (index, word) in words.iter().enumerate() {
            match index {
                0 => {}
                _ if index + 1 == words.len() => formatter.write_str(" or ")?,
                _ => formatter.write_str(", ")?,
            }
            write!(formatter, "{}", quoted(word))?;
        }
        Ok(())
    })
}

/// Invisible characters that change how text is laid out (Unicode Standard Annex 9, and the line separators).
fn is_format(letter: char) -> bool {
    matches!(letter, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}
