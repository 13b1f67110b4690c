//! The rules of parameters and path items.

use serde_json::{Map, Value};

use super::Walker;
use super::object::is;
use super::quote::either;
use super::trail::Trail;
use crate::document::table::{Object, Version};

impl Walker {
    pub(super) fn check_whole_query(
        &mut self,
        object: &'static Object,
        map: &Map<String, Value>,
        at: &Trail<'_>,
    ) {
        if !is(map, "in", "querystring") || self.version < Version::V3_2 {
            return;
        }
        for key in
            ["schema", "style", "explode", "allowReserved"].into_iter().filter(|key| map.contains_key(*key))
        {
            let at = at.any_key(key, object);
            self.wrong_key(
                &at,
                "does not go with `in: querystring`",
                "describe the whole query by `content`",
            );
        }
    }

    /// `style` in a place that has no such style.
    pub(super) fn check_style(&mut self, object: &'static Object, map: &Map<String, Value>, at: &Trail<'_>) {
        let (Some(Value::String(style)), Some(Value::String(place))) = (map.get("style"), map.get("in"))
        else {
            return;
        };
        let is_known = STYLES.iter().any(|(_, styles)| styles.contains(&style.as_str()));
        let Some((_, styles)) = STYLES.iter().find(|(other, _)| other == place).filter(|_| is_known) else {
            return;
        };
        if !styles.contains(&style.as_str()) {
            let what = format!("is no style of what is in `{place}`");
            let is_newer = |style: &str| style == "cookie" && self.version < Version::V3_2;
            let known: Vec<&str> = styles.iter().copied().filter(|style| !is_newer(style)).collect();
            self.wrong_value(&at.any_key("style", object), &what, Some(format!("write {}", either(&known))));
        }
    }

    pub(super) fn check_reference_alone(
        &mut self,
        object: &'static Object,
        map: &Map<String, Value>,
        at: &Trail<'_>,
    ) {
        if !map.contains_key("$ref") {
            return;
        }
        let texts = ["$ref", "summary", "description"];
        for name in map.keys().filter(|name| !texts.contains(&name.as_str()) && !name.starts_with("x-")) {
            self.beside_path_item(&at.any_key(name, object));
        }
    }
}

/// The styles of each place (Parameter Object, "Style Values").
const STYLES: [(&str, &[&str]); 4] = [
    ("path", &["simple", "label", "matrix"]),
    ("query", &["form", "spaceDelimited", "pipeDelimited", "deepObject"]),
    ("header", &["simple"]),
    ("cookie", &["form", "cookie"]),
];
