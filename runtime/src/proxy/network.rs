//! Networks of addresses.

use std::error::Error;
use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

/// An address, as in `127.0.0.1`, or a network of them, as in `10.0.0.0/8` and `fd00::/8`
/// ([RFC 4632, 3.1](https://www.rfc-editor.org/rfc/rfc4632#section-3.1)).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    /// With all bits after the prefix zero.
    first: IpAddr,
    /// How many bits the prefix has.
    length: u32,
}

/// A text that is no network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidNetwork(String);

impl fmt::Display for InvalidNetwork {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(text) = self;
        write!(
            f,
            "{text:?} is no network: one is an address, as in `127.0.0.1`, or the first of several and the length \
                   of what they have in common, in bits, as in `10.0.0.0/8`"
        )
    }
}

impl Error for InvalidNetwork {}

impl From<IpAddr> for Network {
    fn from(address: IpAddr) -> Self {
        let first = address.to_canonical();
        Self { first, length: bits(first) }
    }
}

impl FromStr for Network {
    type Err = InvalidNetwork;

    fn from_str(text: &str) -> Result<Self, InvalidNetwork> {
        let network = match text.split_once('/') {
            None => text.parse().ok().map(|address: IpAddr| Self::from(address)),
            Some((first, length)) => Self::of(first, length),
        };
        network.ok_or_else(|| InvalidNetwork(text.to_owned()))
    }
}

impl Network {
    fn of(first: &str, length: &str) -> Option<Self> {
        let first: IpAddr = first.parse().ok()?;
        let digits = length.bytes().all(|byte| byte.is_ascii_digit());
        let length = length.parse().ok().filter(|length| digits && *length <= bits(first))?;
        let zeros = match first {
            IpAddr::V4(first) => first.to_bits().trailing_zeros(),
            IpAddr::V6(first) => first.to_bits().trailing_zeros(),
        };
        // An address of IPv4 in the clothes of IPv6 is one of IPv4, so a network of them would have none in it.
        let is_whole = zeros >= bits(first) - length && first == first.to_canonical();
        is_whole.then_some(Self { first, length })
    }

    /// Whether an address is in it.
    pub fn contains(&self, address: IpAddr) -> bool {
        let common = match (self.first, address.to_canonical()) {
            (IpAddr::V4(first), IpAddr::V4(address)) => (first.to_bits() ^ address.to_bits()).leading_zeros(),
            (IpAddr::V6(first), IpAddr::V6(address)) => (first.to_bits() ^ address.to_bits()).leading_zeros(),
            _ => return false,
        };
        common >= self.length
    }
}

fn bits(address: IpAddr) -> u32 {
    match address {
        IpAddr::V4(_) => 32,
        IpAddr::V6(_) => 128,
    }
}

#[cfg(test)]
mod tests {
    use super::{InvalidNetwork, Network};
    use std::net::IpAddr;

    fn has(network: &str, address: &str) -> Option<bool> {
        let address: IpAddr = address.parse().ok()?;
        network.parse().ok().map(|network: Network| network.contains(address))
    }

    #[test]
    fn a_network_has_what_begins_as_it_does() {
        for (network, inside, outside) in [
            ("10.0.0.0/8", "10.255.0.1", "11.0.0.1"),
            ("192.0.2.128/25", "192.0.2.255", "192.0.2.127"),
            ("127.0.0.1", "127.0.0.1", "127.0.0.2"),
            ("127.0.0.1/32", "::ffff:127.0.0.1", "127.0.0.2"),
            ("::ffff:127.0.0.1", "127.0.0.1", "::1"),
            ("fd00::/8", "fdff::1", "fe00::1"),
            ("::1/128", "::1", "::2"),
            ("0.0.0.0/0", "255.255.255.255", "::1"),
            ("::/0", "ffff::", "127.0.0.1"),
        ] {
            assert_eq!(has(network, inside), Some(true), "{network} {inside}");
            assert_eq!(has(network, outside), Some(false), "{network} {outside}");
        }
    }

    #[test]
    fn what_is_no_network_is_refused() {
        for text in [
            "",
            "localhost",
            "10.0.0.0/",
            "10.0.0.0/33",
            "10.0.0.0/+8",
            "10.0.0.0/-1",
            "10.0.0.1/8",
            "10/8",
            "::1/129",
            "::1/64",
            "10.0.0.0/8/8",
            " 10.0.0.0/8",
            "::ffff:10.0.0.0/104",
        ] {
            assert_eq!(text.parse::<Network>(), Err(InvalidNetwork(text.to_owned())));
        }
    }
}
