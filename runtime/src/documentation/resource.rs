//! Where the documentation is.

use super::asset::{self, Asset};
use super::{Document, Page, Representation};

/// A part of the documentation.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Resource {
    Page(&'static Page),
    OAuth2Redirect,
    Asset(&'static Asset),
    Yaml(&'static Representation),
    Json(&'static Representation),
}

impl Resource {
    /// The part at a path, given as a [`Contract`](crate::Contract) has it.
    pub(crate) fn find(document: &'static Document, segments: &[&str], end: &str) -> Option<Self> {
        let is = |form: &&Representation| below(form.path, segments, end) == Some(&[]);
        if let Some(yaml) = document.yaml.as_ref().filter(is) {
            return Some(Self::Yaml(yaml));
        }
        if let Some(json) = document.json.as_ref().filter(is) {
            return Some(Self::Json(json));
        }
        let page = document.page.as_ref()?;
        match below(page.path, segments, end)? {
            [] => Some(Self::Page(page)),
            ["oauth2-redirect"] => Some(Self::OAuth2Redirect),
            [name] => asset::find(name).map(Self::Asset),
            _ => None,
        }
    }
}

/// The segments below those of a path. A path itself ends as it is written; what is below it has no slash at its end.
fn below<'s, 'r>(path: &str, segments: &'s [&'r str], end: &str) -> Option<&'s [&'r str]> {
    let mut rest = segments;
    for name in path.split('/').filter(|name| !name.is_empty()) {
        let (first, after) = rest.split_first()?;
        if *first != name {
            return None;
        }
        rest = after;
    }
    let wanted = if rest.is_empty() && path.ends_with('/') { "/" } else { "" };
    (end == wanted).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::below;

    #[test]
    fn what_is_below_a_path_is_the_rest_of_the_segments() {
        assert_eq!(below("/docs", &["docs", "a.css"], ""), Some(&["a.css"][..]));
        assert_eq!(below("/docs/", &["docs", "a.css"], ""), Some(&["a.css"][..]));
        assert_eq!(below("/docs", &["docs"], ""), Some(&[][..]));
        assert_eq!(below("/", &[], "/"), Some(&[][..]));
    }

    #[test]
    fn another_end_is_another_path() {
        assert_eq!(below("/docs", &["docs"], "/"), None);
        assert_eq!(below("/docs/", &["docs"], ""), None);
        assert_eq!(below("/docs", &["docs", "a.css"], "/"), None);
    }
}
