//! `docs.html`: the page that shows the document with Swagger UI.

use askama::Template;

use super::doc::visible;
use super::document::Origin;
use super::file::{File, marker};
use crate::model::Api;

/// The page. Every address in it is relative to its own, so that it works under any prefix.
#[derive(Template)]
#[template(path = "docs.html")]
struct Page<'p> {
    marker: String,
    title: String,
    /// Where the page's own files are.
    assets: &'p str,
    /// Where the document is.
    document: String,
}

pub(super) fn file(api: &Api, origin: &Origin) -> Option<File> {
    let path = origin.routes.page.as_deref()?;
    let document = origin.routes.yaml.as_deref().or(origin.routes.json.as_deref())?;
    let page = Page {
        marker: marker(origin),
        title: visible(&format!("{} {}", api.title, api.version)),
        assets: path.rsplit('/').next().unwrap_or(path),
        document: relative(path, document),
    };
    let content = page.to_string() + "\n";
    Some(File { name: "docs.html".to_owned(), content })
}

/// The address of `to`, relative to the page at `from`; both begin with a slash.
fn relative(from: &str, to: &str) -> String {
    let mut from: Vec<&str> = from.split('/').skip(1).collect();
    from.pop();
    let to: Vec<&str> = to.split('/').skip(1).collect();
    let shared =
        from.iter().zip(&to).take_while(|(one, other)| one == other).count().min(to.len().saturating_sub(1));
    let up = from.iter().skip(shared).map(|_| "..");
    up.chain(to.iter().skip(shared).copied()).collect::<Vec<&str>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_relative_to_the_page() {
        for (from, to, address) in [
            ("/docs", "/openapi.yaml", "openapi.yaml"),
            ("/internal/docs", "/openapi.yaml", "../openapi.yaml"),
            ("/internal/docs", "/internal/openapi.yaml", "openapi.yaml"),
            ("/docs", "/contract/openapi.yaml", "contract/openapi.yaml"),
        ] {
            assert_eq!(relative(from, to), address, "{from} {to}");
        }
    }
}
