//! The addresses of OAuth 2.0 flows (OpenAPI, OAuth Flow Object).

use openapiv3::OAuth2Flows;

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
    Token,
    Refresh,
}

impl Endpoint {
    /// The key of its address.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Authorization => "authorizationUrl",
            Self::Token => "tokenUrl",
            Self::Refresh => "refreshUrl",
        }
    }
}

/// The addresses that mean something in their flows.
pub(super) fn urls(flows: &OAuth2Flows) -> Vec<FlowUrl<'_>> {
    use Endpoint::{Authorization, Refresh, Token};
    let mut urls = Vec::new();
    if let Some(flow) = &flows.implicit {
        let addresses =
            [(Authorization, Some(&flow.authorization_url)), (Refresh, flow.refresh_url.as_ref())];
        urls.extend(of("implicit", addresses));
    }
    if let Some(flow) = &flows.password {
        let addresses = [(Token, Some(&flow.token_url)), (Refresh, flow.refresh_url.as_ref())];
        urls.extend(of("password", addresses));
    }
    if let Some(flow) = &flows.client_credentials {
        let addresses = [(Token, Some(&flow.token_url)), (Refresh, flow.refresh_url.as_ref())];
        urls.extend(of("clientCredentials", addresses));
    }
    if let Some(flow) = &flows.authorization_code {
        let addresses = [(Authorization, Some(&flow.authorization_url)), (Token, Some(&flow.token_url))];
        urls.extend(of("authorizationCode", addresses));
        urls.extend(of("authorizationCode", [(Refresh, flow.refresh_url.as_ref())]));
    }
    urls
}

fn of<'d, const N: usize>(
    flow: &'static str,
    addresses: [(Endpoint, Option<&'d String>); N],
) -> impl Iterator<Item = FlowUrl<'d>> {
    addresses.into_iter().filter_map(move |(endpoint, url)| Some(FlowUrl { flow, endpoint, url: url? }))
}
