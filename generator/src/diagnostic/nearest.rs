//! The word that somebody may have meant.

use strsim::damerau_levenshtein;

/// The word of `among` that is most like `word`, if one is: equal but for case, or else with at most one slip of the
/// pen (a letter added, left out, replaced, or two swapped) for every three letters. The first of equals wins.
pub fn nearest<'a>(word: &str, among: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = word.to_lowercase();
    let length = folded.chars().count();
    let close = among.into_iter().filter_map(|candidate| {
        let other = candidate.to_lowercase();
        let longer = length.max(other.chars().count());
        if longer - length.min(other.chars().count()) > longer / 3 {
            return None;
        }
        let slips = damerau_levenshtein(&folded, &other);
        (slips <= longer / 3).then_some((slips, candidate))
    });
    close.min_by_key(|(slips, _)| *slips).map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEYS: [&str; 6] = ["security", "servers", "summary", "operationId", "in", "$ref"];

    fn nearest_key(word: &str) -> Option<&'static str> {
        nearest(word, KEYS)
    }

    #[test]
    fn slips_of_the_pen_are_forgiven() {
        assert_eq!(nearest_key("securtiy"), Some("security"));
        assert_eq!(nearest_key("sumary"), Some("summary"));
        assert_eq!(nearest_key("operatoinid"), Some("operationId"));
        assert_eq!(nearest_key("ref"), Some("$ref"));
    }

    #[test]
    fn a_word_that_differs_only_in_case_comes_first() {
        assert_eq!(nearest("tags", ["tag", "Tags"]), Some("Tags"));
        assert_eq!(nearest_key("OPERATIONID"), Some("operationId"));
    }

    #[test]
    fn another_word_is_not_near() {
        assert_eq!(nearest_key("deprecated"), None);
        assert_eq!(nearest_key("x"), None);
        assert_eq!(nearest_key(""), None);
        assert_eq!(nearest("on", ["in"]), None);
    }

    #[test]
    fn a_word_of_many_megabytes_is_no_work() {
        assert_eq!(nearest_key(&"a".repeat(10_000_000)), None);
    }
}
