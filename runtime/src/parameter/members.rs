//! The members of an object that is sent as a parameter.

use std::str;

use super::sent::{Fault, Sent};
use super::{Place, Style};
use crate::cookie;
use crate::form::Members;
use crate::input::query;
use crate::percent;

/// Collects the members of an object, decoded, as the fields of a form.
pub(super) fn collect(sent: &Sent<'_, '_>) -> Result<Members, Fault> {
    let mut members = Members::default();
    let parameter = sent.parameter;
    match (parameter.place, parameter.style, parameter.explode) {
        (Place::QueryString, ..) if sent.context.uri().query().is_none_or(str::is_empty) => {
            return Err(Fault::Nothing);
        }
        (Place::Query | Place::QueryString, Style::Form, true) => {
            for (name, value) in query::pairs(sent.context.uri().query()) {
                if let Some(name) = percent::query(name) {
                    members.push(&name, percent::value(value).as_deref());
                }
            }
        }
        (Place::Cookie, _, true) => {
            for (name, value) in cookie::pairs(sent.context.headers()) {
                if let Ok(name) = str::from_utf8(name) {
                    members.push(name, str::from_utf8(value).ok());
                }
            }
        }
        (Place::Query, Style::DeepObject, _) => {
            for (name, value) in query::pairs(sent.context.uri().query()) {
                let Some(name) = percent::query(name) else { continue };
                let inside = name.strip_prefix(parameter.name).and_then(|rest| rest.strip_prefix('['));
                if let Some(member) = inside.and_then(|rest| rest.strip_suffix(']')) {
                    members.push(member, percent::value(value).as_deref());
                }
            }
            if members.is_empty() {
                return Err(Fault::Nothing);
            }
        }
        (_, Style::Matrix, true) => {
            for pair in sent.separator().split(&sent.text()?) {
                let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                push(sent, &mut members, name, value)?;
            }
        }
        (_, _, true) => {
            for pair in sent.separator().split(&sent.text()?) {
                let (name, value) = pair.split_once('=').ok_or(Fault::Misshapen)?;
                push(sent, &mut members, name, value)?;
            }
        }
        (_, _, false) => {
            let text = sent.text()?;
            let mut parts = sent.separator().split(&text);
            while let Some(name) = parts.next() {
                push(sent, &mut members, name, parts.next().ok_or(Fault::Misshapen)?)?;
            }
        }
    }
    Ok(members)
}

fn push(sent: &Sent<'_, '_>, members: &mut Members, name: &str, value: &str) -> Result<(), Fault> {
    let name = sent.decoded(name).ok_or(Fault::NoText)?;
    members.push(&name, sent.decoded(value).as_deref());
    Ok(())
}
