//! The schema resources of documents, and what is found in them.

use std::collections::BTreeMap;

use super::uri;
use crate::json::Json;

/// A schema resource (JSON Schema Core, section 4.3.5).
#[derive(Debug)]
pub(super) struct Resource {
    pub(super) root: &'static Json,
    anchors: BTreeMap<&'static str, &'static Json>,
    pub(super) dynamic: BTreeMap<&'static str, &'static Json>,
}

/// All resources by their own URIs.
#[derive(Debug, Default)]
pub(super) struct Resources {
    all: BTreeMap<String, Resource>,
    /// By the URIs at which documents are found, their own.
    found: BTreeMap<String, String>,
}

/// What a reference means.
pub(super) struct Target {
    pub(super) schema: &'static Json,
    pub(super) base: String,
    /// Whether the reference names a `$dynamicAnchor`.
    pub(super) is_dynamic: bool,
}

/// The base inside a schema.
pub(super) fn base_of(schema: &'static Json, base: &str) -> String {
    let id = schema.get("$id").and_then(Json::as_str);
    id.map_or_else(|| base.to_owned(), |id| uri::join(base, id.trim_end_matches('#')))
}

impl Resources {
    /// Takes in a document that is found at a URI.
    pub(super) fn add(&mut self, uri: &str, document: &'static Json) {
        self.found.insert(uri.to_owned(), base_of(document, uri));
        self.visit(document, uri);
    }

    pub(super) fn get(&self, base: &str) -> Option<&Resource> {
        self.all.get(base)
    }

    fn visit(&mut self, schema: &'static Json, outer: &str) {
        let base = base_of(schema, outer);
        let resource = self.all.entry(base.clone()).or_insert_with(|| Resource {
            root: schema,
            anchors: BTreeMap::new(),
            dynamic: BTreeMap::new(),
        });
        if let Some(name) = schema.get("$anchor").and_then(Json::as_str) {
            resource.anchors.insert(name, schema);
        }
        if let Some(name) = schema.get("$dynamicAnchor").and_then(Json::as_str) {
            resource.dynamic.insert(name, schema);
        }
        for (keyword, value) in schema.members() {
            match keyword.as_str() {
                "$defs" | "properties" | "patternProperties" | "dependentSchemas" => {
                    value.members().iter().for_each(|(_, schema)| self.visit(schema, &base));
                }
                "allOf" | "anyOf" | "oneOf" | "prefixItems" => {
                    value.items().iter().for_each(|schema| self.visit(schema, &base));
                }
                "const" | "enum" | "default" | "examples" => {}
                _ => self.visit(value, &base),
            }
        }
    }

    /// What a reference means; otherwise why it means nothing.
    pub(super) fn target(&self, base: &str, reference: &str) -> Result<Target, String> {
        let target = uri::join(base, reference);
        let (uri, fragment) = uri::split(&target);
        let uri = self.found.get(uri).map_or(uri, String::as_str);
        let resource = self.all.get(uri).ok_or_else(|| format!("{uri} is not there"))?;
        if fragment.is_empty() || fragment.starts_with('/') {
            let (schema, base) = follow(resource.root, uri, &fragment);
            let schema = schema.ok_or_else(|| format!("{target} is not there"))?;
            return Ok(Target { schema, base, is_dynamic: false });
        }
        let dynamic = resource.dynamic.get(&*fragment);
        let schema = dynamic.or(resource.anchors.get(&*fragment));
        let schema = schema.ok_or_else(|| format!("{target} is not there"))?;
        Ok(Target { schema, base: uri.to_owned(), is_dynamic: dynamic.is_some() })
    }
}

/// What is at a JSON pointer (RFC 6901), and the base around it.
fn follow(root: &'static Json, base: &str, pointer: &str) -> (Option<&'static Json>, String) {
    let (mut found, mut base) = (Some(root), base.to_owned());
    for step in pointer.split('/').skip(1) {
        let step = step.replace("~1", "/").replace("~0", "~");
        if let Some(schema) = found.filter(|schema| !std::ptr::eq(*schema, root)) {
            base = base_of(schema, &base);
        }
        found = found.and_then(|json| match json {
            Json::Array(items) => items.get(step.parse::<usize>().ok()?),
            _ => json.get(&step),
        });
    }
    (found, base)
}
