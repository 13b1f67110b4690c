//! What is right, and not supported yet or without effect.

use super::super::Walker;
use super::super::quote::{either, quoted};
use super::super::trail::Trail;
use crate::diagnostic::{Code, Place};

impl Walker {
    /// What is inside documentation is not generated, so nothing there is refused.
    fn unsupported(&mut self, place: Place, message: String, instead: &str) {
        if !self.in_documentation {
            let help = format!("until it is, {instead}");
            self.report(Code::Unsupported, place, message, Some(help));
        }
    }

    pub(crate) fn unsupported_key(&mut self, at: &Trail<'_>, instead: &str) {
        self.unsupported(at.at_key(), format!("{at} is not supported yet"), instead);
    }

    pub(crate) fn beside_path_item(&mut self, at: &Trail<'_>) {
        let message =
            format!("{at}, beside `$ref`, is not supported yet: OpenAPI leaves open what it means there");
        self.unsupported(at.at_key(), message, "write the path item out");
    }

    pub(crate) fn unanswered(&mut self, at: &Trail<'_>) {
        let message = "an operation without `responses` is not supported: it could not answer".to_owned();
        self.report(Code::Unsupported, at.at_key(), message, Some("list the responses".to_owned()));
    }

    pub(crate) fn dialect(&mut self, known: &[&str], text: &str, at: &Trail<'_>) {
        if !known.contains(&text) && !self.in_documentation {
            let message = format!("{at} names a dialect that is not supported");
            let help = format!("leave it out, or write {}", either(known));
            self.report(Code::Unsupported, at.at_value(), message, Some(help));
        }
    }

    pub(crate) fn no_effect(&mut self, at: &Trail<'_>, why: &str) {
        self.report(Code::NoEffect, at.at_key(), format!("{at} has no effect: {why}"), None);
    }

    pub(crate) fn no_effect_with(&mut self, at: &Trail<'_>, beside: &str, value: &str) {
        self.no_effect(at, &format!("`{beside}` is {}", quoted(value)));
    }

    pub(crate) fn no_effect_beside_ref(&mut self, name: &str, at: &Trail<'_>) {
        let message = format!("{} beside `$ref` has no effect", quoted(name));
        let help = "write it where the reference leads".to_owned();
        self.report(Code::NoEffect, at.at_key(), message, Some(help));
    }

    pub(crate) fn ignored_header(&mut self, place: Place, name: &str, help: &str) {
        let message = format!("a header named {} has no effect here", quoted(name));
        self.report(Code::NoEffect, place, message, Some(help.to_owned()));
    }
}
