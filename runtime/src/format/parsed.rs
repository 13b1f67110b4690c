//! Types that text is read into.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};
use std::ops::Deref;
use std::str::FromStr;

use super::Format;
use super::base16;
use super::base64::{PLAIN, URL};

/// A type that text of a format is read into; see [`parsed`](crate::decode::parsed).
pub trait Parsed: Sized {
    /// The format that all text has from which it is read, and no other: such text is not looked at twice.
    const FORMAT: Option<Format> = None;

    /// The value that a text stands for. `None` where it stands for none.
    fn parsed(text: &str) -> Option<Self>;
}

/// What displays as it is sent is so in JSON and in headers.
macro_rules! as_text {
    ($type:ty $(, $parameter:ident)?) => {
        impl$(<$parameter: std::fmt::Display>)? $crate::encode::Encode for $type {
            fn encode(&self, writer: &mut $crate::encode::Writer) {
                writer.string(&self.to_string());
            }
        }

        impl$(<$parameter: std::fmt::Display>)? $crate::HeaderText for $type {
            fn header_value(&self) -> Option<http::HeaderValue> {
                $crate::HeaderText::header_value(&self.to_string())
            }
        }
    };
}

#[cfg(any(feature = "chrono", feature = "uuid"))]
pub(super) use as_text;

macro_rules! addresses {
    ($($address:ty)+) => {
        $(
            impl Parsed for $address {
                fn parsed(text: &str) -> Option<Self> {
                    text.parse().ok()
                }
            }

            as_text!($address);
        )+
    };
}

addresses!(Ipv4Addr Ipv6Addr);

macro_rules! bytes {
    ($($(#[$doc:meta])+ $name:ident: $decode:expr, $encode:expr;)+) => {
        $(
            $(#[$doc])+
            #[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
            pub struct $name(Vec<u8>);

            impl $name {
                /// The bytes.
                pub fn into_bytes(self) -> Vec<u8> {
                    self.0
                }
            }

            impl Parsed for $name {
                fn parsed(text: &str) -> Option<Self> {
                    $decode(text).map(Self)
                }
            }

            impl From<Vec<u8>> for $name {
                fn from(bytes: Vec<u8>) -> Self {
                    Self(bytes)
                }
            }

            impl Deref for $name {
                type Target = [u8];

                fn deref(&self) -> &[u8] {
                    &self.0
                }
            }

            /// As it is sent.
            impl fmt::Display for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str(&$encode(&self.0))
                }
            }

            as_text!($name);
        )+
    };
}

bytes! {
    /// Bytes that are sent in base64 (RFC 4648, section 4).
    Base64: |text| PLAIN.decode(text), |bytes| PLAIN.encode(bytes);
    /// Bytes that are sent in base64url (RFC 4648, section 5), with padding.
    Base64Url: |text| URL.decode(text), |bytes| URL.encode(bytes);
    /// Bytes that are sent in base16 (RFC 4648, section 8), in capital letters.
    Base16: base16::decode, base16::encode;
}

/// A type of another crate that is sent as text: what it is read from, and what it displays.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text<T>(T);

impl<T> Text<T> {
    /// The value.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T: FromStr> Parsed for Text<T> {
    fn parsed(text: &str) -> Option<Self> {
        text.parse().ok().map(Self)
    }
}

impl<T> From<T> for Text<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T> Deref for Text<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: fmt::Display> fmt::Display for Text<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

as_text!(Text<T>, T);
