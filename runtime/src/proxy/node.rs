//! Who is at an end of a hop: an address, or nobody who is named.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// A `node` of `Forwarded` ([RFC 7239, 6]). `Some(None)`: one that is unknown or has another name. `None`: it is none.
///
/// [RFC 7239, 6]: https://www.rfc-editor.org/rfc/rfc7239#section-6
pub(super) fn read(node: &str) -> Option<Option<IpAddr>> {
    let (name, port) = match node.strip_prefix('[').and_then(|node| node.split_once(']')) {
        Some((address, "")) => (address, None),
        Some((address, port)) => (address, Some(port.strip_prefix(':')?)),
        None => node.split_once(':').map_or((node, None), |(name, port)| (name, Some(port))),
    };
    if !port.is_none_or(is_port) {
        return None;
    }
    if node.starts_with('[') {
        return name.parse().ok().map(|address: Ipv6Addr| Some(IpAddr::V6(address).to_canonical()));
    }
    if name.eq_ignore_ascii_case("unknown") || is_obfuscated(name) {
        return Some(None);
    }
    name.parse().ok().map(|address: Ipv4Addr| Some(address.into()))
}

/// A node of `X-Forwarded-For`, for which there is no grammar: as in `Forwarded`, or an address of IPv6 without brackets.
pub(super) fn read_plain(node: &str) -> Option<Option<IpAddr>> {
    read(node).or_else(|| node.parse().ok().map(|address: Ipv6Addr| Some(IpAddr::V6(address).to_canonical())))
}

fn is_port(port: &str) -> bool {
    let digits = (1..=5).contains(&port.len()) && port.bytes().all(|byte| byte.is_ascii_digit());
    digits || is_obfuscated(port)
}

fn is_obfuscated(name: &str) -> bool {
    let inside = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    name.strip_prefix('_').is_some_and(|name| !name.is_empty() && name.bytes().all(inside))
}

#[cfg(test)]
mod tests {
    use super::{read, read_plain};

    #[test]
    fn a_node_is_an_address_or_nobody_who_is_named() {
        let shown = |node| read(node).map(|node| node.map_or("nobody".to_owned(), |node| node.to_string()));
        for (node, wanted) in [
            ("192.0.2.60", Some("192.0.2.60")),
            ("192.0.2.60:4711", Some("192.0.2.60")),
            ("192.0.2.60:_port", Some("192.0.2.60")),
            ("[2001:db8::17]", Some("2001:db8::17")),
            ("[2001:db8::17]:4711", Some("2001:db8::17")),
            ("[::ffff:192.0.2.60]", Some("192.0.2.60")),
            ("unknown", Some("nobody")),
            ("Unknown:80", Some("nobody")),
            ("_hidden", Some("nobody")),
            ("_SEVKISEK:_a.b-c", Some("nobody")),
            ("", None),
            ("_", None),
            ("hidden", None),
            ("_hid den", None),
            ("192.0.2", None),
            ("192.0.2.60:", None),
            ("192.0.2.60:123456", None),
            ("192.0.2.60:80:80", None),
            ("[192.0.2.60]", None),
            ("[2001:db8::17", None),
            ("[2001:db8::17]80", None),
            ("2001:db8::17", None),
        ] {
            assert_eq!(shown(node).as_deref(), wanted, "{node}");
        }
    }

    #[test]
    fn an_address_of_ipv6_may_be_plain_where_there_is_no_grammar() {
        assert_eq!(read_plain("2001:db8::17"), read("[2001:db8::17]"));
        assert_eq!(read_plain("2001:db8::17%eth0"), None);
    }
}
