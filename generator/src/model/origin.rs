//! The origins that a document names.

use std::collections::BTreeSet;

use openapiv3::{OAuth2Flows, OpenAPI, ReferenceOr, SecurityScheme};

/// The origins that the page of the documentation has to reach: those of absolute addresses of servers, tokens and discovery.
pub(super) fn origins(document: &OpenAPI) -> Vec<String> {
    let mut origins = BTreeSet::new();
    origins.extend(document.servers.iter().filter_map(|server| origin(&server.url)));
    let schemes = document.components.iter().flat_map(|components| components.security_schemes.values());
    for scheme in schemes {
        match scheme {
            ReferenceOr::Item(SecurityScheme::OAuth2 { flows, .. }) => origins.extend(of_tokens(flows)),
            ReferenceOr::Item(SecurityScheme::OpenIDConnect { open_id_connect_url, .. }) => {
                origins.extend(origin(open_id_connect_url));
            }
            _ => {}
        }
    }
    origins.into_iter().collect()
}

fn of_tokens(flows: &OAuth2Flows) -> impl Iterator<Item = String> {
    let password = flows.password.as_ref().map(|flow| &flow.token_url);
    let client = flows.client_credentials.as_ref().map(|flow| &flow.token_url);
    let code = flows.authorization_code.as_ref().map(|flow| &flow.token_url);
    [password, client, code].into_iter().flatten().filter_map(|url| origin(url))
}

/// The origin of an absolute HTTP address, if it is plain enough to stand in a header field.
fn origin(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let plain = authority.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte));
    let http = matches!(scheme, "http" | "https");
    (http && plain && !authority.is_empty()).then(|| format!("{scheme}://{authority}"))
}
