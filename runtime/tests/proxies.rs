//! Behind proxies: who the client is, and where a redirect leads.

#![allow(clippy::unwrap_used)]

mod shop;
mod told;

use http::Request;
use shop::wanted::Server;
use shop::{Shop, ask, request};
use specwright_runtime::{Network, Peer, Proxies, Server as ServerOf};
use told::Told;

fn networks() -> [Network; 2] {
    ["127.0.0.1", "10.0.0.0/8"].map(|network| network.parse().unwrap())
}

fn from<B>(peer: &str, mut request: Request<B>) -> Request<B> {
    request.extensions_mut().insert(Peer(format!("{peer}:4711").parse().unwrap()));
    request
}

async fn told(proxies: Option<Proxies>, peer: &str, fields: &[&str]) -> String {
    let server = ServerOf::<Told>::new(());
    let server = match proxies {
        Some(proxies) => server.trust(proxies),
        None => server,
    };
    ask(server, from(peer, request("GET", "/told", fields))).await.text().to_owned()
}

async fn location(server: Server<Shop>, peer: &str, target: &str, fields: &[&str]) -> String {
    let answer = ask(server, from(peer, request("GET", target, fields))).await;
    assert_eq!(answer.status, 307);
    answer.header("location").unwrap().to_owned()
}

const X: [&str; 3] = [
    "X-Forwarded-For: 203.0.113.5, 192.0.2.1, 10.0.0.2",
    "X-Forwarded-Proto: https",
    "X-Forwarded-Host: app.example",
];
const STANDARD: [&str; 1] =
    ["Forwarded: for=203.0.113.5, for=\"192.0.2.1:4711\";proto=https;host=app.example"];

#[tokio::test]
async fn e4_without_configuration_nobody_is_believed() {
    assert_eq!(told(None, "127.0.0.1", &[X.as_slice(), &STANDARD].concat()).await, "\"127.0.0.1 - - 0\"");
}

#[tokio::test]
async fn e4_an_operation_knows_the_client_behind_the_proxies() {
    let x = || Some(Proxies::x_forwarded(networks()));
    let standard = || Some(Proxies::forwarded(networks()));
    assert_eq!(told(x(), "127.0.0.1", &X).await, "\"192.0.2.1 https app.example 0\"");
    assert_eq!(told(standard(), "127.0.0.1", &STANDARD).await, "\"192.0.2.1 https app.example 0\"");
    assert_eq!(told(x(), "192.0.2.9", &X).await, "\"192.0.2.9 - - 0\"");
    assert_eq!(told(standard(), "127.0.0.1", &X).await, "\"127.0.0.1 - - 0\"");
    assert_eq!(told(x(), "127.0.0.1", &[]).await, "\"127.0.0.1 - - 0\"");
}

#[tokio::test]
async fn e5_who_sends_a_malformed_field_is_not_somebody_else() {
    let proxies = Some(Proxies::forwarded(networks()));
    assert_eq!(
        told(proxies, "127.0.0.1", &["Forwarded: for=\", for=192.0.2.1"]).await,
        "\"127.0.0.1 - - 0\""
    );
}

#[tokio::test]
async fn e6_a_redirect_leads_to_where_a_stripping_proxy_is_asked() {
    let server = Server::new(Shop);
    for prefix in ["/api/v1", "api/v1/"] {
        let server = server.clone().stripped(prefix);
        assert_eq!(location(server, "127.0.0.1", "/items?a=b", &[]).await, "/api/v1/items/?a=b");
    }
    let server = server.trust(Proxies::x_forwarded(networks()));
    let said = ["X-Forwarded-Prefix: /api/v1"];
    assert_eq!(location(server.clone(), "10.0.0.1", "/items", &said).await, "/api/v1/items/");
    assert_eq!(location(server.clone(), "192.0.2.9", "/items", &said).await, "/items/");
    // The proxy's own word is nearer to the truth than what was configured once.
    let server = server.stripped("/old");
    assert_eq!(location(server.clone(), "10.0.0.1", "/items", &said).await, "/api/v1/items/");
    assert_eq!(location(server, "10.0.0.1", "/items", &[]).await, "/old/items/");
}

#[tokio::test]
async fn e6_no_field_leads_a_redirect_away_from_the_server() {
    let server = Server::new(Shop).trust(Proxies::x_forwarded(networks()));
    for prefix in ["//evil.example", "/\\evil.example", "https://evil.example", "/..", "evil.example"] {
        let said = [
            &*format!("X-Forwarded-Prefix: {prefix}"),
            "X-Forwarded-Host: evil.example",
            "Host: evil.example",
        ];
        assert_eq!(location(server.clone(), "10.0.0.1", "/items", &said).await, "/items/", "{prefix}");
    }
}

#[tokio::test]
async fn e6_a_kept_prefix_and_a_stripped_one_go_together() {
    let server = Server::new(Shop).under("/v1").stripped("/api");
    assert_eq!(location(server, "127.0.0.1", "/v1/items", &[]).await, "/api/v1/items/");
}
