//! `format: uri-template` (RFC 6570, section 2)

use super::uri;

pub(super) fn holds(text: &str) -> bool {
    let mut pieces = text.split('{');
    // what is before the first brace is a literal; each other piece begins with an expression
    pieces.next().is_some_and(is_literal)
        && pieces.all(|piece| {
            piece
                .split_once('}')
                .is_some_and(|(expression, literal)| is_expression(expression) && is_literal(literal))
        })
}

/// The apostrophe is one of the characters by erratum 6937.
fn is_literal(text: &str) -> bool {
    let is_good = |character: char| match character {
        '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => false,
        '!'..='~' => true,
        _ => uri::is_ucschar(character) || uri::is_iprivate(character),
    };
    text.chars().all(is_good) && uri::are_encoded(text)
}

fn is_expression(expression: &str) -> bool {
    // those of level 2, of level 3, and those that are reserved
    let variables = expression.strip_prefix(['+', '#', '.', '/', ';', '?', '&', '=', ',', '!', '@', '|']);
    variables.unwrap_or(expression).split(',').all(is_variable)
}

fn is_variable(variable: &str) -> bool {
    let name = match variable.split_once(':') {
        Some((name, length)) if is_length(length) => name,
        Some(_) => return false,
        None => variable.strip_suffix('*').unwrap_or(variable),
    };
    let is_good = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'%';
    name.split('.').all(|part| !part.is_empty() && part.bytes().all(is_good) && uri::are_encoded(part))
}

/// From 1 to 9999.
fn is_length(length: &str) -> bool {
    (1..=4).contains(&length.len())
        && !length.starts_with('0')
        && length.bytes().all(|byte| byte.is_ascii_digit())
}
