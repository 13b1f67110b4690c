//! `specwright.toml`: the one file of options, read alike by `build.rs` and the command line.

use std::collections::BTreeMap;
use std::fs;
use std::path::{MAIN_SEPARATOR_STR, Path, PathBuf};

use serde::{Deserialize, Deserializer};
use toml::Spanned;

use crate::code::Routes;
use crate::diagnostic::{Code, Diagnostic, Place, Report};
use crate::document::Webhooks;
use crate::model::has_type;
use crate::source::Text;

/// The name of the file.
const NAME: &str = "specwright.toml";

/// What the file says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// Where the server shows its document.
    pub routes: Routes,
    /// What is made of the webhooks of the document.
    pub webhooks: Webhooks,
    /// The types that texts of a format are read into, each by its path: `decimal` into `rust_decimal::Decimal`.
    pub formats: BTreeMap<String, String>,
    /// Whether each type is both read and written, whichever way the document uses it.
    pub both_directions: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    docs: Docs,
    #[serde(default)]
    webhooks: Hooks,
    #[serde(default)]
    types: Types,
}

/// `"documentation"` or `"requests"`.
#[derive(Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Hooks {
    #[default]
    Documentation,
    Requests,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Docs {
    page: Option<Spanned<Route>>,
    yaml: Option<Spanned<Route>>,
    json: Option<Spanned<Route>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Types {
    #[serde(default)]
    both_directions: bool,
    #[serde(default)]
    formats: BTreeMap<String, TypePath>,
}

/// The path of a type of Rust.
struct TypePath(String);

impl<'de> Deserialize<'de> for TypePath {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let path = String::deserialize(deserializer)?;
        let plain = syn::parse_str::<syn::Path>(&path).is_ok_and(|path| {
            path.segments.len() > 1 && path.segments.iter().all(|segment| segment.arguments.is_none())
        });
        if plain {
            return Ok(Self(path));
        }
        Err(serde::de::Error::custom("a type is named by its path, such as \"rust_decimal::Decimal\""))
    }
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
        let name = shown(&path);
        match fs::read_to_string(&path) {
            Ok(text) => Self::read(&Text::new(name, text)),
            Err(error) => {
                let message = format!("the file cannot be read: {error}");
                Err(refused(&Text::new(name, ""), Place::Document, message))
            }
        }
    }

    /// What `text` says.
    ///
    /// # Errors
    ///
    /// A report on the first thing in it that is not known.
    pub fn parse(text: &str) -> Result<Self, Report> {
        Self::read(&Text::new(NAME, text))
    }

    fn read(text: &Text) -> Result<Self, Report> {
        let Written { docs, webhooks, types } = toml::from_str(text.content()).map_err(|error| {
            let place = error.span().map_or(Place::Document, |span| Place::Offset(span.start));
            refused(text, place, error.message().to_owned())
        })?;
        if let Some(format) = types.formats.keys().find(|format| !has_type(format)) {
            let place = text.content().find(format.as_str()).map_or(Place::Document, Place::Offset);
            return Err(refused(
                text,
                place,
                format!("texts of the format `{format}` are not checked, and have no type"),
            ));
        }
        let place =
            [&docs.page, &docs.yaml, &docs.json].into_iter().flatten().map(|route| route.span().start).max();
        let place = place.map_or(Place::Document, Place::Offset);
        let or = |route: Option<Spanned<Route>>, default: Option<String>| {
            route.map_or(default, |route| route.into_inner().0)
        };
        let default = Routes::default();
        let routes = Routes {
            page: or(docs.page, default.page),
            yaml: or(docs.yaml, default.yaml),
            json: or(docs.json, default.json),
        };
        match wrong(&routes) {
            Some(message) => Err(refused(text, place, message.to_owned())),
            None => Ok(Self {
                routes,
                webhooks: webhooks.into(),
                formats: types.formats.into_iter().map(|(format, path)| (format, path.0)).collect(),
                both_directions: types.both_directions,
            }),
        }
    }
}

impl From<Hooks> for Webhooks {
    fn from(hooks: Hooks) -> Self {
        match hooks {
            Hooks::Documentation => Self::Documentation,
            Hooks::Requests => Self::Requests,
        }
    }
}

/// What is wrong with `routes` taken together.
fn wrong(routes: &Routes) -> Option<&'static str> {
    let paths: Vec<&String> = [&routes.page, &routes.yaml, &routes.json].into_iter().flatten().collect();
    let twice =
        paths.iter().enumerate().any(|(index, path)| paths.iter().skip(index + 1).any(|other| other == path));
    if twice {
        return Some("two routes of the documentation have the same path");
    }
    let blind = routes.page.is_some() && routes.yaml.is_none() && routes.json.is_none();
    blind.then_some("the page needs the document: leave `yaml` or `json` in, or take `page` out")
}

/// `path` as a user would write it: from the working directory on, where it is in there.
fn shown(path: &Path) -> String {
    let here = std::env::current_dir().and_then(fs::canonicalize);
    let inside = here.ok().and_then(|here| path.strip_prefix(here).ok());
    inside.unwrap_or(path).to_string_lossy().replace(MAIN_SEPARATOR_STR, "/")
}

fn refused(text: &Text, place: Place, message: String) -> Report {
    Report::of_text(text, vec![Diagnostic::new(Code::Setting, place, message)])
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
    fn webhooks_are_documentation_unless_they_are_to_be_requests() {
        let webhooks = |text: &str| Settings::parse(text).map(|settings| settings.webhooks).ok();
        assert_eq!(webhooks(""), Some(Webhooks::Documentation));
        assert_eq!(webhooks("webhooks = \"documentation\"\n"), Some(Webhooks::Documentation));
        assert_eq!(webhooks("webhooks = \"requests\"\n"), Some(Webhooks::Requests));
    }

    #[test]
    fn a_format_has_a_type_of_its_own() {
        let formats = Settings::parse("[types.formats]\ndecimal = \"rust_decimal::Decimal\"\n");
        let formats = formats.expect("good settings").formats;
        assert_eq!(formats.get("decimal").map(String::as_str), Some("rust_decimal::Decimal"));
    }

    #[test]
    fn types_go_both_ways_where_that_is_asked_for() {
        let both = |text| Settings::parse(text).expect("good settings").both_directions;
        assert!(both("[types]\nboth-directions = true\n"));
        assert!(!both("[types]\nboth-directions = false\n") && !both("[types]\n") && !both(""));
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
            "webhooks = \"functions\"\n",
            "webhooks = true\n",
            "[types]\nboth_directions = true\n",
            "[types]\nboth-directions = \"yes\"\n",
            "[types.formats]\ndecimal = \"Decimal\"\n",
            "[types.formats]\ndecimal = \"a::B<C>\"\n",
            "[types.formats]\npassword = \"a::B\"\n",
            "nonsense",
        ] {
            assert_eq!(routes(text), None, "{text}");
        }
    }
}
