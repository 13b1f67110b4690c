//! Segments of a path that hold more than one parameter: text and parameters in turns, as in `/compare/{base}...{head}`.
//!
//! A segment is told by its texts: that before the first parameter, those between two, that behind the last; the first and
//! the last may be empty. It is decoded before it is split. A parameter has at least one character, and each but the last has as
//! few as it can.

/// Whether a segment, decoded, can be split by `texts`.
///
/// ```
/// use specwright_runtime::segment::fits;
///
/// assert!(fits("main...next", &["", "...", ""]));
/// assert!(!fits("main..next", &["", "...", ""]));
/// assert!(!fits(".json", &["", ".json"]));
/// ```
pub fn fits(segment: &str, texts: &[&str]) -> bool {
    part(segment, texts, 0).is_some()
}

/// The parameter with the index `index`, counted from 0, in a segment that is split by `texts`. `None`: it cannot be.
pub(crate) fn part<'s>(segment: &'s str, texts: &[&str], index: usize) -> Option<&'s str> {
    let [before, between @ .., behind] = texts else { return None };
    let mut rest = segment.strip_prefix(before)?.strip_suffix(behind)?;
    let mut wanted = None;
    for (place, text) in between.iter().enumerate() {
        let first = rest.chars().next()?.len_utf8();
        let end = first + rest.get(first..)?.find(text)?;
        let (value, after) = rest.split_at_checked(end)?;
        if place == index {
            wanted = Some(value);
        }
        rest = after.strip_prefix(text)?;
    }
    if rest.is_empty() {
        return None;
    }
    wanted.or((between.len() == index).then_some(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts<'s>(segment: &'s str, texts: &[&str]) -> Vec<&'s str> {
        (0..texts.len() - 1).filter_map(|index| part(segment, texts, index)).collect()
    }

    #[test]
    fn a_parameter_is_what_the_texts_leave() {
        assert_eq!(parts("7.json", &["", ".json"]), ["7"]);
        assert_eq!(parts("v7", &["v", ""]), ["7"]);
        assert_eq!(parts("main...next", &["", "...", ""]), ["main", "next"]);
        assert_eq!(parts("(1,2)", &["(", ",", ")"]), ["1", "2"]);
    }

    #[test]
    fn each_but_the_last_has_as_few_characters_as_it_can() {
        assert_eq!(parts("a-b-c", &["", "-", ""]), ["a", "b-c"]);
        assert_eq!(parts("--é", &["", "-", ""]), ["-", "é"]);
        assert_eq!(parts("a.json.json", &["", ".json"]), ["a.json"]);
    }

    #[test]
    fn none_is_empty() {
        for (segment, texts) in [
            (".json", &["", ".json"][..]),
            ("a-", &["", "-", ""]),
            ("-a", &["", "-", ""]),
            ("-", &["", "-", ""]),
            ("", &["", ""]),
            ("aba", &["ab", "ba"]),
        ] {
            assert!(!fits(segment, texts), "{segment} {texts:?}");
        }
    }

    #[test]
    fn another_text_does_not_fit() {
        for segment in ["7.xml", "7json", "7.JSON", "7.json "] {
            assert!(!fits(segment, &["", ".json"]), "{segment}");
        }
    }
}
