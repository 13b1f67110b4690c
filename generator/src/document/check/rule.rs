//! The rules of objects that concern several keys at once, or a value beyond its form.

use serde_json::{Map, Value};

use super::Walker;
use super::object::is;
use super::trail::Trail;
use crate::document::table::{Object, RESPONSES, Rule, Version, is_token};

impl Walker {
    pub(super) fn rule(
        &mut self,
        rule: &Rule,
        object: &'static Object,
        map: &Map<String, Value>,
        at: &Trail<'_>,
    ) {
        match *rule {
            Rule::Exclusive(one, other) => self.check_exclusive([one, other], object, map, at),
            Rule::AtLeastOne(versions, keys) => {
                if versions.contain(self.version) && !keys.iter().any(|key| map.contains_key(*key)) {
                    self.missing_all(object, keys, at);
                }
            }
            Rule::Needed { key, with: (beside, value), versions } => {
                if versions.contain(self.version) && is(map, beside, value) && !map.contains_key(key) {
                    self.missing_key_with(object, key, (beside, value), at);
                }
            }
            Rule::True { key, with: (beside, value) } => {
                if is(map, beside, value) && map.get(key) == Some(&Value::Bool(false)) {
                    let what = format!("must be true where `{beside}` is `{value}`");
                    self.wrong_value(&at.any_key(key, object), &what, None);
                }
            }
            Rule::ReferenceAlone => self.check_reference_alone(object, map, at),
            Rule::WholeQuery => self.check_whole_query(object, map, at),
            Rule::StyleOfPlace => self.check_style(object, map, at),
            Rule::HeaderName => self.check_header_name(object, map, at),
            Rule::IgnoredParameter => self.check_ignored_parameter(object, map, at),
            Rule::IgnoredHeader => self.check_ignored_header(map, at),
            Rule::SomeStatus => {
                if map.keys().all(|key| key.starts_with("x-")) {
                    self.missing_status(at);
                }
            }
            Rule::Answers => {
                let is_served = !self.in_documentation && !self.in_webhook;
                if self.version >= Version::V3_1 && is_served && !map.contains_key("responses") {
                    self.unanswered(at);
                }
            }
            Rule::ContentOfStatus => self.check_content_of_status(object, map, at),
            Rule::EncodingOfForms => self.check_encoding(object, map, at),
            Rule::NullableType => {
                let beside = map.contains_key("type") || is_one(map.get("allOf"));
                if self.version == Version::V3_0 && map.contains_key("nullable") && !beside {
                    self.no_effect(&at.any_key("nullable", object), "it needs `type` beside it");
                }
            }
            Rule::DefaultAmongEnum => self.check_default(object, map, at),
        }
    }

    /// The key that comes second is the one too many.
    fn check_exclusive(
        &mut self,
        pair: [&'static str; 2],
        object: &'static Object,
        map: &Map<String, Value>,
        at: &Trail<'_>,
    ) {
        if let Some(second) = map.keys().filter(|key| pair.contains(&key.as_str())).nth(1) {
            self.exclusive(pair, &at.any_key(second, object));
        }
    }

    fn check_header_name(&mut self, object: &'static Object, map: &Map<String, Value>, at: &Trail<'_>) {
        if let Some(Value::String(name)) = map.get("name")
            && let Some(what) = ["header", "cookie"].into_iter().find(|place| is(map, "in", place))
            && !name.is_empty()
            && !is_token(name)
        {
            let help = format!("a {what} name has letters, digits and `-`, and no space");
            self.wrong_value(&at.any_key("name", object), &format!("is no {what} name"), Some(help));
        }
    }

    fn check_ignored_parameter(&mut self, object: &'static Object, map: &Map<String, Value>, at: &Trail<'_>) {
        let Some(Value::String(name)) = map.get("name") else { return };
        let ignored = IGNORED_PARAMETERS.iter().find(|(ignored, _)| ignored.eq_ignore_ascii_case(name));
        if let Some((_, help)) = ignored
            && is(map, "in", "header")
        {
            self.ignored_header(at.any_key("name", object).at_value(), name, help);
        }
    }

    fn check_ignored_header(&mut self, map: &Map<String, Value>, at: &Trail<'_>) {
        let Some(Value::Object(headers)) = map.get("headers") else { return };
        for name in headers.keys().filter(|name| name.eq_ignore_ascii_case("content-type")) {
            let place = at.entry("headers").entry(name).at_key();
            self.ignored_header(place, name, "the media types under `content` describe it");
        }
    }

    fn check_content_of_status(&mut self, object: &'static Object, map: &Map<String, Value>, at: &Trail<'_>) {
        let Some(status) = at.name() else { return };
        let empty = matches!(status.as_bytes(), [b'1', _, _]) || matches!(status, "204" | "205" | "304");
        let listed = at.object().is_some_and(|holder| std::ptr::eq(holder, &RESPONSES));
        let has_content =
            map.get("content").and_then(Value::as_object).is_some_and(|content| !content.is_empty());
        if empty && listed && has_content {
            self.no_effect(
                &at.any_key("content", object),
                &format!("a response of status {status} has no content"),
            );
        }
    }

    fn check_encoding(&mut self, object: &'static Object, map: &Map<String, Value>, at: &Trail<'_>) {
        let Some(media_type) = at.name() else { return };
        if map.contains_key("encoding") && !may_be_form(&media_type.to_ascii_lowercase()) {
            self.no_effect(&at.any_key("encoding", object), "only forms have one");
        }
    }

    fn check_default(&mut self, object: &'static Object, map: &Map<String, Value>, at: &Trail<'_>) {
        if let Some(Value::Array(values)) = map.get("enum")
            && let Some(default @ Value::String(_)) = map.get("default")
            && self.version >= Version::V3_1
            && !values.contains(default)
        {
            self.wrong_value(&at.any_key("default", object), "must be one of the `enum`", None);
        }
    }
}

/// What the specification ignores as a header parameter (Parameter Object, `name`), and what describes it instead.
const IGNORED_PARAMETERS: [(&str, &str); 3] = [
    ("Accept", "the media types of the responses describe it"),
    ("Authorization", "a security scheme describes it"),
    ("Content-Type", "the media types of the request body describe it"),
];

fn is_one(members: Option<&Value>) -> bool {
    members.and_then(Value::as_array).is_some_and(|members| members.len() == 1)
}

/// Whether a media type, in lower case, has parts with encodings of their own, or is a range with one that has.
fn may_be_form(media_type: &str) -> bool {
    media_type.starts_with("multipart/")
        || media_type.starts_with("application/x-www-form-urlencoded")
        || media_type.contains('*')
}
