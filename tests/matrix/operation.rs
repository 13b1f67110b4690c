//! Operations: a position in a document.

use serde_json::{Map, Value, json};

use super::position::{self, Alternative, Position, positions};
use super::scheme::{Scheme, Version};

/// An operation of one of the documents.
#[derive(Debug, Clone)]
pub(crate) struct Operation {
    /// Its `operationId`.
    pub(crate) id: String,
    /// Its method.
    pub(crate) method: &'static str,
    /// Its path, as the document writes it.
    pub(crate) path: String,
    /// Its own requirements; without them it takes those of the document.
    pub(crate) own: Option<Vec<Alternative>>,
    /// What it takes.
    pub(crate) input: Input,
    is_tagged: bool,
}

/// What an operation takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Input {
    /// Nothing.
    Nothing,
    /// A path parameter, a query parameter and a body, all of them required.
    Required,
}

const METHODS: [&str; 7] = ["GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "TRACE"];

impl Operation {
    fn new(scheme: Scheme, name: &str, own: Option<Vec<Alternative>>) -> Self {
        let id = format!("{}{name}", scheme.key());
        Self { path: format!("/{id}"), id, method: "GET", own, input: Input::Nothing, is_tagged: false }
    }

    /// An operation for every position of `scheme`, and, where it stands alone, for everything else that an operation can be.
    pub(super) fn all(scheme: Scheme, version: Version) -> Vec<Self> {
        let mut operations = Vec::new();
        for Position { name, requirements } in positions(scheme, version) {
            operations.push(Self::new(scheme, name, Some(requirements)));
        }
        let path = format!("/{}/methods", scheme.key());
        for method in METHODS {
            let operation = Self::alone(scheme, method);
            operations.push(Self { method, path: path.clone(), ..operation });
        }
        operations.push(Self { is_tagged: true, ..Self::alone(scheme, "Tagged") });
        let slash = Self::alone(scheme, "WithSlash");
        operations.push(Self { path: format!("{}/", slash.path), ..slash });
        let input = Self::alone(scheme, "WithInput");
        let path = format!("{}/{{id}}", input.path);
        operations.push(Self { method: "POST", path, input: Input::Required, ..input });
        operations
    }

    /// Operations in a document with a default, which override it.
    pub(super) fn overriding(scheme: Scheme) -> Vec<Self> {
        let alone = Self::alone(scheme, "Overriding");
        let mut optional = Self::alone(scheme, "OverridingOrNobody");
        optional.own.iter_mut().for_each(|requirements| requirements.push(Vec::new()));
        vec![alone, optional]
    }

    /// An operation that takes the document's requirements.
    pub(super) fn by_default(scheme: Scheme) -> Self {
        Self::new(scheme, "ByDefault", None)
    }

    /// An operation that anybody may call, whatever the document says.
    pub(super) fn public() -> Self {
        Self::new(Scheme::GUARD, "Public", Some(Vec::new()))
    }

    fn alone(scheme: Scheme, name: &str) -> Self {
        let wanted = super::Wanted { scheme, scopes: &[] };
        Self::new(scheme, name, Some(vec![vec![wanted]]))
    }

    /// Adds it to the paths of a document.
    pub(super) fn add_to(&self, paths: &mut Map<String, Value>) {
        let mut operation = json!({
            "operationId": self.id,
            "responses": {"200": {"description": "Reached."}},
        });
        if let Some(own) = &self.own {
            operation["security"] = position::json(own);
        }
        if self.is_tagged {
            operation["tags"] = json!(["Tagged"]);
        }
        if self.input == Input::Required {
            let number = json!({"type": "integer"});
            operation["parameters"] = json!([
                {"name": "id", "in": "path", "required": true, "schema": number},
                {"name": "count", "in": "query", "required": true, "schema": number},
            ]);
            let schema = json!({"type": "object", "required": ["name"], "properties": {"name": number}});
            operation["requestBody"] =
                json!({"required": true, "content": {"application/json": {"schema": schema}}});
        }
        paths.entry(&self.path).or_insert_with(|| json!({}))[self.method.to_lowercase()] = operation;
    }
}
