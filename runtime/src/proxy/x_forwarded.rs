//! The fields `X-Forwarded-For`, `-Proto`, `-Host` and `-Prefix`: written by most proxies, specified by none.

use std::net::IpAddr;

use http::HeaderMap;
use http::header::HeaderName;

use super::{Forwarded, Proxies, field, node};

const FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");
const HOST: HeaderName = HeaderName::from_static("x-forwarded-host");
const PREFIX: HeaderName = HeaderName::from_static("x-forwarded-prefix");

/// What a trusted peer says. A field that is malformed says nothing.
pub(super) fn read(proxies: &Proxies, peer: IpAddr, headers: &HeaderMap) -> Forwarded {
    let nodes = list(headers, &FOR).and_then(|nodes| nodes.into_iter().map(node::read_plain).collect());
    let nodes: Vec<Option<IpAddr>> = nodes.unwrap_or_default();
    let (client, about) = proxies.client(peer, nodes.iter().rev().copied());
    // A proxy either sets these, and there is one, or adds to them as it does to the nodes.
    let of_client = |name| {
        let values = list(headers, name)?;
        match values.as_slice() {
            [value] => Some(*value),
            values if values.len() == nodes.len() => values.iter().rev().nth(about?).copied(),
            _ => None,
        }
    };
    Forwarded {
        client,
        scheme: of_client(&PROTO).and_then(field::scheme),
        host: of_client(&HOST).and_then(field::host),
        prefix: one(headers, &PREFIX).and_then(field::prefix),
    }
}

fn list<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<Vec<&'h str>> {
    field::lines(headers, name).map(|lines| field::elements(&lines))
}

fn one<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    match *field::lines(headers, name)? {
        [line] => Some(line),
        _ => None,
    }
}
