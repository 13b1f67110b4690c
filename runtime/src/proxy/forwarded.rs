//! The field `Forwarded` ([RFC 7239, 4](https://www.rfc-editor.org/rfc/rfc7239#section-4)).

use std::borrow::Cow;
use std::net::IpAddr;

use http::HeaderMap;
use http::header::FORWARDED;
use http::uri::{Authority, Scheme};

use super::{Forwarded, Proxies, field, node};

/// What a trusted peer says. A field that is malformed says nothing.
pub(super) fn read(proxies: &Proxies, peer: IpAddr, headers: &HeaderMap) -> Forwarded {
    let elements = field::lines(headers, &FORWARDED).and_then(|lines| elements(&lines)).unwrap_or_default();
    let (client, about) = proxies.client(peer, elements.iter().rev().map(|element| element.node.flatten()));
    let element = about.and_then(|index| elements.into_iter().rev().nth(index)).unwrap_or_default();
    Forwarded { client, scheme: element.scheme, host: element.host, prefix: None }
}

/// What one proxy says about the request that it received.
#[derive(Debug, Default, PartialEq, Eq)]
struct Element {
    /// Who sent it, where it is said by address.
    node: Option<Option<IpAddr>>,
    scheme: Option<Scheme>,
    host: Option<Authority>,
}

impl Element {
    /// Takes a pair in. Pairs that nobody needs here only have to be well-formed, the others be there once.
    fn say(&mut self, name: &str, value: &str) -> Option<()> {
        let again = match name.to_ascii_lowercase().as_str() {
            "for" => self.node.replace(node::read(value)?).is_some(),
            "proto" => self.scheme.replace(field::scheme(value)?).is_some(),
            "host" => self.host.replace(field::host(value)?).is_some(),
            _ => false,
        };
        (!again).then_some(())
    }
}

/// The elements, in their order. `None`: the field is malformed.
fn elements(lines: &[&str]) -> Option<Vec<Element>> {
    let mut elements = Vec::new();
    lines.iter().try_for_each(|line| read_line(line, &mut elements))?;
    Some(elements)
}

fn read_line(line: &str, elements: &mut Vec<Element>) -> Option<()> {
    let mut rest = trimmed(line);
    // Elements without a pair do not count, as in any list.
    let mut element: Option<Element> = None;
    loop {
        let (name, after) = token(rest);
        if !name.is_empty() {
            let (value, after) = value(after.strip_prefix('=')?)?;
            element.get_or_insert_default().say(name, &value)?;
            rest = trimmed(after);
        }
        match rest.split_at_checked(1) {
            None => {
                elements.extend(element);
                return Some(());
            }
            Some((",", after)) => {
                elements.extend(element.take());
                rest = trimmed(after);
            }
            Some((";", after)) => rest = trimmed(after),
            Some(_) => return None,
        }
    }
}

/// A `token` ([RFC 9110, 5.6.2]), which may be empty here, and what comes after it.
///
/// [RFC 9110, 5.6.2]: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2
fn token(text: &str) -> (&str, &str) {
    let inside = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    text.split_at(text.find(|c| !inside(c)).unwrap_or(text.len()))
}

/// A `token` or a `quoted-string` ([RFC 9110, 5.6.4]), and what comes after it.
///
/// [RFC 9110, 5.6.4]: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.4
fn value(text: &str) -> Option<(Cow<'_, str>, &str)> {
    let Some(quoted) = text.strip_prefix('"') else {
        let (token, rest) = token(text);
        return (!token.is_empty()).then_some((Cow::Borrowed(token), rest));
    };
    let mut value = String::new();
    let mut chars = quoted.chars();
    loop {
        match chars.next()? {
            '"' => return Some((Cow::Owned(value), chars.as_str())),
            '\\' => value.push(chars.next()?),
            c => value.push(c),
        }
    }
}

/// Spaces belong between elements only; some proxies write one between pairs, too.
fn trimmed(text: &str) -> &str {
    text.trim_start_matches([' ', '\t'])
}

/// The nodes of a line, for tests of the grammar.
#[cfg(test)]
pub(super) fn nodes(line: &str) -> Option<Vec<Option<IpAddr>>> {
    Some(elements(&[line])?.iter().map(|element| element.node.flatten()).collect())
}
