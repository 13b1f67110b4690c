//! Objects: their keys, and what is missing among them.

use serde_json::{Map, Value};

use super::trail::Trail;
use super::{Shape, Walker};
use crate::document::Webhooks;
use crate::document::table::{Found, Key, OPERATION, Object, State};

impl Walker {
    pub(super) fn object(&mut self, object: &'static Object, map: &Map<String, Value>, at: &Trail<'_>) {
        for (name, value) in map {
            match object.find(name, self.version) {
                Found::Key(key) => {
                    let at = at.key(name, object, key);
                    if let Some((beside, found)) = pointless(object, key, map) {
                        self.no_effect_with(&at, beside, found);
                    }
                    self.key(key, value, &at);
                }
                Found::Extension => {}
                Found::Reserved => self.reserved_key(&at.any_key(name, object)),
                Found::Elsewhere(key) => self.key_of_other_version(key, &at.any_key(name, object)),
                Found::Unknown => self.unknown_key(object, name, &at.any_key(name, object)),
            }
        }
        for key in object.keys {
            if let Some(name) = key.fixed()
                && self.is_required(key, map)
                && !map.contains_key(name)
            {
                self.missing_key(object, name, at);
            }
        }
        for rule in object.rules {
            self.rule(rule, object, map, at);
        }
    }

    /// The value of a key, as far as the state of the key asks for.
    fn key(&mut self, key: &'static Key, value: &Value, at: &Trail<'_>) {
        match key.state {
            State::Used if self.in_webhook && is_of_the_receiver(key, at) => {
                return self.documentation(&key.shape, value, at);
            }
            State::Used | State::Annotation => {}
            State::Webhooks if self.webhooks == Webhooks::Requests => {
                self.in_webhook = true;
                self.value(&key.shape, value, at);
                self.in_webhook = false;
                return;
            }
            State::Documentation | State::Webhooks => return self.documentation(&key.shape, value, at),
            State::NoEffect(why) => self.no_effect(at, why),
            State::Refused(instead) => self.unsupported_key(at, instead),
        }
        self.value(&key.shape, value, at);
    }

    fn documentation(&mut self, shape: &Shape, value: &Value, at: &Trail<'_>) {
        if !self.in_documentation {
            self.checked.documentation.push(at.pointer());
        }
        let outer = std::mem::replace(&mut self.in_documentation, true);
        self.value(shape, value, at);
        self.in_documentation = outer;
    }

    fn is_required(&self, key: &Key, map: &Map<String, Value>) -> bool {
        key.versions.contain(self.version)
            && key.required.is_some_and(|versions| versions.contain(self.version))
            && key.with.is_none_or(|(beside, value)| is(map, beside, value))
    }
}

/// What an operation says of who receives a webhook: their answers, and the credentials that they ask for.
fn is_of_the_receiver(key: &Key, at: &Trail<'_>) -> bool {
    let of_operation = at.object().is_some_and(|object| std::ptr::eq(object, &OPERATION));
    of_operation && matches!(key.fixed(), Some("responses" | "security"))
}

/// Whether `key` has the string `value`.
pub(super) fn is(map: &Map<String, Value>, key: &str, value: &str) -> bool {
    map.get(key).and_then(Value::as_str) == Some(value)
}

/// The key beside `key` that takes its meaning away, and its value. A value that is wrong itself does not.
fn pointless<'a>(object: &Object, key: &Key, map: &'a Map<String, Value>) -> Option<(&'static str, &'a str)> {
    let (beside, meaningful) = key.with?;
    let found = map.get(beside)?.as_str()?;
    let known = object.keys.iter().any(|other| other.with.is_some_and(|with| with == (beside, found)));
    (found != meaningful && known).then_some((beside, found))
}
