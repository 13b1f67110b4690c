//! Addresses of the login that are not protected on the way.

use std::net::{Ipv4Addr, Ipv6Addr};

use serde_json::Value;

use super::warning;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::flow::{Endpoint, FlowUrl, flow_urls};
use crate::source::Pointer;

/// The plain addresses of `flows`, which stand at `at`.
pub(super) fn of_flows(flows: &Value, at: &Pointer) -> Vec<Diagnostic> {
    let plain = flow_urls(flows).filter(|address| is_plain(address.url));
    plain
        .map(|FlowUrl { flow, endpoint, .. }| plain_http(endpoint.key(), &at.member(flow), why(endpoint)))
        .collect()
}

/// Tokens are refreshed at the token endpoint, too (RFC 6749, 6).
fn why(endpoint: Endpoint) -> &'static str {
    match endpoint {
        Endpoint::Authorization => "whoever is on the way reads what the user types (RFC 6749, 3.1)",
        Endpoint::Token | Endpoint::Refresh => {
            "whoever is on the way reads passwords and tokens (RFC 6749, 3.2)"
        }
        Endpoint::DeviceAuthorization => {
            "whoever is on the way reads the codes that get the token (RFC 8628, 3.1)"
        }
    }
}

/// The address of the metadata of a provider, under `key` in the scheme at `at`.
pub(super) fn of_provider(key: &str, url: &str, at: &Pointer) -> Option<Diagnostic> {
    let why = "whoever is on the way can name another provider (RFC 8414, 6.1)";
    is_plain(url).then(|| plain_http(key, at, why))
}

fn plain_http(key: &str, at: &Pointer, why: &str) -> Diagnostic {
    let message = format!("`{key}` is an address without TLS: {why}");
    warning(Code::PlainHttp, Place::Value(at.member(key)), message, "write `https:`")
}

/// Whether requests to `url` cross a network unprotected.
fn is_plain(url: &str) -> bool {
    let Some((scheme, rest)) = url.split_once(':') else { return false };
    scheme.eq_ignore_ascii_case("http") && !is_loopback(host(rest))
}

/// The host of an address, from what follows its scheme (RFC 3986, 3.2).
fn host(rest: &str) -> &str {
    let authority = rest.trim_start_matches('/').split(['/', '?', '#']).next().unwrap_or_default();
    let host_and_port = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    match host_and_port.split_once(']') {
        Some((bracketed, _)) => bracketed.strip_prefix('[').unwrap_or_default(),
        None => host_and_port.split(':').next().unwrap_or_default(),
    }
}

/// Whether `host` is this very machine, so that there is nobody on the way.
fn is_loopback(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost")
        || host.parse::<Ipv4Addr>().is_ok_and(|address| address.is_loopback())
        || host.parse::<Ipv6Addr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::is_plain;

    #[test]
    fn an_address_without_tls_is_plain() {
        for url in [
            "http://id.example/token",
            "HTTP://id.example/token",
            "http://localhost.id.example/token",
            "http://localhost@id.example/token",
            "http://id.example/localhost",
            "http://id.example?localhost",
            "http://[::2]/token",
            "http://128.0.0.1",
            "http:id.example",
            "http:",
        ] {
            assert!(is_plain(url), "{url}");
        }
    }

    #[test]
    fn an_address_with_tls_or_of_this_machine_is_not() {
        for url in [
            "https://id.example/token",
            "token",
            "/token",
            "//id.example/token",
            "./http",
            "http://localhost/token",
            "http://LocalHost:8000/token",
            "http://127.0.0.1:8000/token",
            "http://[::1]/token",
            "http://[::1]:8000/token",
            "http://me:secret@localhost/token",
        ] {
            assert!(!is_plain(url), "{url}");
        }
    }
}
