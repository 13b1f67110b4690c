//! Documents: every scheme in every position.

use serde_json::{Map, Value, json};

use super::operation::Operation;
use super::position::{self, Alternative, Wanted};
use super::scheme::{Scheme, Version, schemes};

/// A document.
#[derive(Debug)]
pub(crate) struct Document {
    /// What it is called, and the module with its server.
    pub(crate) name: String,
    /// Its version.
    pub(crate) version: Version,
    /// What it requires of operations that require nothing themselves.
    pub(crate) default: Option<Vec<Alternative>>,
    /// Its operations.
    pub(crate) operations: Vec<Operation>,
}

/// All documents: in each version one without a default, one whose default is overridden, and for each scheme one whose default
/// it is.
pub(crate) fn documents() -> Vec<Document> {
    [Version::V30, Version::V31].into_iter().flat_map(of_version).collect()
}

fn of_version(version: Version) -> Vec<Document> {
    let public = || [Operation::public()];
    let own = schemes(version).flat_map(|scheme| Operation::all(scheme, version));
    let overriding = schemes(version).flat_map(Operation::overriding);
    let mut documents = vec![
        Document::new("own", version, None, public().into_iter().chain(own).collect()),
        Document::new(
            "overriding",
            version,
            Some(Scheme::GUARD),
            public().into_iter().chain(overriding).collect(),
        ),
    ];
    for scheme in schemes(version) {
        let operations = public().into_iter().chain([Operation::by_default(scheme)]).collect();
        let name = format!("by_default_{}", scheme.key().to_lowercase());
        documents.push(Document::new(&name, version, Some(scheme), operations));
    }
    documents
}

impl Document {
    fn new(name: &str, version: Version, default: Option<Scheme>, operations: Vec<Operation>) -> Self {
        let name = match version {
            Version::V30 => format!("{name}_30"),
            Version::V31 => format!("{name}_31"),
        };
        let default = default.map(|scheme| vec![vec![Wanted { scheme, scopes: &[] }]]);
        Self { name, version, default, operations }
    }

    /// What `operation` requires, as a reader of the document understands it.
    pub(crate) fn required<'d>(&'d self, operation: &'d Operation) -> &'d [Alternative] {
        operation.own.as_deref().or(self.default.as_deref()).unwrap_or_default()
    }

    /// The schemes that are declared.
    pub(crate) fn schemes(&self) -> impl Iterator<Item = Scheme> {
        let references = schemes(self.version).map(Scheme::by_reference);
        schemes(self.version).chain(references).chain([Scheme::GUARD])
    }

    /// The document as it is written down.
    pub(crate) fn json(&self) -> Value {
        let mut paths = Map::new();
        self.operations.iter().for_each(|operation| operation.add_to(&mut paths));
        let schemes: Map<_, _> = self.schemes().map(|scheme| (scheme.key(), scheme.json())).collect();
        let mut document = json!({
            "openapi": match self.version {
                Version::V30 => "3.0.3",
                Version::V31 => "3.1.0",
            },
            "info": {"title": self.name, "version": "1"},
            "paths": paths,
            "components": {"securitySchemes": schemes},
        });
        if let Some(default) = &self.default {
            document["security"] = position::json(default);
        }
        document
    }
}
