//! Path templates (OpenAPI, "Path Templating"), and the operations at each.

use std::collections::{BTreeMap, BTreeSet};

use super::name::{Name, Scope};
use super::operation::{Ids, Method, Operation};
use super::reader::Reader;
use super::security::Security;
use super::segment::{Flaw, Segment};
use crate::diagnostic::{Code, Place};
use crate::document;
use crate::source::Pointer;

/// A path and its operations.
#[derive(Debug)]
pub struct PathItem {
    /// What the path is called in Rust: the name of a variant.
    pub name: Name,
    /// The path itself.
    pub template: Template,
    /// The operations, by the index that they have in the order of the document.
    pub operations: Vec<(Method, usize)>,
}

/// A path template, split at its slashes.
#[derive(Debug, Clone, PartialEq)]
pub struct Template {
    /// As the document has it.
    pub text: String,
    /// The segments, without an empty one at the end.
    pub segments: Vec<Segment>,
    /// Whether the path ends with a slash.
    pub slash: bool,
}

impl Template {
    /// Where the parameter `name` is: the index of its segment, and which of the segment's parameters it is, both counted from 0.
    pub(super) fn find(&self, name: &str) -> Option<(usize, usize)> {
        let in_segment = |segment: &Segment| segment.names().iter().position(|parameter| parameter == name);
        { self.segments.iter().enumerate() }.find_map(|(index, segment)| Some((index, in_segment(segment)?)))
    }

    /// The names of the parameters.
    pub(super) fn parameters(&self) -> impl Iterator<Item = &str> {
        self.segments.iter().flat_map(Segment::names).map(String::as_str)
    }

    /// The template with its parameters' names taken out: what two templates that match the same requests share.
    fn shape(&self) -> (Vec<Segment>, bool) {
        (self.segments.iter().map(Segment::shape).collect(), self.slash)
    }
}

impl<'d> Reader<'d> {
    /// The paths, and the operations in the order of the document.
    pub(super) fn paths(
        &mut self,
        security: &mut Security,
        ids: &mut Ids,
    ) -> (Vec<PathItem>, Vec<Operation>) {
        let mut paths: Vec<PathItem> = Vec::new();
        let mut operations = Vec::new();
        let mut names = Scope::default();
        let document = self.document;
        let mut shapes = BTreeMap::new();
        for (text, pointer) in document.path_items_of("paths") {
            let Some(template) = self.template(text, &pointer) else { continue };
            if let Some(twin) = shapes.insert(template.shape(), text) {
                let message = format!("`{text}` matches the same requests as `{twin}`");
                let help = "put the operations of both under one of them";
                self.report_with_help(Code::DuplicatePath, Place::Key(pointer.clone()), message, help);
            }
            let Some(item) = self.path_item(&pointer) else { continue };
            let found = self.operations(item, &template, &pointer, security, ids);
            let wanted =
                Name::camel(text).unwrap_or_else(|| Name::spelt(if text == "/" { "root" } else { text }));
            let first = operations.len();
            let methods: Vec<(Method, usize)> = found
                .iter()
                .enumerate()
                .map(|(index, operation)| (operation.method.clone(), first + index))
                .collect();
            operations.extend(found);
            if methods.is_empty() {
                continue;
            }
            paths.push(PathItem { name: names.take(&wanted), template, operations: methods });
        }
        (paths, operations)
    }

    /// The path item at `at`, or the one that the references there lead to.
    pub(super) fn path_item(&mut self, at: &Pointer) -> Option<&'d document::PathItem> {
        let document = self.document;
        let (mut at, mut seen) = (at.clone(), Vec::new());
        loop {
            if let Some(item) = document.path_items.get(&at) {
                return Some(item);
            }
            let reference = at.of(document.tree)?.get("$ref")?.as_str()?;
            let target = self.target(reference, &at)?;
            if seen.contains(&target) {
                self.reference_loop(&at, reference);
                return None;
            }
            let is_item =
                |target: &Pointer| target.of(document.tree).is_some_and(|item| item.get("$ref").is_some());
            if !document.path_items.contains_key(&target) && !is_item(&target) {
                let place = Place::Value(at.member("$ref"));
                let what = "a reference to anything but `#/components/pathItems/…` or a path here";
                self.unsupported(place, what, "put what it means there");
                return None;
            }
            seen.push(target.clone());
            at = target;
        }
    }

    fn template(&mut self, text: &str, at: &Pointer) -> Option<Template> {
        let place = || Place::Key(at.clone());
        let Some(rest) = text.strip_prefix('/') else {
            return self.bad_template(place(), "a path begins with a slash");
        };
        if rest.contains(['?', '#']) {
            let help = "a parameter in the query is declared under `parameters`";
            self.report_with_help(
                Code::PathTemplate,
                place(),
                "a path has neither a query nor a fragment",
                help,
            );
            return None;
        }
        let (rest, slash) = if rest.is_empty() {
            (rest, true)
        } else {
            rest.strip_suffix('/').map_or((rest, false), |rest| (rest, true))
        };
        let mut segments = Vec::new();
        for segment in rest.split('/').filter(|_| text != "/") {
            segments.push(self.segment(segment, &place())?);
        }
        let template = Template { text: text.to_owned(), segments, slash };
        self.no_parameter_twice(&template, &place())?;
        Some(template)
    }

    fn segment(&mut self, text: &str, place: &Place) -> Option<Segment> {
        let message = match (text, Segment::of(text)) {
            ("", _) => "an empty segment in a path is removed or kept by clients at will",
            ("." | "..", _) => "clients resolve `.` and `..` before they send a path",
            (_, Ok(segment)) => return Some(segment),
            (_, Err(Flaw::NoName)) => "`{}` names no parameter",
            (_, Err(Flaw::NotUtf8)) => "a path is percent-encoded UTF-8",
            (_, Err(Flaw::Unbalanced)) => "a brace in a path without its partner",
            (_, Err(Flaw::Adjacent)) => "two parameters without text between them cannot be told apart",
        };
        self.bad_template(place.clone(), message)
    }

    fn no_parameter_twice(&mut self, template: &Template, place: &Place) -> Option<()> {
        let mut seen = BTreeSet::new();
        match template.parameters().find(|name| !seen.insert(*name)) {
            Some(name) => {
                self.bad_template(place.clone(), &format!("the parameter `{name}` is twice in the path"))
            }
            None => Some(()),
        }
    }

    fn bad_template<T>(&mut self, place: Place, message: &str) -> Option<T> {
        self.report(Code::PathTemplate, place, message);
        None
    }
}
