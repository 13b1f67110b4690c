//! Keys that are unknown, wrong or missing.

use super::super::Walker;
use super::super::quote::either;
use super::super::trail::Trail;
use super::stray;
use crate::diagnostic::{Code, Place, nearest};
use crate::document::table::{ALLOW_KEY, Key, Label, Names, OWN_PREFIX, Object};

impl Walker {
    pub(crate) fn unknown_key(&mut self, object: &Object, name: &str, at: &Trail<'_>) {
        let known =
            object.keys.iter().filter(|key| key.versions.contain(self.version)).filter_map(Key::fixed);
        let names = object.keys.iter().find_map(|key| match key.label {
            Label::Patterned(names) => Some(names),
            Label::Fixed(_) => None,
        });
        let help = stray(object.strays, name)
            .or_else(|| nearest(name, known).map(|near| format!("did you mean `{near}`?")))
            .or_else(|| (name == "$ref").then(|| format!("the {} cannot be a reference", object.name)))
            .or_else(|| names.map(|names| names.help(name).into_owned()));
        let message = match names {
            Some(names) => format!("{at} is no {}", names.noun()),
            None => format!("unknown key {at}"),
        };
        self.report(Code::UnknownKey, at.at_key(), message, help);
    }

    pub(crate) fn reserved_key(&mut self, at: &Trail<'_>) {
        let name = at.name().unwrap_or_default();
        let help = nearest(name, [ALLOW_KEY]).map_or_else(
            || format!("keys that begin with `{OWN_PREFIX}` are the generator's own: there is `{ALLOW_KEY}`"),
            |near| format!("did you mean `{near}`?"),
        );
        self.report(Code::UnknownKey, at.at_key(), format!("unknown key {at}"), Some(help));
    }

    pub(crate) fn key_of_other_version(&mut self, key: &Key, at: &Trail<'_>) {
        let message = format!("{at} {}", key.versions.existence());
        self.report(Code::KeyOfOtherVersion, at.at_key(), message, key.instead.map(str::to_owned));
    }

    pub(crate) fn wrong_name(&mut self, names: Names, name: &str, at: &Trail<'_>) {
        let help = match name {
            "$ref" => "a reference stands for one entry, not for the map".to_owned(),
            _ => names.help(name).into_owned(),
        };
        self.report(Code::WrongValue, at.at_key(), format!("{at} is no {}", names.noun()), Some(help));
    }

    pub(crate) fn same_name(&mut self, names: Names, name: &str, at: &Trail<'_>) {
        let message =
            format!("{at} is there already, in other letters: case does not count in a {}", names.noun());
        let help = format!("keep one of them, such as `{}`", name.to_ascii_lowercase());
        self.report(Code::DuplicateKey, at.at_key(), message, Some(help));
    }

    pub(crate) fn exclusive(&mut self, [one, other]: [&'static str; 2], at: &Trail<'_>) {
        let message = format!("`{one}` and `{other}` exclude each other");
        self.report(Code::Exclusive, at.at_key(), message, Some("keep one of them".to_owned()));
    }

    pub(crate) fn missing_key(&mut self, object: &Object, key: &str, at: &Trail<'_>) {
        let message = format!("missing key `{key}` in the {}", object.name);
        self.report(Code::MissingKey, place_of(object, at), message, None);
    }

    pub(crate) fn missing_key_with(
        &mut self,
        object: &Object,
        key: &str,
        with: (&str, &str),
        at: &Trail<'_>,
    ) {
        let message =
            format!("missing key `{key}` in the {} whose `{}` is `{}`", object.name, with.0, with.1);
        self.report(Code::MissingKey, place_of(object, at), message, None);
    }

    pub(crate) fn missing_all(&mut self, object: &Object, keys: &[&str], at: &Trail<'_>) {
        let message = format!("missing key in the {}: {}", object.name, either(keys));
        self.report(Code::MissingKey, place_of(object, at), message, None);
    }

    pub(crate) fn missing_status(&mut self, at: &Trail<'_>) {
        let message = "missing key in the Responses Object: at least one status code".to_owned();
        self.report(Code::MissingKey, at.at_value(), message, None);
    }
}

/// Where a missing key is reported: at the object, or at the key that names the object better.
fn place_of(object: &Object, at: &Trail<'_>) -> Place {
    if object.named_by_key { at.at_key() } else { at.at_value() }
}
