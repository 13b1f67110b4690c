//! Schema resources: what has a URI of its own, and the anchors in it (JSON Schema Core, sections 4.3.5 and 8.2).

use std::collections::BTreeMap;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use serde_json::Value;

use super::uri;
use crate::diagnostic::{Code, Diagnostic, Place, nearest};
use crate::document::{Document, Version};
use crate::source::Pointer;

/// The resources of a document by their URIs. The document is one; a schema with an `$id` is another.
#[derive(Debug, Default)]
pub(super) struct Resources {
    all: BTreeMap<String, Resource>,
    /// The URIs of the schemas that have one.
    roots: BTreeMap<Pointer, String>,
    /// The URI of the document.
    document: String,
}

#[derive(Debug, Default)]
struct Resource {
    root: Pointer,
    anchors: BTreeMap<String, Anchor>,
}

#[derive(Debug)]
struct Anchor {
    at: Pointer,
    is_dynamic: bool,
}

/// Where a reference leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) pointer: Pointer,
    /// The `$dynamicAnchor` that the reference names.
    pub(super) dynamic: Option<String>,
}

/// Why a reference leads to nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Lost {
    /// No resource of the document has this URI. With the reference that may have been meant.
    Foreign(Option<String>),
    /// The resource has nothing there. With the reference that may have been meant.
    Nowhere(Option<String>),
}

/// What a file's name may not have in a URI.
const NAME: &AsciiSet = &CONTROLS.add(b' ').add(b'#').add(b'?').add(b'%').add(b':');

impl Resources {
    /// The resources of `document`, and what is wrong with their names.
    pub(super) fn of(document: &Document<'_>) -> (Self, Vec<Diagnostic>) {
        let found = format!("file:///{}", utf8_percent_encode(document.file_name(), NAME));
        let own = document.tree.get("$self").and_then(Value::as_str);
        let base = own.map_or_else(|| found.clone(), |own| uri::resolve(&found, own).0);
        let mut resources = Self { document: base.clone(), ..Self::default() };
        resources.all.insert(base, Resource::default());
        let mut wrong = Vec::new();
        if document.version != Version::V3_0 {
            document.each_schema(|pointer, schema| resources.take_id(pointer, schema, &mut wrong));
            document.each_schema(|pointer, schema| resources.take_anchors(pointer, schema, &mut wrong));
        }
        (resources, wrong)
    }

    fn take_id(&mut self, pointer: &Pointer, schema: &Value, wrong: &mut Vec<Diagnostic>) {
        let Some(id) = schema.get("$id").and_then(Value::as_str) else { return };
        let place = Place::Value(pointer.member("$id"));
        let (uri, fragment) = uri::resolve(self.base(pointer), id);
        if !fragment.is_empty() {
            let message = format!("the `$id` {id:?} has a fragment");
            let help = "an `$id` names a whole schema resource; a schema within one has an `$anchor`";
            wrong.push(Diagnostic::new(Code::WrongValue, place, message).help(help));
        } else if self.all.contains_key(&uri) {
            let message = format!("the URI `{uri}` names another schema already");
            wrong.push(
                Diagnostic::new(Code::DuplicateId, place, message).help("give each an `$id` of its own"),
            );
        } else {
            self.all.insert(uri.clone(), Resource { root: pointer.clone(), anchors: BTreeMap::new() });
            self.roots.insert(pointer.clone(), uri);
        }
    }

    fn take_anchors(&mut self, pointer: &Pointer, schema: &Value, wrong: &mut Vec<Diagnostic>) {
        for (keyword, is_dynamic) in [("$anchor", false), ("$dynamicAnchor", true)] {
            let Some(name) = schema.get(keyword).and_then(Value::as_str) else { continue };
            let base = self.base(pointer).to_owned();
            let Some(resource) = self.all.get_mut(&base) else { continue };
            let anchor = resource.anchors.entry(name.to_owned());
            let anchor = anchor.or_insert_with(|| Anchor { at: pointer.clone(), is_dynamic });
            anchor.is_dynamic |= is_dynamic;
            if anchor.at != *pointer {
                let message = format!("the anchor `{name}` names another schema already");
                let diagnostic =
                    Diagnostic::new(Code::DuplicateId, Place::Value(pointer.member(keyword)), message);
                wrong.push(diagnostic.help("give it another name"));
            }
        }
    }

    /// The URI that references at `pointer` are relative to: that of the innermost resource around it.
    pub(super) fn base(&self, pointer: &Pointer) -> &str {
        self.resource_of(pointer).map_or(&self.document, |(_, uri)| uri)
    }

    /// Where the innermost resource around `pointer` begins.
    pub(super) fn root(&self, pointer: &Pointer) -> Pointer {
        self.resource_of(pointer).map(|(root, _)| root).unwrap_or_default()
    }

    fn resource_of(&self, pointer: &Pointer) -> Option<(Pointer, &str)> {
        let mut around = Some(pointer.clone()).filter(|_| !self.roots.is_empty());
        while let Some(pointer) = around {
            if let Some(uri) = self.roots.get(&pointer) {
                return Some((pointer, uri));
            }
            around = pointer.parent();
        }
        None
    }

    /// The `$dynamicAnchor`s of the resource that begins at `root`, and where they stand.
    pub(super) fn dynamic_anchors(&self, root: &Pointer) -> Vec<(String, Pointer)> {
        let uri = self.roots.get(root).unwrap_or(&self.document);
        let anchors = self.all.get(uri).into_iter().flat_map(|resource| &resource.anchors);
        let dynamic = anchors.filter(|(_, anchor)| anchor.is_dynamic);
        dynamic.map(|(name, anchor)| (name.clone(), anchor.at.clone())).collect()
    }

    /// Where `reference`, written at `at`, leads in `tree` (JSON Schema Core, section 8.2.3; OpenAPI 3.1, "Relative References").
    pub(super) fn resolve(&self, tree: &Value, reference: &str, at: &Pointer) -> Result<Target, Lost> {
        let (uri, fragment) = uri::resolve(self.base(at), reference);
        let Some(resource) = self.all.get(&uri).or_else(|| self.all.get(&decoded_like(self, &uri))) else {
            let known = self.roots.values().map(String::as_str);
            return Err(Lost::Foreign(nearest(&uri, known).map(str::to_owned)));
        };
        let fragment = percent_decode_str(fragment).decode_utf8().map_err(|_| Lost::Nowhere(None))?;
        if !fragment.is_empty() && !fragment.starts_with('/') {
            let Some(anchor) = resource.anchors.get(&*fragment) else {
                let known = resource.anchors.keys().map(String::as_str);
                return Err(Lost::Nowhere(nearest(&fragment, known).map(|near| format!("#{near}"))));
            };
            let dynamic = anchor.is_dynamic.then(|| fragment.into_owned());
            return Ok(Target { pointer: anchor.at.clone(), dynamic });
        }
        let inside = Pointer::parse(&fragment).unwrap_or_default();
        let pointer = inside.tokens().fold(resource.root.clone(), |pointer, token| pointer.member(&token));
        if pointer.of(tree).is_some() {
            return Ok(Target { pointer, dynamic: None });
        }
        let depth = resource.root.tokens().count();
        Err(Lost::Nowhere(near(tree, &pointer, depth)))
    }
}

/// The URI of the document where `uri` is the same but for how it is encoded.
fn decoded_like(resources: &Resources, uri: &str) -> String {
    let decoded = |text: &str| percent_decode_str(text).collect::<Vec<u8>>();
    if decoded(uri) == decoded(&resources.document) { resources.document.clone() } else { String::new() }
}

/// What is called much like what `pointer` names and stands beside where that would, as seen from `depth` levels down.
fn near(tree: &Value, pointer: &Pointer, depth: usize) -> Option<String> {
    let (parent, name) = (pointer.parent()?, pointer.tokens().last()?);
    let there = parent.of(tree)?.as_object()?;
    let near = parent.member(nearest(&name, there.keys().map(String::as_str))?);
    let inside = near.tokens().skip(depth).fold(Pointer::root(), |pointer, token| pointer.member(&token));
    Some(format!("#{inside}"))
}
