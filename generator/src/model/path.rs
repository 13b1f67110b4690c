//! Path templates (OpenAPI, "Path Templating"), and the operations at each.

use std::collections::BTreeMap;

use super::name::{Name, Scope};
use super::operation::{Ids, Method, Operation};
use super::reader::Reader;
use super::security::Security;
use crate::diagnostic::{Code, Place};
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

/// One segment of a path template.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Segment {
    /// Text that must be there, percent-decoded.
    Literal(String),
    /// A parameter that fills the segment, by its name.
    Parameter(String),
}

impl Template {
    /// The index of the segment that the parameter `name` fills, counted from 0.
    pub fn index(&self, name: &str) -> Option<usize> {
        self.segments
            .iter()
            .position(|segment| matches!(segment, Segment::Parameter(parameter) if parameter == name))
    }

    /// The names of the parameters.
    pub(super) fn parameters(&self) -> impl Iterator<Item = &str> {
        self.segments.iter().filter_map(|segment| match segment {
            Segment::Parameter(name) => Some(name.as_str()),
            Segment::Literal(_) => None,
        })
    }

    /// The template with its parameters' names taken out: what two templates that match the same requests share.
    fn shape(&self) -> (Vec<Option<String>>, bool) {
        let segments = self.segments.iter().map(|segment| match segment {
            Segment::Literal(text) => Some(text.clone()),
            Segment::Parameter(_) => None,
        });
        (segments.collect(), self.slash)
    }
}

impl<'d> Reader<'d> {
    /// The paths, and the operations in the order of the document.
    pub(super) fn paths(&mut self, security: &mut Security) -> (Vec<PathItem>, Vec<Operation>) {
        let mut paths: Vec<PathItem> = Vec::new();
        let mut operations = Vec::new();
        let mut names = Scope::default();
        let at = Pointer::root().member("paths");
        let document = self.document;
        let mut ids = Ids::default();
        let mut shapes = BTreeMap::new();
        for (text, item) in &document.skeleton.paths.paths {
            let pointer = at.member(text);
            let Some(template) = self.template(text, &pointer) else { continue };
            if let Some(twin) = shapes.insert(template.shape(), text) {
                let message = format!("`{text}` matches the same requests as `{twin}`");
                let help = "put the operations of both under one of them";
                self.report_with_help(Code::DuplicatePath, Place::Key(pointer.clone()), message, help);
            }
            let Some(item) = item.as_item() else { continue };
            let found = self.operations(item, &template, &pointer, security, &mut ids);
            let wanted =
                Name::camel(text).unwrap_or_else(|| Name::spelt(if text == "/" { "root" } else { text }));
            let first = operations.len();
            let methods: Vec<(Method, usize)> = found
                .iter()
                .enumerate()
                .map(|(index, operation)| (operation.method, first + index))
                .collect();
            operations.extend(found);
            if methods.is_empty() {
                continue;
            }
            paths.push(PathItem { name: names.take(&wanted), template, operations: methods });
        }
        (paths, operations)
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
        let decoded = percent_encoding::percent_decode_str(text).decode_utf8();
        match text {
            "" => self.bad_template(
                place.clone(),
                "an empty segment in a path is removed or kept by clients at will",
            ),
            "." | ".." => {
                self.bad_template(place.clone(), "clients resolve `.` and `..` before they send a path")
            }
            "{}" => self.bad_template(place.clone(), "`{}` names no parameter"),
            _ if !text.contains(['{', '}']) => match decoded {
                Ok(text) => Some(Segment::Literal(text.into_owned())),
                Err(_) => self.bad_template(place.clone(), "a path is percent-encoded UTF-8"),
            },
            _ => match whole(text) {
                Whole::Parameter(name) => Some(Segment::Parameter(name.to_owned())),
                Whole::Several => {
                    self.unsupported(
                        place.clone(),
                        "a segment that is more than one parameter",
                        "let the parameter fill the segment",
                    );
                    None
                }
                Whole::Unbalanced => {
                    self.bad_template(place.clone(), "a brace in a path without its partner")
                }
            },
        }
    }

    fn no_parameter_twice(&mut self, template: &Template, place: &Place) -> Option<()> {
        for (index, segment) in template.segments.iter().enumerate() {
            if let Segment::Parameter(name) = segment
                && template.index(name) != Some(index)
            {
                return self
                    .bad_template(place.clone(), &format!("the parameter `{name}` is twice in the path"));
            }
        }
        Some(())
    }

    fn bad_template<T>(&mut self, place: Place, message: &str) -> Option<T> {
        self.report(Code::PathTemplate, place, message);
        None
    }
}

/// What a segment with braces is.
enum Whole<'t> {
    Parameter(&'t str),
    Several,
    Unbalanced,
}

fn whole(text: &str) -> Whole<'_> {
    let mut open = false;
    for c in text.chars() {
        match (c, open) {
            ('{', false) => open = true,
            ('}', true) => open = false,
            ('{', true) | ('}', false) => return Whole::Unbalanced,
            _ => {}
        }
    }
    if open {
        return Whole::Unbalanced;
    }
    match text.strip_prefix('{').and_then(|text| text.strip_suffix('}')) {
        Some(name) if !name.contains(['{', '}']) => Whole::Parameter(name),
        _ => Whole::Several,
    }
}
