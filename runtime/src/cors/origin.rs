//! Origins, as a browser writes them ([RFC 6454, 6.2](https://www.rfc-editor.org/rfc/rfc6454#section-6.2)).

use std::error::Error;
use std::fmt;
use std::net::Ipv6Addr;

use http::header::HeaderValue;

/// The origins that may call.
#[derive(Debug, Clone)]
pub(super) enum Origins {
    Any,
    Listed(Vec<HeaderValue>),
}

impl Origins {
    pub(super) fn listed<I>(origins: I) -> Result<Self, InvalidOrigin>
    where
        I: IntoIterator<Item: AsRef<str>>,
    {
        let origins = origins.into_iter().map(|origin| listed(origin.as_ref()));
        origins.collect::<Result<_, _>>().map(Self::Listed)
    }

    /// What an answer to this origin says in `Access-Control-Allow-Origin`. `None`: the origin may not call.
    pub(super) fn allow(&self, origin: &HeaderValue) -> Option<HeaderValue> {
        match self {
            Self::Any => Some(HeaderValue::from_static("*")),
            Self::Listed(origins) => origins.contains(origin).then(|| origin.clone()),
        }
    }
}

/// An origin that no browser sends, so that to list it is a mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidOrigin(String);

impl fmt::Display for InvalidOrigin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(origin) = self;
        write!(
            f,
            "{origin:?} is no origin: one is a scheme, a host in lower case and a port that is not the scheme's own, \
             without a slash at the end, as in `https://app.example` or `http://localhost:5173`"
        )
    }
}

impl Error for InvalidOrigin {}

fn listed(origin: &str) -> Result<HeaderValue, InvalidOrigin> {
    let value = if is_origin(origin) { HeaderValue::from_str(origin).ok() } else { None };
    value.ok_or_else(|| InvalidOrigin(origin.to_owned()))
}

/// `null` is none: every page in a sandbox has it.
fn is_origin(origin: &str) -> bool {
    let Some((scheme, authority)) = origin.split_once("://") else { return false };
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    };
    is_scheme(scheme) && is_host(host) && port.is_none_or(|port| is_port(scheme, port))
}

fn is_scheme(scheme: &str) -> bool {
    let inside = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'+' | b'-' | b'.');
    scheme.starts_with(|first: char| first.is_ascii_lowercase()) && scheme.bytes().all(inside)
}

fn is_host(host: &str) -> bool {
    match host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        Some(address) => address.parse().is_ok_and(|parsed: Ipv6Addr| parsed.to_string() == address),
        None => {
            let inside = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_');
            !host.is_empty() && host.bytes().all(inside)
        }
    }
}

fn is_port(scheme: &str, port: &str) -> bool {
    let own = matches!((scheme, port), ("http", "80") | ("https", "443"));
    !own && port.parse().is_ok_and(|parsed: u16| parsed.to_string() == port)
}

#[cfg(test)]
mod tests {
    use super::{InvalidOrigin, Origins};

    #[test]
    fn an_origin_is_as_a_browser_writes_it() {
        for origin in [
            "https://app.example",
            "http://localhost:5173",
            "http://127.0.0.1:8080",
            "http://[::1]:3000",
            "https://[2001:db8::1]",
            "chrome-extension://abcdefghijklmnop",
            "https://xn--bcher-kva.example:8443",
        ] {
            assert!(Origins::listed([origin]).is_ok(), "{origin}");
        }
    }

    #[test]
    fn e2_what_no_browser_sends_as_an_origin_cannot_be_listed() {
        for origin in [
            "",
            "*",
            "null",
            "app.example",
            "https://",
            "https://app.example/",
            "https://app.example:443",
            "http://app.example:80",
            "https://app.example:",
            "https://app.example:08",
            "https://app.example:65536",
            "https://App.example",
            "HTTPS://app.example",
            "https://*.example",
            "https://user@app.example",
            "https://bücher.example",
            "https://[::1",
            "https://[0::1]",
            "https://a.example, https://b.example",
            "https://a.example\r\nx: y",
        ] {
            let refused = Origins::listed([origin]).err();
            assert_eq!(refused, Some(InvalidOrigin(origin.to_owned())));
        }
    }
}
