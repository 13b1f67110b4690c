//! The flows of OAuth 2.0 schemes (OpenAPI, OAuth Flow Object).

use serde_json::Value;

/// An address of a flow.
pub(super) struct FlowUrl<'d> {
    /// The key of the flow.
    pub(super) flow: &'static str,
    pub(super) endpoint: Endpoint,
    pub(super) url: &'d str,
}

/// What is at an address.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Endpoint {
    Authorization,
    DeviceAuthorization,
    Token,
    Refresh,
}

use Endpoint::{Authorization, DeviceAuthorization, Refresh, Token};

/// Each flow by its key, with its name and the addresses that mean something in it.
const FLOWS: [(&str, &str, &[Endpoint]); 5] = [
    ("implicit", "implicit flow", &[Authorization, Refresh]),
    ("password", "password flow", &[Token, Refresh]),
    ("clientCredentials", "client credentials flow", &[Token, Refresh]),
    ("authorizationCode", "authorization code flow", &[Authorization, Token, Refresh]),
    ("deviceAuthorization", "device authorization flow", &[DeviceAuthorization, Token, Refresh]),
];

impl Endpoint {
    /// The key of its address.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Authorization => "authorizationUrl",
            Self::DeviceAuthorization => "deviceAuthorizationUrl",
            Self::Token => "tokenUrl",
            Self::Refresh => "refreshUrl",
        }
    }
}

/// The addresses that mean something in their flows, of the OAuth Flows Object `flows`.
pub(super) fn flow_urls(flows: &Value) -> impl Iterator<Item = FlowUrl<'_>> {
    FLOWS.iter().flat_map(move |(flow, _, endpoints)| {
        endpoints.iter().filter_map(move |endpoint| {
            let url = flows.get(flow)?.get(endpoint.key())?.as_str()?;
            Some(FlowUrl { flow, endpoint: *endpoint, url })
        })
    })
}

/// Each flow of `flows` in words: where tokens come from.
pub(super) fn flow_words(flows: &Value) -> Vec<String> {
    let words = FLOWS.iter().filter_map(|(key, name, endpoints)| {
        let source = if endpoints.contains(&Token) { Token } else { Authorization };
        let url = flows.get(key)?.get(source.key())?.as_str()?;
        Some(format!("{name}, tokens from `{url}`"))
    });
    words.collect()
}

/// The scopes that the flows of `flows` declare.
pub(super) fn flow_scopes(flows: &Value) -> impl Iterator<Item = &str> {
    let flows = FLOWS.iter().filter_map(move |(key, ..)| flows.get(key)?.get("scopes")?.as_object());
    flows.flat_map(|scopes| scopes.keys()).map(String::as_str)
}
