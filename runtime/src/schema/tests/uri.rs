//! References to schemas, as far as tests need them (RFC 3986, section 5).

/// What a reference means where `base` is the base.
pub(super) fn join(base: &str, reference: &str) -> String {
    let base = base.split('#').next().unwrap_or_default();
    let scheme = reference.split_once(':').map(|(scheme, _)| scheme);
    if scheme.is_some_and(|scheme| scheme.chars().all(|character| character.is_ascii_alphanumeric())) {
        return reference.to_owned();
    }
    let path = base.find("://").map_or(0, |scheme| scheme + 3);
    let path = path + base[path..].find('/').unwrap_or(base.len() - path);
    match reference.strip_prefix("./").unwrap_or(reference) {
        "" => base.to_owned(),
        fragment if fragment.starts_with('#') => format!("{base}{fragment}"),
        absolute if absolute.starts_with('/') => format!("{}{absolute}", &base[..path]),
        relative => format!("{}{relative}", &base[..base.rfind('/').map_or(0, |slash| slash + 1)]),
    }
}

/// A reference without its fragment, and the fragment, decoded.
pub(super) fn split(uri: &str) -> (&str, String) {
    let (resource, fragment) = uri.split_once('#').unwrap_or((uri, ""));
    let mut parts = fragment.split('%');
    let mut decoded = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        decoded.push(u8::from_str_radix(&part[..2], 16).unwrap());
        decoded.extend_from_slice(&part.as_bytes()[2..]);
    }
    (resource, String::from_utf8(decoded).unwrap())
}
