//! The words of a text: where one ends and the next begins.

/// The words of `text`, in their own case: `getHTTPStatus` has `get`, `HTTP` and `Status`.
///
/// A word ends before what is no letter, digit or mark, before a capital after a small letter or a digit, and before the last
/// capital of several that a small letter follows. `OAuth` and `ETag` are one word each, and so is `children's`.
pub(super) fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !(c.is_alphanumeric() || is_mark(c) || is_apostrophe(c)))
        .flat_map(humps)
        .filter(|word| !word.is_empty())
        .collect()
}

/// Combining marks belong to the letter before them.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}')
}

fn humps(part: &str) -> Vec<String> {
    let characters: Vec<char> = part.chars().filter(|c| !is_apostrophe(*c)).collect();
    let mut words = vec![String::new()];
    for (index, c) in characters.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|index| characters.get(index));
        let after = characters.get(index + 1);
        let begins = c.is_uppercase()
            && before.is_some_and(|before| {
                !before.is_uppercase() || after.is_some_and(|after| after.is_lowercase())
            });
        let within =
            words.last().is_some_and(|word| goes_on(word, characters.get(index..).unwrap_or_default()));
        if begins && !within {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.push(*c);
        }
    }
    words
}

/// Whether `rest` belongs to `word`, although it begins with a capital.
fn goes_on(word: &str, rest: &[char]) -> bool {
    match word {
        "O" => rest.starts_with(&['A', 'u', 't', 'h']),
        "E" => rest.starts_with(&['T', 'a', 'g']),
        _ => false,
    }
}

/// `text` with its signs in words, so that it can be told from other texts of signs.
pub(super) fn spelt(text: &str) -> String {
    let mut spelt = String::new();
    for c in text.chars() {
        if c.is_alphanumeric() {
            spelt.push(c);
        } else {
            spelt.push(' ');
            spelt.push_str(&sign(c));
            spelt.push(' ');
        }
    }
    spelt
}

fn sign(c: char) -> String {
    let name = match c {
        '+' => "plus",
        '-' => "minus",
        '*' => "star",
        '/' => "slash",
        '\\' => "backslash",
        '.' => "dot",
        ',' => "comma",
        ':' => "colon",
        ';' => "semicolon",
        '!' => "bang",
        '?' => "question",
        '=' => "equals",
        '<' => "less",
        '>' => "greater",
        '&' => "and",
        '|' => "or",
        '%' => "percent",
        '$' => "dollar",
        '#' => "hash",
        '@' => "at",
        '^' => "caret",
        '~' => "tilde",
        '_' => "underscore",
        '\'' => "quote",
        '"' => "double quote",
        '`' => "backtick",
        '(' | ')' => "parenthesis",
        '[' | ']' => "bracket",
        '{' | '}' => "brace",
        ' ' => "space",
        other => return format!("u{:x}", u32::from(other)),
    };
    name.to_owned()
}
