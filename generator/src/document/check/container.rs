//! Maps and lists.

use std::collections::HashSet;

use serde_json::Value;

use super::Walker;
use super::quote::quoted;
use super::trail::Trail;
use crate::document::table::{List, Map, Unique};

impl Walker {
    pub(super) fn map(&mut self, shape: &Map, map: &serde_json::Map<String, Value>, at: &Trail<'_>) {
        if shape.single && map.len() != 1 {
            self.wrong_value(at, "must have exactly one entry", None);
        }
        let may_repeat = shape.names.ignore_case() && map.len() > 1;
        let mut seen = HashSet::new();
        for (name, value) in map {
            let at = at.entry(name);
            if !shape.names.admit(name) {
                self.wrong_name(shape.names, name, &at);
            }
            if may_repeat && !seen.insert(shape.names.folded(name)) {
                self.same_name(shape.names, name, &at);
            }
            self.value(&shape.values, value, &at);
        }
    }

    pub(super) fn list(&mut self, shape: &List, items: &[Value], at: &Trail<'_>) {
        if items.is_empty() && shape.filled.is_some_and(|versions| versions.contain(self.version)) {
            self.wrong_value(at, "must not be empty", None);
        }
        let mut seen = HashSet::new();
        for (index, item) in items.iter().enumerate() {
            let at = at.item(index);
            self.value(&shape.items, item, &at);
            let Some(text) = distinct(shape.unique, item) else { continue };
            if items.len() > 1 && !seen.insert(text) {
                self.repeated(shape.unique, text, &at);
            }
        }
    }

    fn repeated(&mut self, unique: Unique, text: &str, at: &Trail<'_>) {
        let what = format!("is {} for the second time", quoted(text));
        match unique {
            Unique::Nothing => {}
            Unique::Item => self.wrong_value(at, &what, None),
            Unique::Key(key) => self.wrong_value(&at.entry(key), &what, None),
        }
    }
}

/// The string of an item that no other item may have.
fn distinct(unique: Unique, item: &Value) -> Option<&str> {
    match unique {
        Unique::Nothing => None,
        Unique::Item => item.as_str(),
        Unique::Key(key) => item.get(key)?.as_str(),
    }
}
