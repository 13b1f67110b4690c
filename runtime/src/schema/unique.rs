//! `uniqueItems`

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::mem;

use crate::decode::{Document, Token};
use crate::json::Decimal;

/// Whether no two items of an array are equal (JSON Schema Core, section 4.2.2).
///
/// Items with the same hash are compared, one with the next; the hash has a random key, so that nobody can make many of
/// them.
pub(crate) fn are_unique(document: &Document<'_>, array: u32) -> bool {
    if let Some(unique) = are_few_unique(document, array) {
        return unique;
    }
    let state = RandomState::new();
    let mut items: Vec<_> = document.items(array).map(|item| (hash(document, item, &state), item)).collect();
    items.sort_unstable();
    items.windows(2).all(|pair| match pair {
        [(one, a), (two, b)] => one != two || !are_equal(document, *a, *b),
        _ => true,
    })
}

/// The same for a few items that are no containers, which are compared at once; `None` for others.
fn are_few_unique(document: &Document<'_>, array: u32) -> Option<bool> {
    let is_container = |item| matches!(document.token(item), Token::Array { .. } | Token::Object { .. });
    if document.items(array).take(FEW + 1).count() > FEW || document.items(array).any(is_container) {
        return None;
    }
    let has_later = |item| {
        document.items(array).skip_while(|other| *other <= item).any(|other| are_equal(document, item, other))
    };
    Some(!document.items(array).any(has_later))
}

/// So many items are compared sooner than they are hashed.
const FEW: usize = 8;

/// The same for all values that are equal.
fn hash(document: &Document<'_>, index: u32, state: &RandomState) -> u64 {
    let token = document.token(index);
    let kind = mem::discriminant(&token);
    match token {
        Token::Null | Token::True | Token::False | Token::HalfPair => state.hash_one(kind),
        Token::Number { start, end } => state.hash_one((kind, Decimal::of(document.span(start, end)))),
        Token::Plain { .. } | Token::Escaped { .. } => state.hash_one(document.string(index)),
        Token::Array { .. } => {
            let items = document.items(index).map(|item| hash(document, item, state));
            state.hash_one((kind, items.collect::<Vec<_>>()))
        }
        Token::Object { .. } => {
            // in any order
            let member = |name| (document.string(name), hash(document, name + 1, state));
            let members = document.members(index).map(|name| state.hash_one(member(name)));
            state.hash_one((kind, members.fold(0, u64::wrapping_add)))
        }
    }
}

fn are_equal(document: &Document<'_>, a: u32, b: u32) -> bool {
    match (document.token(a), document.token(b)) {
        (Token::Number { start, end }, Token::Number { start: from, end: to }) => {
            Decimal::of(document.span(start, end)) == Decimal::of(document.span(from, to))
        }
        (Token::Array { length, .. }, Token::Array { length: other, .. }) => {
            length == other
                && document.items(a).zip(document.items(b)).all(|(a, b)| are_equal(document, a, b))
        }
        (Token::Object { length, .. }, Token::Object { length: other, .. }) => {
            let others = || document.members(b).map(|name| (document.string(name), name + 1));
            let others: HashMap<_, _> = if length == other { others().collect() } else { HashMap::new() };
            length == other
                && document.members(a).all(|name| {
                    let value = others.get(&document.string(name));
                    value.is_some_and(|value| are_equal(document, name + 1, *value))
                })
        }
        (Token::Plain { .. } | Token::Escaped { .. }, Token::Plain { .. } | Token::Escaped { .. }) => {
            document.string(a) == document.string(b)
        }
        (a, b) => a == b,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::are_unique;
    use crate::decode::Document;

    fn unique(body: &str) -> bool {
        are_unique(&Document::parse(body.as_bytes()).unwrap(), 0)
    }

    #[test]
    fn equal_items_are_found_however_they_are_written() {
        for body in [
            "[1, 2, 1.0]",
            r#"["a", "\u0061"]"#,
            r#"[{"a": 1, "b": [2]}, {"b": [2e0], "\u0061": 1}]"#,
            "[[], 1, []]",
            "[{}, {}]",
            "[null, null]",
            "[-0, 0.0]",
            "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1.00]",
        ] {
            assert!(!unique(body), "{body}");
        }
    }

    #[test]
    fn what_is_only_alike_is_told_apart() {
        for body in [
            "[0, false, null, \"\", [], {}]",
            "[1, true, \"1\", [1], [[1]], {\"1\": 1}]",
            r#"[{"a": "b"}, {"b": "a"}]"#,
            "[[1, 2], [2, 1], [1], [2]]",
            "[9007199254740993, 9007199254740992]",
            "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, \"1\"]",
        ] {
            assert!(unique(body), "{body}");
        }
    }
}
