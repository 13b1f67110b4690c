//! Schemas of the suite as the components of a document, each the body of one operation.

use std::collections::BTreeSet;

use specwright_runtime::encode::to_vec;
use specwright_runtime::json::Json;

use crate::suite::Group;

/// The version of OpenAPI that a document is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Version {
    V3_0,
    V3_1,
}

/// A document, and the URIs and names that no other schema in it may have.
#[derive(Debug)]
pub(crate) struct Document {
    version: Version,
    schemas: Vec<(String, Json)>,
    paths: Vec<(String, Json)>,
    taken: BTreeSet<String>,
}

/// A schema as a document has it, with the documents that it refers to.
pub(crate) struct Entry {
    /// The operation, the component and the path.
    name: String,
    schemas: Vec<(String, Json)>,
    /// The URIs that are in it.
    ids: BTreeSet<String>,
}

impl Entry {
    /// The schema of `group`, which becomes the operation `name`.
    ///
    /// In 3.1 what has no `$id` gets one, because references in it are from the schema on, and not from the document.
    pub(crate) fn of(name: &str, version: Version, group: &Group, remotes: &[(String, Json)]) -> Self {
        let (own, component) = (format!("https://suite.example/{name}"), component(name));
        let schema = if version == Version::V3_1 {
            with_id(&group.schema, &own)
        } else {
            moved(&group.schema, &component)
        };
        let mut schemas = vec![(component.clone(), schema)];
        // What refers to a document has its file's name somewhere.
        let mut next = 0;
        while version == Version::V3_1 && next < schemas.len() {
            let text = String::from_utf8(to_vec(&schemas[next].1)).unwrap();
            for (path, remote) in remotes {
                let file = path.rsplit('/').next().unwrap_or_default();
                let name = format!("{component}_{}", path.replace(['/', '.', '-'], "_"));
                if text.contains(file) && schemas.iter().all(|(known, _)| *known != name) {
                    let uri = format!("http://localhost:1234/{path}");
                    schemas.push((name, with_id(remote, &uri)));
                }
            }
            next += 1;
        }
        let mut ids = BTreeSet::new();
        schemas.iter().for_each(|(_, schema)| collect_ids(schema, &mut ids));
        Self { name: name.to_owned(), schemas, ids }
    }
}

/// What the schema of the operation `name` is called, which is not what its answers are.
fn component(name: &str) -> String {
    format!("schema_{name}")
}

fn with_id(schema: &Json, id: &str) -> Json {
    match schema {
        Json::Object(members) if schema.get("$id").is_none() => {
            let id = ("$id".to_owned(), Json::from(id));
            Json::Object([id].into_iter().chain(members.iter().cloned()).collect())
        }
        other => other.clone(),
    }
}

/// The schema with references from the document on, where 3.0 has no `$id`.
fn moved(schema: &Json, name: &str) -> Json {
    match schema {
        Json::Object(members) => Json::Object(
            members
                .iter()
                .map(|(key, value)| match value.as_str().and_then(|text| text.strip_prefix('#')) {
                    Some(rest) if key == "$ref" => {
                        (key.clone(), Json::from(format!("#/components/schemas/{name}{rest}")))
                    }
                    _ => (key.clone(), moved(value, name)),
                })
                .collect(),
        ),
        Json::Array(items) => Json::Array(items.iter().map(|item| moved(item, name)).collect()),
        other => other.clone(),
    }
}

fn collect_ids(schema: &Json, ids: &mut BTreeSet<String>) {
    ids.extend(schema.get("$id").and_then(Json::as_str).map(str::to_owned));
    schema.members().iter().for_each(|(_, value)| collect_ids(value, ids));
    schema.items().iter().for_each(|value| collect_ids(value, ids));
}

impl Document {
    pub(crate) fn new(version: Version) -> Self {
        Self { version, schemas: Vec::new(), paths: Vec::new(), taken: BTreeSet::new() }
    }

    /// How many operations there are.
    pub(crate) fn len(&self) -> usize {
        self.paths.len()
    }

    /// Adds an operation, unless another one has its URIs.
    pub(crate) fn add(&mut self, entry: &Entry) -> bool {
        if !self.taken.is_disjoint(&entry.ids) {
            return false;
        }
        self.taken.extend(entry.ids.iter().cloned());
        self.schemas.extend(entry.schemas.iter().cloned());
        let reference =
            object([("$ref", Json::from(format!("#/components/schemas/{}", component(&entry.name))))]);
        let content = object([("application/json", object([("schema", reference)]))]);
        let operation = object([
            ("operationId", Json::from(entry.name.as_str())),
            ("requestBody", object([("required", Json::from(true)), ("content", content)])),
            ("responses", object([("204", object([("description", Json::from("It is good."))]))])),
        ]);
        self.paths.push((format!("/{}", entry.name), object([("post", operation)])));
        true
    }

    /// The document as JSON.
    pub(crate) fn json(&self) -> Vec<u8> {
        let version = if self.version == Version::V3_0 { "3.0.4" } else { "3.1.2" };
        to_vec(&object([
            ("openapi", Json::from(version)),
            ("info", object([("title", Json::from("Suite")), ("version", Json::from("1"))])),
            ("paths", Json::Object(self.paths.clone())),
            ("components", object([("schemas", Json::Object(self.schemas.clone()))])),
        ]))
    }
}

fn object<const N: usize>(members: [(&str, Json); N]) -> Json {
    Json::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}
