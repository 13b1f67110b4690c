//! Path items: their operations, of whatever method.

use std::collections::BTreeMap;

use openapiv3::{Parameter, ReferenceOr};
use serde_json::{Map, Value};

use super::stand_in;
use crate::source::Pointer;

/// A Path Item Object that is no reference.
#[derive(Debug)]
pub struct PathItem {
    /// Where it stands.
    pub at: Pointer,
    /// The parameters that its operations share.
    pub parameters: Vec<ReferenceOr<Parameter>>,
    /// Its operations, in the order of the document.
    pub operations: Vec<Operation>,
}

/// An Operation Object, and what its place says of it.
#[derive(Debug)]
pub struct Operation {
    /// The method, as it is sent.
    pub method: String,
    /// Where it stands.
    pub at: Pointer,
    /// The Operation Object itself.
    pub object: openapiv3::Operation,
}

/// The methods that have a key of their own in a Path Item Object, by the key; `query` since OpenAPI 3.2.
const KEYS: [&str; 9] = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/// Takes the path items out of `tree`: those of paths, of webhooks that are left, and of components.
pub(super) fn lift(tree: &mut Value) -> Result<BTreeMap<Pointer, PathItem>, serde_json::Error> {
    let mut lifted = BTreeMap::new();
    let root = Pointer::root();
    for holder in
        [root.member("paths"), root.member("webhooks"), root.member("components").member("pathItems")]
    {
        let Some(Value::Object(items)) = tree.pointer_mut(holder.as_str()).map(Value::take) else { continue };
        for (name, item) in items {
            let at = holder.member(&name);
            let is_extension = name.starts_with("x-") && holder.as_str() == "/paths";
            if let Value::Object(item) = item
                && !is_extension
                && !item.contains_key("$ref")
            {
                lifted.insert(at.clone(), path_item(item, at)?);
            }
        }
    }
    Ok(lifted)
}

fn path_item(item: Map<String, Value>, at: Pointer) -> Result<PathItem, serde_json::Error> {
    let mut operations = Vec::new();
    let mut item = Value::Object(item);
    stand_in::parameters(&mut item);
    let parameters = item.get_mut("parameters").map(Value::take);
    let parameters = parameters.map(serde_json::from_value).transpose()?.unwrap_or_default();
    let Value::Object(item) = item else { return Ok(PathItem { at, parameters, operations }) };
    for (key, value) in item {
        match (key.as_str(), value) {
            (key, value) if KEYS.contains(&key) => {
                operations.push(operation(key.to_uppercase(), value, at.member(key))?);
            }
            ("additionalOperations", Value::Object(more)) => {
                let at = at.member("additionalOperations");
                for (method, value) in more {
                    let at = at.member(&method);
                    operations.push(operation(method, value, at)?);
                }
            }
            _ => {}
        }
    }
    Ok(PathItem { at, parameters, operations })
}

fn operation(method: String, mut value: Value, at: Pointer) -> Result<Operation, serde_json::Error> {
    stand_in::in_operation(&mut value);
    if at.as_str().starts_with("/webhooks/")
        && let Some(operation) = value.as_object_mut()
    {
        // What their receivers answer is documentation.
        operation.entry("responses").or_insert_with(|| Value::Object(Map::new()));
    }
    Ok(Operation { method, at, object: serde_json::from_value(value)? })
}
