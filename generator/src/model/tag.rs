//! Tags: which operations stand together in one trait.

use super::doc::Doc;
use super::name::{Name, Scope};
use super::operation::Operation;
use super::reader::Reader;
use crate::document::Webhooks;

/// The operations of one tag, or those without a tag.
#[derive(Debug)]
pub struct Group {
    /// The tag, or `None` for the operations without one.
    pub tag: Option<String>,
    /// What the trait is called.
    pub name: Name,
    /// What the file is called.
    pub module: Name,
    /// The description of the tag.
    pub doc: Doc,
    /// The operations, each with its index in the order of the document.
    pub operations: Vec<(usize, Operation)>,
}

/// Files that the output has anyway, and names that are no files on Windows.
const RESERVED: [&str; 11] =
    ["api", "aux", "con", "document", "mod", "nul", "prn", "schemas", "security", "server", "types"];

impl Reader<'_> {
    /// The operations by their first tags: those without one first, then the tags in the order of the document.
    pub(super) fn groups(&mut self, operations: Vec<Operation>) -> Vec<Group> {
        let mut modules = Scope::with(&RESERVED);
        if self.document.webhooks == Webhooks::Requests {
            modules = Scope::with(&[&RESERVED[..], &["webhooks"]].concat());
        }
        let mut groups: Vec<Group> = Vec::new();
        if operations.iter().any(|operation| operation.tag.is_none()) {
            groups.push(self.group(None, &mut modules));
        }
        for (index, operation) in operations.into_iter().enumerate() {
            let found = groups.iter().position(|group| group.tag == operation.tag);
            let position = found.unwrap_or_else(|| {
                groups.push(self.group(operation.tag.clone(), &mut modules));
                groups.len() - 1
            });
            if let Some(group) = groups.get_mut(position) {
                group.operations.push((index, operation));
            }
        }
        groups
    }

    fn group(&mut self, tag: Option<String>, modules: &mut Scope) -> Group {
        let text = tag.as_deref().unwrap_or("Api");
        let camel = Name::camel(text).unwrap_or_else(|| Name::spelt(text));
        let module = match &tag {
            None => Name::snake("api"),
            Some(_) => {
                Name::snake(text).or_else(|| Name::snake(camel.as_str())).map(|name| modules.take(&name))
            }
        };
        let described =
            self.document.skeleton.tags.iter().find(|declared| Some(&declared.name) == tag.as_ref());
        let doc = Doc::of([described.and_then(|tag| tag.description.as_deref())]);
        let name = self.take_type(&camel, "Api");
        let module = module.unwrap_or_else(|| camel.clone());
        Group { tag, name, module, doc, operations: Vec::new() }
    }
}
