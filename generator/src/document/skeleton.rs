//! The document without its schemas, as `openapiv3` reads it.

use openapiv3::OpenAPI;
use serde_json::{Map, Value, json};

use crate::source::Pointer;

/// Reads `tree` with each schema of `schemas` replaced by a reference to where it stands, and without what is documentation.
///
/// `openapiv3` knows the schemas of OpenAPI 3.0 alone and forgets what it does not know; the placeholder keeps the place,
/// and the schema is read from the tree itself.
///
/// # Errors
///
/// When `openapiv3` has stricter views than the table; its message names no place.
pub(super) fn skeleton(
    tree: &Value,
    schemas: &[Pointer],
    documentation: &[Pointer],
) -> Result<OpenAPI, serde_json::Error> {
    let mut tree = tree.clone();
    for pointer in schemas {
        if let Some(schema) = tree.pointer_mut(pointer.as_str()) {
            *schema = json!({ "$ref": format!("#{pointer}") });
        }
    }
    stand_in_for_mutual_tls(&mut tree);
    for pointer in documentation {
        remove(&mut tree, pointer);
    }
    if let Some(root) = tree.as_object_mut() {
        root.entry("paths").or_insert_with(|| Value::Object(Map::new()));
    }
    serde_json::from_value(tree)
}

/// `openapiv3` does not know what OpenAPI 3.1 adds to the types of security schemes.
fn stand_in_for_mutual_tls(tree: &mut Value) {
    let schemes = tree.pointer_mut("/components/securitySchemes").and_then(Value::as_object_mut);
    for scheme in schemes.into_iter().flat_map(Map::values_mut) {
        if scheme.get("type").and_then(Value::as_str) == Some("mutualTLS") {
            *scheme = json!({ "type": "http", "scheme": "mutualTLS" });
        }
    }
}

fn remove(tree: &mut Value, pointer: &Pointer) {
    let (Some(parent), Some(name)) = (pointer.parent(), pointer.tokens().last()) else { return };
    if let Some(Value::Object(object)) = tree.pointer_mut(parent.as_str()) {
        object.shift_remove(name.as_ref());
    }
}
