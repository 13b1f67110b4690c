//! The crate `jsonschema`, which says what is valid by a schema of the document.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE, URL_SAFE_NO_PAD};
use jsonschema::Validator;
use serde_json::{Map, Value, json};

/// Which way a value goes: what it is of a property that goes the other way is not looked at.
#[derive(Clone, Copy)]
pub(crate) enum Way {
    Request,
    Response,
}

/// The judge of the component `name`.
pub(crate) fn judge(name: &str, way: Way) -> Validator {
    let document = include_str!("../../round_trip/spec.yaml");
    let mut document: Value = serde_yaml::from_str(document).unwrap();
    spell_out(&mut document["components"]["schemas"], way);
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$ref": format!("#/components/schemas/{name}"),
        "components": document["components"],
    });
    jsonschema::options()
        .should_validate_formats(true)
        .with_format("base64", |text: &str| STANDARD.decode(text).is_ok())
        .with_format("base64url", |text: &str| {
            URL_SAFE.decode(text).is_ok() || URL_SAFE_NO_PAD.decode(text).is_ok()
        })
        .with_format("base16", |text: &str| {
            text.len().is_multiple_of(2) && text.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
        .with_format("hostname", is_hostname)
        .build(&schema)
        .unwrap()
}

/// RFC 1123, section 2.1. The judge's own refuses `a1--b`, too, which hosts are called and registries merely reserve (RFC 5890, 2.3.1).
fn is_hostname(text: &str) -> bool {
    let is_label = |label: &str| {
        let is_good = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        !label.is_empty() && !label.starts_with('-') && !label.ends_with('-') && label.chars().all(is_good)
    };
    text.split('.').all(is_label)
}

/// Writes down, in keywords that the judge asserts, what a server asserts though JSON Schema leaves it open:
///
/// - `contentEncoding` is a format, and base64url may be without padding (RFC 4648, 3.2; RFC 7515, 2);
/// - the formats `int32`, `int64` and `float` are bounds (OpenAPI Format Registry);
/// - what goes the other way (`readOnly`, `writeOnly`) is neither required nor looked at.
fn spell_out(schema: &mut Value, way: Way) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(|item| spell_out(item, way)),
        Value::Object(members) => {
            members.values_mut().for_each(|member| spell_out(member, way));
            if let Some(encoding) = members.get("contentEncoding").cloned() {
                members.insert("format".into(), encoding);
            }
            match members.get("format").and_then(Value::as_str) {
                Some("int32") => between(members, json!(i32::MIN), json!(i32::MAX)),
                Some("float") => between(members, json!(f64::from(f32::MIN)), json!(f64::from(f32::MAX))),
                _ => {}
            }
            leave_out(members, way);
        }
        _ => {}
    }
}

fn between(members: &mut Map<String, Value>, min: Value, max: Value) {
    members.insert("minimum".into(), min);
    members.insert("maximum".into(), max);
}

fn leave_out(members: &mut Map<String, Value>, way: Way) {
    let other = match way {
        Way::Request => "readOnly",
        Way::Response => "writeOnly",
    };
    let Some(properties) = members.get_mut("properties").and_then(Value::as_object_mut) else { return };
    let mut left_out = Vec::new();
    for (name, property) in properties {
        if property.get(other) == Some(&Value::Bool(true)) {
            left_out.push(name.clone());
            *property = Value::Bool(true);
        }
    }
    if let Some(required) = members.get_mut("required").and_then(Value::as_array_mut) {
        required.retain(|name| !left_out.iter().any(|left_out| name == left_out));
    }
}
