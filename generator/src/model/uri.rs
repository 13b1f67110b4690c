//! URIs, and references to them (RFC 3986).

/// A URI or a reference, taken apart (RFC 3986, section 3).
#[derive(Debug, Clone, Copy)]
struct Parts<'u> {
    scheme: Option<&'u str>,
    authority: Option<&'u str>,
    path: &'u str,
    query: Option<&'u str>,
}

/// What `reference` means where the base is `base`: a URI without a fragment, and the fragment (RFC 3986, section 5.2).
pub(super) fn resolve<'r>(base: &str, reference: &'r str) -> (String, &'r str) {
    let (reference, fragment) = reference.split_once('#').unwrap_or((reference, ""));
    let (base, meant) = (Parts::of(base), Parts::of(reference));
    let path = match meant {
        Parts { scheme: Some(_), .. } | Parts { authority: Some(_), .. } => without_dots(meant.path),
        Parts { path: "", .. } => base.path.to_owned(),
        Parts { path, .. } if path.starts_with('/') => without_dots(path),
        Parts { path, .. } => without_dots(&merged(base, path)),
    };
    let is_of_base = meant.scheme.is_none() && meant.authority.is_none() && meant.path.is_empty();
    let whole = Parts {
        scheme: meant.scheme.or(base.scheme),
        authority: if meant.scheme.is_some() { meant.authority } else { meant.authority.or(base.authority) },
        path: &path,
        query: meant.query.or(base.query.filter(|_| is_of_base)),
    };
    (whole.text(), fragment)
}

impl<'u> Parts<'u> {
    fn of(text: &'u str) -> Self {
        let (text, query) = match text.split_once('?') {
            Some((text, query)) => (text, Some(query)),
            None => (text, None),
        };
        let (scheme, text) = match text.split_once(':').filter(|(scheme, _)| is_scheme(scheme)) {
            Some((scheme, text)) => (Some(scheme), text),
            None => (None, text),
        };
        let Some(text) = text.strip_prefix("//") else {
            return Self { scheme, authority: None, path: text, query };
        };
        let (authority, path) = text.split_at(text.find('/').unwrap_or(text.len()));
        Self { scheme, authority: Some(authority), path, query }
    }

    /// Put together again (RFC 3986, section 5.3).
    fn text(self) -> String {
        let scheme = self.scheme.map(|scheme| format!("{scheme}:")).unwrap_or_default();
        let authority = self.authority.map(|authority| format!("//{authority}")).unwrap_or_default();
        let query = self.query.map(|query| format!("?{query}")).unwrap_or_default();
        format!("{scheme}{authority}{}{query}", self.path)
    }
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

/// A relative path, put behind the folder of the base (RFC 3986, section 5.2.3).
fn merged(base: Parts<'_>, path: &str) -> String {
    if base.authority.is_some() && base.path.is_empty() {
        return format!("/{path}");
    }
    let folder = base.path.rsplit_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or_default();
    format!("{folder}{path}")
}

/// A path without the segments `.` and `..` (RFC 3986, section 5.2.4).
fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let rooted = path.starts_with('/');
    let segments: Vec<&str> = path.split('/').skip(usize::from(rooted)).collect();
    for (index, segment) in segments.iter().enumerate() {
        let last = index + 1 == segments.len();
        match *segment {
            "." | ".." => {
                if *segment == ".." {
                    kept.pop();
                }
                if last {
                    kept.push("");
                }
            }
            other => kept.push(other),
        }
    }
    format!("{}{}", if rooted { "/" } else { "" }, kept.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples of RFC 3986, sections 5.4.1 and 5.4.2.
    #[test]
    fn references_mean_what_the_examples_say() {
        for (reference, wanted) in [
            ("g:h", "g:h"),
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            (";x", "http://a/b/c/;x"),
            ("g;x", "http://a/b/c/g;x"),
            ("", "http://a/b/c/d;p?q"),
            (".", "http://a/b/c/"),
            ("./", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../..", "http://a/"),
            ("../../g", "http://a/g"),
            ("../../../g", "http://a/g"),
            ("/./g", "http://a/g"),
            ("/../g", "http://a/g"),
            ("g.", "http://a/b/c/g."),
            ("..g", "http://a/b/c/..g"),
            ("./../g", "http://a/b/g"),
            ("./g/.", "http://a/b/c/g/"),
            ("g/./h", "http://a/b/c/g/h"),
            ("g/../h", "http://a/b/c/h"),
            ("g;x=1/../y", "http://a/b/c/y"),
        ] {
            assert_eq!(resolve("http://a/b/c/d;p?q", reference).0, wanted, "{reference}");
        }
    }

    #[test]
    fn a_fragment_belongs_to_the_base() {
        let urn = "urn:uuid:deadbeef-1234-00ff-ff00-4321feebdaed";
        assert_eq!(resolve(urn, "#/$defs/a"), (urn.to_owned(), "/$defs/a"));
        assert_eq!(resolve("http://a/b?q", "#s"), ("http://a/b?q".to_owned(), "s"));
        assert_eq!(resolve("http://a", "b"), ("http://a/b".to_owned(), ""));
    }
}
