//! `specwright.toml`: the one file of options, read alike by `build.rs` and the command line.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Deserializer};

use crate::code::Routes;
use crate::diagnostic::{Code, Diagnostic, Place, Report};
use crate::source::Text;

/// The name of the file.
const NAME: &str = "specwright.toml";

/// What the file says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// Where the server shows its document.
    pub routes: Routes,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    docs: Docs,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Docs {
    page: Option<Route>,
    yaml: Option<Route>,
    json: Option<Route>,
}

/// A path, or `false` for none.
struct Route(Option<String>);

impl<'de> Deserialize<'de> for Route {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Either {
            Path(String),
            Flag(bool),
        }
        let wrong =
            || serde::de::Error::custom("a route is a path such as \"/docs\", or false to leave it out");
        match Either::deserialize(deserializer).map_err(|_: D::Error| wrong())? {
            Either::Path(path) if is_route(&path) => Ok(Self(Some(path))),
            Either::Flag(false) => Ok(Self(None)),
            Either::Path(_) | Either::Flag(true) => Err(wrong()),
        }
    }
}

/// Whether `path` begins with a slash and has plain, non-empty segments.
fn is_route(path: &str) -> bool {
    let plain = |segment: &str| {
        !matches!(segment, "" | "." | "..")
            && segment.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte))
    };
    path.strip_prefix('/').is_some_and(|rest| rest.split('/').all(plain))
}

impl Settings {
    /// The file that holds for the document at `document`: in its folder, or the nearest above it, up to that of a package.
    pub fn file_for(document: &Path) -> Option<PathBuf> {
        let document = fs::canonicalize(document).ok()?;
        for folder in document.ancestors().skip(1) {
            let file = folder.join(NAME);
            if file.is_file() {
                return Some(file);
            }
            if folder.join("Cargo.toml").is_file() {
                break;
            }
        }
        None
    }

    /// What the file that holds for `document` says; the defaults where there is none.
    ///
    /// # Errors
    ///
    /// A report on the file, where it cannot be read or says something that is not known.
    pub fn for_document(document: &Path) -> Result<Self, Report> {
        let Some(path) = Self::file_for(document) else { return Ok(Self::default()) };
        match fs::read_to_string(&path) {
            Ok(text) => Self::parse(&text),
            Err(error) => Err(refused("", Place::Document, format!("{NAME} cannot be read: {error}"))),
        }
    }

    /// What `text` says.
    ///
    /// # Errors
    ///
    /// A report on the first thing in it that is not known.
    pub fn parse(text: &str) -> Result<Self, Report> {
        let written: Written = toml::from_str(text).map_err(|error| {
            let place = error.span().map_or(Place::Document, |span| Place::Offset(span.start));
            refused(text, place, error.message().to_owned())
        })?;
        let or = |route: Option<Route>, default: Option<String>| route.map_or(default, |Route(path)| path);
        let default = Routes::default();
        let routes = Routes {
            page: or(written.docs.page, default.page),
            yaml: or(written.docs.yaml, default.yaml),
            json: or(written.docs.json, default.json),
        };
        let paths = [&routes.page, &routes.yaml, &routes.json];
        let twice = paths
            .iter()
            .enumerate()
            .any(|(index, path)| path.is_some() && paths.iter().skip(index + 1).any(|other| other == path));
        if twice {
            return Err(refused(
                text,
                Place::Document,
                "two routes of the documentation have the same path".to_owned(),
            ));
        }
        if routes.page.is_some() && routes.yaml.is_none() && routes.json.is_none() {
            let message =
                "the page needs the document: leave `yaml` or `json` in, or take `page` out".to_owned();
            return Err(refused(text, Place::Document, message));
        }
        Ok(Self { routes })
    }
}

fn refused(text: &str, place: Place, message: String) -> Report {
    Report::of_text(&Text::new(NAME, text), vec![Diagnostic::new(Code::Setting, place, message)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn routes(text: &str) -> Option<Routes> {
        Settings::parse(text).ok().map(|settings| settings.routes)
    }

    #[test]
    fn an_empty_file_leaves_the_defaults() {
        assert_eq!(routes(""), Some(Routes::default()));
    }

    #[test]
    fn a_route_is_renamed_or_left_out() {
        let routes = routes("[docs]\npage = \"/internal/docs\"\nyaml = false\n").expect("good settings");
        assert_eq!(routes.page.as_deref(), Some("/internal/docs"));
        assert_eq!(routes.yaml, None);
        assert_eq!(routes.json.as_deref(), Some("/openapi.json"));
    }

    #[test]
    fn what_is_not_known_is_refused() {
        for text in [
            "[doc]\n",
            "[docs]\npages = false\n",
            "[docs]\npage = true\n",
            "[docs]\npage = \"docs\"\n",
            "[docs]\npage = \"/docs/\"\n",
            "[docs]\npage = \"/../docs\"\n",
            "[docs]\npage = \"/a\\\"b\"\n",
            "[docs]\nyaml = false\njson = false\n",
            "[docs]\nyaml = \"/docs\"\n",
            "nonsense",
        ] {
            assert_eq!(routes(text), None, "{text}");
        }
    }
}
