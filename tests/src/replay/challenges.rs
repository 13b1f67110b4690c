//! The authentication schemes that `WWW-Authenticate` names (RFC 9110, section 11.6.1).

/// The names, in lower case and sorted, each as often as it is there. Their parameters do not matter.
pub(super) fn schemes(field: &str) -> Vec<String> {
    let mut schemes: Vec<_> = elements(field).filter_map(scheme).collect();
    schemes.sort();
    schemes
}

/// What is between commas, apart from those that are quoted.
fn elements(field: &str) -> impl Iterator<Item = &str> {
    let (mut quoted, mut escaped) = (false, false);
    field.split(move |char| {
        let separates = char == ',' && !quoted;
        quoted ^= char == '"' && !escaped;
        escaped = char == '\\' && quoted && !escaped;
        separates
    })
}

/// An element begins a challenge where it begins with a name that is none of a parameter.
fn scheme(element: &str) -> Option<String> {
    let element = element.trim();
    let (name, rest) = element.split_once(' ').unwrap_or((element, ""));
    let is_token = !name.is_empty() && name.chars().all(is_tchar);
    (is_token && !rest.trim_start().starts_with('=')).then(|| name.to_ascii_lowercase())
}

/// RFC 9110, section 5.6.2.
fn is_tchar(char: char) -> bool {
    char.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(char)
}

#[cfg(test)]
mod tests {
    use super::schemes;

    #[test]
    fn schemes_are_found_among_parameters() {
        let none: [&str; 0] = [];
        assert_eq!(schemes(""), none);
        assert_eq!(schemes("Bearer"), ["bearer"]);
        assert_eq!(schemes("Bearer, Basic"), ["basic", "bearer"]);
        assert_eq!(schemes(r#"Basic realm="a, Bearer", charset="UTF-8""#), ["basic"]);
        assert_eq!(
            schemes(r#"Digest realm="a\", b", nonce = "x", Bearer error="e", APIKey"#),
            ["apikey", "bearer", "digest"]
        );
        assert_eq!(schemes("Bearer, Bearer"), ["bearer", "bearer"]);
    }
}
