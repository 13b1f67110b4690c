//! `format: ipv4` and `format: ipv6`

use std::net::{Ipv4Addr, Ipv6Addr};

/// Rust reads what RFC 6943, section 3.1.1, calls strict.
pub(super) fn holds_v4(text: &str) -> bool {
    text.parse::<Ipv4Addr>().is_ok()
}

/// Rust reads no zone here, which is one of a socket's address.
pub(super) fn holds_v6(text: &str) -> bool {
    text.parse::<Ipv6Addr>().is_ok()
}
