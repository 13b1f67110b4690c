//! Where routes of the documentation and paths of the document meet.

use crate::code::Routes;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::{Api, Template};
use crate::source::Pointer;

/// The routes of the documentation that a path of the document hides: the document is served first.
pub(crate) fn hidden(api: &Api, routes: &Routes) -> Vec<Diagnostic> {
    let redirect = routes.page.as_ref().map(|page| format!("{page}/oauth2-redirect"));
    let all = [routes.page.as_ref(), redirect.as_ref(), routes.yaml.as_ref(), routes.json.as_ref()];
    let mut hidden = Vec::new();
    for route in all.into_iter().flatten() {
        let Some(path) = api.paths.iter().find(|path| matches(&path.template, route)) else { continue };
        let place = Place::Key(Pointer::root().member("paths").member(&path.template.text));
        let message =
            format!("the path `{}` hides `{route}`, a route of the documentation", path.template.text);
        let help = "rename the route, or leave it out, under `[docs]` in specwright.toml";
        hidden.push(Diagnostic::new(Code::DocumentationRoute, place, message).help(help));
    }
    hidden
}

fn matches(template: &Template, route: &str) -> bool {
    let segments: Vec<&str> = route.split('/').skip(1).collect();
    !template.slash
        && template.segments.len() == segments.len()
        && template.segments.iter().zip(&segments).all(|(segment, text)| segment.fits(text))
}
