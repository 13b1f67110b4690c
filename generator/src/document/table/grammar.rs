//! The grammars that strings of a document keep, where they are short enough to be checked here.

/// A token (RFC 9110, section 5.6.2).
pub(crate) fn is_token(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

/// What no URI reference has (RFC 3986, section 2). More than the standard is let through, because documents have it
/// and it does no harm: letters beyond ASCII, and braces in pointers to path templates.
pub(crate) fn is_uri_reference(text: &str) -> bool {
    text.chars().all(|letter| !letter.is_control() && !letter.is_whitespace() && !"\"<>\\".contains(letter))
}

/// The type and subtype, and the parameters with the semicolon before them.
pub(crate) fn split_parameters(media_type: &str) -> (&str, &str) {
    let end = media_type.find(';').unwrap_or(media_type.len());
    let (essence, parameters) = media_type.split_at(end);
    (essence.trim_ascii_end(), parameters)
}

/// A media type (RFC 9110, section 8.3.1) or a range of them (section 12.5.1).
pub(crate) fn is_media_type(name: &str) -> bool {
    let (essence, parameters) = split_parameters(name);
    let Some((kind, subtype)) = essence.split_once('/') else { return false };
    is_token(kind) && is_token(subtype) && (kind != "*" || subtype == "*") && are_parameters(parameters)
}

/// Parameters (RFC 9110, section 5.6.6), each with its semicolon. Spaces around the semicolon are allowed.
fn are_parameters(mut rest: &str) -> bool {
    while let Some(after) = rest.trim_ascii_start().strip_prefix(';') {
        let after = after.trim_ascii_start();
        let Some((name, value)) = after.split_once('=') else { return after.is_empty() };
        let Some(length) = value_length(value) else { return false };
        if !is_token(name) {
            return false;
        }
        rest = value.get(length..).unwrap_or_default();
    }
    rest.trim_ascii().is_empty()
}

/// The length in bytes of the token or quoted string that `text` begins with.
fn value_length(text: &str) -> Option<usize> {
    let Some(quoted) = text.strip_prefix('"') else {
        let length = text.find(|letter: char| letter == ';' || letter.is_whitespace()).unwrap_or(text.len());
        return text.get(..length).is_some_and(is_token).then_some(length);
    };
    let mut escaped = false;
    let closing = quoted.bytes().position(|byte| {
        let closes = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        closes
    })?;
    Some(closing + 2)
}
