//! Whom a request comes from, by what proxies say.

#![allow(clippy::unwrap_used)]

use http::HeaderMap;
use http::header::{HeaderName, HeaderValue};
use proptest::prelude::*;

use super::{Forwarded, Network, Proxies};

const PROXIES: [&str; 3] = ["10.0.0.0/8", "127.0.0.1", "fd00::/8"];

fn networks() -> impl Iterator<Item = Network> {
    PROXIES.iter().map(|network| network.parse().unwrap())
}

fn headers(fields: &[(&'static str, &str)]) -> HeaderMap {
    let field = |(name, value): &(&'static str, &str)| {
        (HeaderName::from_static(name), HeaderValue::from_str(value).unwrap())
    };
    let mut headers = HeaderMap::new();
    for (name, value) in fields.iter().map(field) {
        headers.append(name, value);
    }
    headers
}

fn forwarded(peer: &str, lines: &[&str]) -> Option<Forwarded> {
    let fields: Vec<_> = lines.iter().map(|line| ("forwarded", *line)).collect();
    Proxies::forwarded(networks()).read(peer.parse().unwrap(), &headers(&fields))
}

fn x_forwarded(peer: &str, fields: &[(&'static str, &str)]) -> Option<Forwarded> {
    Proxies::x_forwarded(networks()).read(peer.parse().unwrap(), &headers(fields))
}

fn client(forwarded: Option<Forwarded>) -> String {
    forwarded.map_or("nobody".to_owned(), |forwarded| forwarded.client().to_string())
}

#[test]
fn e4_only_a_configured_peer_is_believed() {
    for (peer, wanted) in [
        ("127.0.0.1", "192.0.2.1"),
        ("::ffff:127.0.0.1", "192.0.2.1"),
        ("10.1.2.3", "192.0.2.1"),
        ("127.0.0.2", "nobody"),
        ("192.0.2.9", "nobody"),
        ("::1", "nobody"),
    ] {
        assert_eq!(client(forwarded(peer, &["for=192.0.2.1"])), wanted, "{peer}");
        assert_eq!(client(x_forwarded(peer, &[("x-forwarded-for", "192.0.2.1")])), wanted, "{peer}");
    }
}

#[test]
fn e4_hops_are_believed_from_the_last_to_the_first_that_is_no_proxy() {
    for (said, wanted) in [
        ("192.0.2.1", "192.0.2.1"),
        ("203.0.113.5, 192.0.2.1", "192.0.2.1"),
        ("10.0.0.1, 192.0.2.1", "192.0.2.1"),
        ("203.0.113.5, 192.0.2.1, 10.0.0.2, 10.0.0.3", "192.0.2.1"),
        ("10.0.0.2, 10.0.0.3", "10.0.0.2"),
        ("192.0.2.1, unknown, 10.0.0.3", "10.0.0.3"),
        ("192.0.2.1, unknown", "127.0.0.1"),
        ("", "127.0.0.1"),
    ] {
        assert_eq!(client(x_forwarded("127.0.0.1", &[("x-forwarded-for", said)])), wanted, "{said}");
        let pairs = said.split(", ").filter(|node| !node.is_empty()).map(|node| format!("for={node}"));
        let said = pairs.collect::<Vec<_>>().join(", ");
        assert_eq!(client(forwarded("127.0.0.1", &[&said])), wanted, "{said}");
    }
}

#[test]
fn e4_lines_of_a_field_are_one_list() {
    assert_eq!(
        client(forwarded("127.0.0.1", &["for=203.0.113.5", "for=192.0.2.1, for=10.0.0.2"])),
        "192.0.2.1"
    );
    let lines = [("x-forwarded-for", "203.0.113.5"), ("x-forwarded-for", "192.0.2.1, 10.0.0.2")];
    assert_eq!(client(x_forwarded("127.0.0.1", &lines)), "192.0.2.1");
}

#[test]
fn e4_the_other_convention_is_not_read() {
    assert_eq!(client(x_forwarded("127.0.0.1", &[("forwarded", "for=192.0.2.1")])), "127.0.0.1");
    let proxies = Proxies::forwarded(networks());
    let headers = headers(&[("x-forwarded-for", "192.0.2.1"), ("x-forwarded-prefix", "/api")]);
    let said = proxies.read("127.0.0.1".parse().unwrap(), &headers).unwrap();
    assert_eq!((said.client().to_string().as_str(), said.prefix()), ("127.0.0.1", None));
}

#[test]
fn e5_a_malformed_field_says_nothing() {
    for said in [
        "for",
        "for=",
        "for=192.0.2.1;for=192.0.2.2",
        "for=192.0.2.1:80",
        "for=[2001:db8::1]",
        "for=\"192.0.2.1",
        "for=\"192.0.2.1\"x",
        "for = 192.0.2.1",
        "for=192.0.2.1 proto=https",
        "for=192.0.2.1;proto=gopher",
        "for=192.0.2.1;host=\"a@b\"",
        "for=host.example",
        "192.0.2.1",
        "for=\", for=192.0.2.1",
        "for=x, for=192.0.2.1",
    ] {
        assert_eq!(client(forwarded("127.0.0.1", &[said])), "127.0.0.1", "{said}");
    }
    for said in ["host.example", "192.0.2.1;10.0.0.1", "x, 192.0.2.1", "192.0.2.1 10.0.0.1", "[192.0.2.1]"] {
        assert_eq!(client(x_forwarded("127.0.0.1", &[("x-forwarded-for", said)])), "127.0.0.1", "{said}");
    }
}

#[test]
fn scheme_and_host_are_those_of_the_clients_hop() {
    let said = "for=203.0.113.5;proto=http;host=evil.example, For=192.0.2.1;Proto=https;Host=\"app.example:8443\"; by=_a, \
                for=10.0.0.2;proto=http;host=inner";
    let said = forwarded("127.0.0.1", &[said]).unwrap();
    assert_eq!((said.scheme(), said.host()), (Some("https"), Some("app.example:8443")));
    let nodes = ("x-forwarded-for", "203.0.113.5, 192.0.2.1, 10.0.0.2");
    for (proto, host, wanted) in [
        ("https", "app.example", (Some("https"), Some("app.example"))),
        ("http, https, http", "evil.example, app.example, inner", (Some("https"), Some("app.example"))),
        ("https, http", "app.example, inner", (None, None)),
        ("gopher", "a@b", (None, None)),
    ] {
        let fields = [nodes, ("x-forwarded-proto", proto), ("x-forwarded-host", host)];
        let said = x_forwarded("127.0.0.1", &fields).unwrap();
        assert_eq!((said.scheme(), said.host()), wanted, "{proto}");
    }
}

#[test]
fn e6_a_prefix_is_said_once_and_is_a_path() {
    for (lines, wanted) in [
        (&[("x-forwarded-prefix", "/api/v1/")][..], Some("/api/v1")),
        (&[("x-forwarded-prefix", "//evil.example")], None),
        (&[("x-forwarded-prefix", "/a"), ("x-forwarded-prefix", "/b")], None),
        (&[], None),
    ] {
        assert_eq!(x_forwarded("127.0.0.1", lines).unwrap().prefix(), wanted, "{lines:?}");
    }
}

/// A node as RFC 7239 writes it, and the address that it is.
fn node() -> impl Strategy<Value = (String, Option<std::net::IpAddr>)> {
    let port = prop_oneof![Just(String::new()), "(:[0-9]{1,5})", "(:_[A-Za-z0-9._-]{1,8})"];
    let v4 = any::<std::net::Ipv4Addr>().prop_map(|address| (address.to_string(), Some(address.into())));
    let v6 = any::<std::net::Ipv6Addr>()
        .prop_map(|address| (format!("[{address}]"), Some(std::net::IpAddr::V6(address).to_canonical())));
    let other =
        prop_oneof!["_[A-Za-z0-9._-]{1,12}", Just("unknown".to_owned())].prop_map(|name| (name, None));
    (prop_oneof![v4, v6, other], port).prop_map(|((name, address), port)| (name + &port, address))
}

/// The text as a quoted-string, some of its characters as quoted pairs.
fn quoted(text: &str, escaped: bool) -> String {
    let inside = text.chars().map(|c| if escaped { format!("\\{c}") } else { c.to_string() });
    format!("\"{}\"", inside.collect::<String>())
}

proptest! {
    #[test]
    fn e4_what_the_grammar_makes_is_read(
        nodes in prop::collection::vec((node(), any::<bool>()), 1..6),
        others in "(|;|;proto=https|;by=_x|;x=\"a, b;\\\\\"\")",
        name in "[fF][oO][rR]",
        between in "( |\t)?,( |\t|,)?",
    ) {
        let elements = nodes.iter().map(|((node, _), escaped)| format!("{name}={}{others}", quoted(node, *escaped)));
        let line = elements.collect::<Vec<_>>().join(&between);
        let elements = super::forwarded::nodes(&line);
        prop_assert_eq!(elements, Some(nodes.iter().map(|((_, address), _)| *address).collect::<Vec<_>>()), "{}", line);
    }

    #[test]
    fn e5_whatever_is_sent_the_client_is_the_peer_or_somebody_named(line in "([ -~]|for=|10\\.0\\.0\\.1|\"|,|;){0,40}") {
        let said = client(forwarded("127.0.0.1", &[&line]));
        prop_assert!(said == "127.0.0.1" || super::forwarded::nodes(&line).is_some(), "{}", line);
        let said = client(x_forwarded("127.0.0.1", &[("x-forwarded-for", &line)]));
        prop_assert!(said == "127.0.0.1" || line.contains(&said) || said.contains(':'), "{}", line);
    }

    #[test]
    fn e4_what_a_client_sends_itself_changes_nothing(
        sent in prop::collection::vec(node(), 0..4),
        hops in prop::collection::vec(0..=255_u8, 0..3),
    ) {
        let behind = hops.iter().map(|last| format!("10.0.0.{last}"));
        let all = sent.iter().map(|(node, _)| node.clone()).chain(["192.0.2.1".to_owned()]).chain(behind);
        let all = all.collect::<Vec<_>>().join(", ");
        prop_assert_eq!(client(x_forwarded("127.0.0.1", &[("x-forwarded-for", &all)])), "192.0.2.1", "{}", all);
    }
}
