//! Media types by reference, which OpenAPI 3.2 has and `openapiv3` has not.

use serde_json::{Map, Value};

use crate::source::Pointer;

/// So many references may lead to one another.
const CHAIN: usize = 64;

/// Puts what each reference of `references` leads to in its place; nothing where it leads nowhere, which the model reports.
pub(super) fn put_in(tree: &mut Value, references: &[Pointer]) {
    let meant: Vec<Value> = references.iter().map(|at| meant(tree, at)).collect();
    for (at, media_type) in references.iter().zip(meant) {
        if let Some(place) = tree.pointer_mut(at.as_str()) {
            *place = media_type;
        }
    }
}

fn meant(tree: &Value, at: &Pointer) -> Value {
    let mut found = at.of(tree);
    for _ in 0..CHAIN {
        let Some(object) = found else { break };
        let Some(reference) = object.get("$ref").and_then(Value::as_str) else { return object.clone() };
        let (_, fragment) = reference.split_once('#').unwrap_or_default();
        found = Pointer::of_fragment(fragment).and_then(|target| tree.pointer(target.as_str()));
    }
    Value::Object(Map::new())
}
