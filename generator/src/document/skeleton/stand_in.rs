//! Stand-ins for what OpenAPI 3.1 and 3.2 add to objects that `openapiv3` reads.

use serde_json::{Map, Value, json};

/// In the Components Object.
pub(super) fn in_components(tree: &mut Value) {
    each(tree, "/components/securitySchemes", mutual_tls);
    each(tree, "/components/parameters", parameter);
    each(tree, "/components/responses", response);
}

/// In an Operation Object.
pub(super) fn in_operation(operation: &mut Value) {
    parameters(operation);
    each(operation, "/responses", response);
}

/// In the parameters of a Path Item Object or an Operation Object.
pub(super) fn parameters(holder: &mut Value) {
    let list = holder.get_mut("parameters").and_then(Value::as_array_mut);
    list.into_iter().flatten().for_each(parameter);
}

fn each(tree: &mut Value, pointer: &str, then: fn(&mut Value)) {
    let map = tree.pointer_mut(pointer).and_then(Value::as_object_mut);
    map.into_iter().flat_map(Map::values_mut).for_each(then);
}

/// `mutualTLS`, since 3.1.
fn mutual_tls(scheme: &mut Value) {
    if scheme.get("type").and_then(Value::as_str) == Some("mutualTLS") {
        *scheme = json!({ "type": "http", "scheme": "mutualTLS" });
    }
}

/// `in: querystring` and `style: cookie`, since 3.2. The model reads both keys from the tree.
fn parameter(parameter: &mut Value) {
    let Some(parameter) = parameter.as_object_mut() else { return };
    parameter.shift_remove("style");
    if let Some(place @ Value::String(_)) = parameter.get_mut("in")
        && place == "querystring"
    {
        *place = json!("query");
    }
}

/// A `description` that is not there, since 3.2.
fn response(response: &mut Value) {
    if let Some(response) = response.as_object_mut().filter(|response| !response.contains_key("$ref")) {
        response.entry("description").or_insert_with(|| json!(""));
    }
}
