//! The origins that a document names.

use std::collections::BTreeSet;

use serde_json::Value;

use super::flow::{Endpoint, flow_urls};
use crate::document::Document;

/// The origins that the page of the documentation has to reach: those of absolute addresses of servers, tokens and discovery.
pub(super) fn origins(document: &Document<'_>) -> Vec<String> {
    let mut origins = BTreeSet::new();
    origins.extend(document.skeleton.servers.iter().filter_map(|server| origin(&server.url)));
    let schemes = document.tree.pointer("/components/securitySchemes").and_then(Value::as_object);
    for scheme in schemes.into_iter().flat_map(|schemes| schemes.values()) {
        let discovery = scheme.get("openIdConnectUrl").and_then(Value::as_str);
        let tokens = scheme.get("flows").into_iter().flat_map(of_tokens);
        origins.extend(tokens.chain(discovery).filter_map(origin));
    }
    origins.into_iter().collect()
}

/// The addresses that tokens are asked for at; browsers are sent to the others.
fn of_tokens(flows: &Value) -> impl Iterator<Item = &str> {
    let asked = |endpoint: Endpoint| matches!(endpoint, Endpoint::Token | Endpoint::DeviceAuthorization);
    flow_urls(flows).filter(move |one| asked(one.endpoint)).map(|one| one.url)
}

/// The origin of an absolute HTTP address, if it is plain enough to stand in a header field.
fn origin(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let plain = authority.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte));
    let http = matches!(scheme, "http" | "https");
    (http && plain && !authority.is_empty()).then(|| format!("{scheme}://{authority}"))
}
