//! The vectors of `conformance/parameter_styles.json`, and the document that describes their parameters.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};

/// A parameter as it is sent, and what should be read of it.
#[derive(Debug)]
pub(crate) struct Vector {
    pub(crate) id: String,
    /// The operation that has the parameter.
    pub(crate) operation: String,
    pub(crate) place: String,
    pub(crate) name: String,
    pub(crate) required: bool,
    pub(crate) raw: String,
    /// `None` where it is to be refused.
    pub(crate) value: Option<Value>,
    pub(crate) absent: bool,
    /// The Parameter Object, but for its schema, and the schema.
    described: (Value, Value),
}

/// All vectors. Those whose parameters are described in the same way have one operation.
pub(crate) fn vectors() -> Vec<Vector> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("conformance/parameter_styles.json");
    let text = fs::read_to_string(path).expect("a file of the tests");
    let list: Vec<Map<String, Value>> = serde_json::from_str(&text).expect("a list of objects");
    let mut operations = BTreeMap::new();
    list.iter().map(|vector| read(vector, &mut operations)).collect()
}

fn read(vector: &Map<String, Value>, operations: &mut BTreeMap<String, String>) -> Vector {
    let text = |key: &str| vector.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let is = |key: &str| vector.get(key) == Some(&Value::Bool(true));
    let place = text("in");
    let required = is("required") || place == "path";
    let mut parameter = json!({"name": text("name"), "in": place, "required": required});
    for key in ["style", "explode", "allowReserved"] {
        if let Some(value) = vector.get(key).filter(|value| !value.is_null()) {
            parameter[key] = value.clone();
        }
    }
    if let Some(content) = vector.get("content") {
        parameter["content"] = content.clone();
    }
    let schema = vector.get("schema").cloned().unwrap_or_default();
    let next = format!("v{}", operations.len());
    let operation = operations.entry(format!("{parameter}{schema}")).or_insert(next).clone();
    Vector {
        id: text("id"),
        operation,
        place,
        name: text("name"),
        required,
        raw: text("raw"),
        value: if is("refuse") { None } else { vector.get("value").cloned() },
        absent: is("absent"),
        described: (parameter, schema),
    }
}

/// A document with the parameters of `vectors`. What an operation reads, it writes.
pub(crate) fn document<'v>(vectors: impl IntoIterator<Item = &'v Vector>) -> Value {
    let (mut paths, mut schemas) = (Map::new(), Map::new());
    for vector in vectors {
        let (mut parameter, schema) = vector.described.clone();
        let component = vector.operation.to_uppercase() + "Value";
        let reference = json!({"$ref": format!("#/components/schemas/{component}")});
        match parameter.get("content").and_then(Value::as_str).map(str::to_owned) {
            Some(media_type) => parameter["content"] = json!({ media_type: {"schema": reference} }),
            None => parameter["schema"] = reference.clone(),
        }
        let mut responses =
            json!({"200": {"description": "Read.", "content": {"application/json": {"schema": reference}}}});
        if !vector.required {
            responses["204"] = json!({"description": "Not there."});
        }
        let operation =
            json!({"operationId": vector.operation, "parameters": [parameter], "responses": responses});
        let path = if vector.place == "path" {
            format!("/{}/{{{}}}", vector.operation, vector.name)
        } else {
            format!("/{}", vector.operation)
        };
        paths.insert(path, json!({ "get": operation }));
        schemas.insert(component, schema);
    }
    json!({
        "openapi": "3.1.0",
        "info": {"title": "Parameters", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
    })
}
