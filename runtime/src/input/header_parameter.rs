//! Parameters behind the value of a header field ([RFC 9110, 5.6.6]).
//!
//! [RFC 9110, 5.6.6]: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.6

use std::borrow::Cow;

/// The parameters in `; name=value; name="value"`, one after the other; `None` where something is no parameter, and then
/// nothing more.
///
/// In quotes a backslash escapes a quote and itself; before anything else it is itself, as in the paths that some browsers
/// sent for the names of files.
pub(crate) fn parameters(text: &str) -> impl Iterator<Item = Option<(&str, Cow<'_, str>)>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        while let Some(behind) = rest.trim_ascii_start().strip_prefix(';') {
            rest = behind.trim_ascii_start();
            if rest.is_empty() || rest.starts_with(';') {
                continue;
            }
            let read = one(rest);
            rest = read.as_ref().map_or("", |(_, behind)| *behind);
            return Some(read.map(|(parameter, _)| parameter));
        }
        (!std::mem::take(&mut rest).trim_ascii().is_empty()).then_some(None)
    })
}

/// A parameter, and what is behind it.
fn one(text: &str) -> Option<((&str, Cow<'_, str>), &str)> {
    let (name, value) = text.split_once('=')?;
    if name.is_empty() || !name.bytes().all(is_token) {
        return None;
    }
    let Some(quoted) = value.strip_prefix('"') else {
        let end = value.find(';').unwrap_or(value.len());
        let (value, behind) = value.split_at_checked(end)?;
        return Some(((name, value.trim_ascii_end().into()), behind));
    };
    let (value, behind) = unquoted(quoted)?;
    Some(((name, value), behind))
}

/// What is quoted at the beginning of `text`, which is behind the first quote, and what is behind the second.
fn unquoted(text: &str) -> Option<(Cow<'_, str>, &str)> {
    let mut value = Cow::Borrowed("");
    let mut rest = text;
    loop {
        let end = rest.find(['"', '\\'])?;
        let (plain, behind) = rest.split_at_checked(end)?;
        append(&mut value, plain);
        if let Some(behind) = behind.strip_prefix('"') {
            return Some((value, behind));
        }
        let escaped = ["\\\"", "\\\\"].into_iter().find(|escape| behind.starts_with(escape));
        let length = escaped.map_or(1, str::len);
        let (escape, behind) = behind.split_at_checked(length)?;
        append(&mut value, escape.get(length - 1..)?);
        rest = behind;
    }
}

fn append<'t>(value: &mut Cow<'t, str>, text: &'t str) {
    if value.is_empty() {
        *value = Cow::Borrowed(text);
    } else if !text.is_empty() {
        value.to_mut().push_str(text);
    }
}

/// Whether a byte may stand in a token ([RFC 9110, 5.6.2](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2)).
pub(crate) fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Vec<(&str, Cow<'_, str>)>> {
        parameters(text).collect()
    }

    #[test]
    fn parameters_are_tokens_or_in_quotes() {
        let expected = vec![("a", "1".into()), ("b", "x; y=\"z\" \\u".into()), ("c", "".into())];
        assert_eq!(read("; a=1 ;b=\"x; y=\\\"z\\\" \\u\";;c=\"\" ; "), Some(expected));
        assert_eq!(read(""), Some(Vec::new()));
    }

    #[test]
    fn what_is_no_parameter_is_said() {
        for text in ["a=1", ";a", ";=1", ";a=\"1", ";a b=1", ";a=\"1\"b", ";a=\"1\\\""] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
