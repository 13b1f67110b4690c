//! Texts that hold several values.

/// What stands between two values.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Separator {
    /// The character itself.
    plain: u8,
    /// Its code behind a percent sign, where that separates, too. Anywhere else a code is part of a value.
    code: Option<&'static str>,
}

pub(crate) const COMMA: Separator = Separator { plain: b',', code: None };
pub(crate) const DOT: Separator = Separator { plain: b'.', code: None };
pub(crate) const SEMICOLON: Separator = Separator { plain: b';', code: None };
/// Neither a space nor a pipe can stand in a query as it is (RFC 3986, section 3.4). `+` is a space there.
pub(crate) const SPACE: Separator = Separator { plain: b'+', code: Some("20") };
pub(crate) const PIPE: Separator = Separator { plain: b'|', code: Some("7C") };

impl Separator {
    /// The values in `text`: at least one.
    pub(crate) fn split(self, text: &str) -> impl Iterator<Item = &str> {
        let mut rest = Some(text);
        std::iter::from_fn(move || {
            let text = rest?;
            let Some((end, length)) = self.find(text) else { return rest.take() };
            let (value, behind) = text.split_at_checked(end)?;
            rest = behind.get(length..);
            Some(value)
        })
    }

    /// Where the next one is in `text`, and how long.
    fn find(self, text: &str) -> Option<(usize, usize)> {
        let is_code = |digits: &str| self.code.is_some_and(|code| digits.eq_ignore_ascii_case(code));
        text.bytes().enumerate().find_map(|(index, byte)| match byte {
            b'%' if text.get(index + 1..index + 3).is_some_and(is_code) => Some((index, 3)),
            _ if byte == self.plain => Some((index, 1)),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(separator: Separator, text: &str) -> Vec<&str> {
        separator.split(text).collect()
    }

    #[test]
    fn a_text_without_a_separator_is_one_value() {
        assert_eq!(split(COMMA, "a"), ["a"]);
        assert_eq!(split(COMMA, ""), [""]);
    }

    #[test]
    fn empty_values_are_values() {
        assert_eq!(split(COMMA, ",a,,"), ["", "a", "", ""]);
    }

    #[test]
    fn an_encoded_comma_is_part_of_a_value() {
        assert_eq!(split(COMMA, "a%2Cb,c"), ["a%2Cb", "c"]);
    }

    #[test]
    fn spaces_and_pipes_separate_encoded_or_not() {
        assert_eq!(split(SPACE, "a%20b+c%2"), ["a", "b", "c%2"]);
        assert_eq!(split(PIPE, "a%7Cb%7cc|%7"), ["a", "b", "c", "%7"]);
    }
}
