//! Words of a document are shown to people: what a terminal or an editor would act upon is spelt out instead.

use std::borrow::Cow;

/// How many characters of a text are shown: a key may be as long as a file.
const LONGEST: usize = 1000;

/// `text` with every character that [`is_hidden`] spelt as Rust does: `\n`, `\u{202e}`; cut if it is very long.
pub(super) fn printable(text: &str) -> Cow<'_, str> {
    let end = text.char_indices().nth(LONGEST).map(|(end, _)| end);
    if end.is_none() && !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::new();
    for character in text.chars().take(LONGEST) {
        match character {
            '\n' | '\r' | '\t' => shown.extend(character.escape_default()),
            _ if is_hidden(character) => shown.extend(character.escape_unicode()),
            _ => shown.push(character),
        }
    }
    if end.is_some() {
        shown.push('…');
    }
    Cow::Owned(shown)
}

/// Whether a character controls a terminal, turns the direction of writing, or is not to be seen.
pub(super) fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{61c}'
                | '\u{200b}'
                | '\u{200e}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_on_a_terminal_is_spelt_out() {
        assert_eq!(printable("a\u{1b}[31m\u{9b}\n\u{202e}b"), r"a\u{1b}[31m\u{9b}\n\u{202e}b");
    }

    #[test]
    fn a_very_long_text_is_cut() {
        assert_eq!(printable(&"é".repeat(1_000_000)).chars().count(), LONGEST + 1);
    }

    #[test]
    fn letters_of_every_script_stay() {
        assert!(matches!(printable("naïve 日本語 العربية 👩‍👩‍👧"), Cow::Borrowed(_)));
    }
}
