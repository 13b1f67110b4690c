//! The operations at which tokens are got: who is to call them has no credential yet.

use openapiv3::Server;
use serde_json::Value;

use super::operation::Operation;
use crate::document::Document;
use crate::model::flow::{Endpoint, flow_urls};

/// Where the flows of a document get their tokens, and where the document is served.
pub(super) struct TokenEndpoints {
    endpoints: Vec<Address>,
    servers: Vec<Address>,
}

/// What an address says of where it leads.
struct Address {
    /// The scheme and the authority, in lower case; `None` where the address is relative.
    origin: Option<String>,
    /// The path, from its first slash, without dot segments.
    path: String,
}

impl TokenEndpoints {
    pub(super) fn of(document: &Document<'_>) -> Self {
        let schemes = document.tree.pointer("/components/securitySchemes").and_then(Value::as_object);
        let schemes = schemes.into_iter().flat_map(|schemes| schemes.values());
        let endpoints = schemes.flat_map(token_urls).map(Address::of).collect();
        let mut servers: Vec<Address> = document.skeleton.servers.iter().map(Address::of_server).collect();
        if servers.is_empty() {
            servers.push(Address::of("/"));
        }
        Self { endpoints, servers }
    }

    /// Whether `operation` is a token endpoint (RFC 6749, 3.2), which answers `POST` alone.
    ///
    /// A relative address counts from where the document is, which may be the host or the path of a server.
    pub(super) fn include(&self, operation: &Operation<'_>) -> bool {
        let leads_there = |endpoint: &Address, server: &Address| {
            let below = server.path.trim_end_matches('/');
            let path = endpoint.path.strip_prefix(below).unwrap_or_default();
            (path == operation.path || endpoint.path == operation.path) && endpoint.may_be_at(server)
        };
        operation.method == "POST"
            && self.endpoints.iter().any(|one| self.servers.iter().any(|server| leads_there(one, server)))
    }
}

/// The addresses at which the flows of a scheme get and refresh tokens.
fn token_urls(scheme: &Value) -> impl Iterator<Item = &str> {
    let urls = scheme.get("flows").into_iter().flat_map(flow_urls);
    let urls = urls.filter(|address| matches!(address.endpoint, Endpoint::Token | Endpoint::Refresh));
    urls.map(|address| address.url)
}

impl Address {
    fn of(url: &str) -> Self {
        let url = url.split(['?', '#']).next().unwrap_or_default();
        let (origin, path) = match url.split_once("//") {
            Some((scheme, rest)) if scheme.is_empty() || scheme.ends_with(':') => {
                let authority = rest.find('/').unwrap_or(rest.len());
                let (authority, path) = rest.split_at(authority);
                (Some(format!("{scheme}//{authority}").to_lowercase()), path)
            }
            _ => (None, url),
        };
        Self { origin, path: without_dots(path) }
    }

    /// The address of a server whose variables have their defaults.
    fn of_server(server: &Server) -> Self {
        let variables = server.variables.iter().flatten();
        let url = variables.fold(server.url.clone(), |url, (name, variable)| {
            url.replace(&format!("{{{name}}}"), &variable.default)
        });
        Self::of(&url)
    }

    /// Whether this may be an address of `server`: a relative one may be that of any host.
    fn may_be_at(&self, server: &Self) -> bool {
        self.origin.is_none() || server.origin.is_none() || self.origin == server.origin
    }
}

/// A path from the root on, its dot segments taken out (RFC 3986, 5.2.4).
fn without_dots(path: &str) -> String {
    let mut segments = Vec::new();
    for segment in path.strip_prefix('/').unwrap_or(path).split('/') {
        match segment {
            "." => {}
            ".." => {
                segments.pop();
            }
            _ => segments.push(segment),
        }
    }
    format!("/{}", segments.join("/"))
}
