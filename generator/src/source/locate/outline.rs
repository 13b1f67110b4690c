//! The nodes of a text as they are written, in one flat list.

use std::collections::HashMap;

use crate::source::text::Span;

/// The nodes of a text in the order of the text, a collection before what is in it.
#[derive(Debug, Default)]
pub(super) struct Outline {
    nodes: Vec<Node>,
    /// The texts of those keys that are not spelt as they read.
    names: HashMap<usize, String>,
    /// The collections that are still open.
    open: Vec<Open>,
}

#[derive(Debug)]
pub(super) struct Node {
    pub(super) kind: Kind,
    pub(super) span: Span,
    /// The index of the node that comes after this one and all that is in it.
    after: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Scalar,
    /// A list.
    Sequence,
    /// Keys and values by turns.
    Mapping,
    /// Another node stands here, by its index.
    Alias(usize),
}

#[derive(Debug)]
struct Open {
    node: usize,
    children: usize,
}

impl Outline {
    /// Adds a collection that goes on until [`Outline::close`]. The index of the new node comes back.
    pub(super) fn open(&mut self, kind: Kind, start: usize) -> usize {
        let node = self.leaf(kind, start..start);
        self.open.push(Open { node, children: 0 });
        node
    }

    pub(super) fn close(&mut self, end: usize) {
        let after = self.nodes.len();
        if let Some(open) = self.open.pop()
            && let Some(node) = self.nodes.get_mut(open.node)
        {
            node.span.end = end.max(node.span.start);
            node.after = after;
        }
    }

    /// Adds a node without others in it. Its index comes back.
    pub(super) fn leaf(&mut self, kind: Kind, span: Span) -> usize {
        if let Some(open) = self.open.last_mut() {
            open.children += 1;
        }
        let node = self.nodes.len();
        self.nodes.push(Node { kind, span, after: node + 1 });
        node
    }

    /// Remembers what the scalar `node` reads as.
    pub(super) fn name(&mut self, node: usize, name: String) {
        self.names.insert(node, name);
    }

    /// Whether the next node is a key.
    pub(super) fn expects_key(&self) -> bool {
        self.in_mapping().is_some_and(|children| children % 2 == 0)
    }

    /// The key of which the next node is the value.
    pub(super) fn last_key(&self) -> Option<&Node> {
        self.in_mapping().filter(|children| children % 2 == 1).and(self.nodes.last())
    }

    fn in_mapping(&self) -> Option<usize> {
        let open = self.open.last()?;
        (self.get(open.node)?.kind == Kind::Mapping).then_some(open.children)
    }

    /// Closes what is open where the text breaks off.
    pub(super) fn finish(mut self, end: usize) -> Self {
        while !self.open.is_empty() {
            self.close(end);
        }
        self
    }

    pub(super) fn get(&self, node: usize) -> Option<&Node> {
        self.nodes.get(node)
    }

    /// The node itself, or the one that an alias stands for.
    pub(super) fn target(&self, node: usize) -> usize {
        match self.get(node).map(|node| node.kind) {
            Some(Kind::Alias(target)) => target,
            _ => node,
        }
    }

    /// The text that the key `node` reads as.
    pub(super) fn key_text<'a>(&'a self, text: &'a str, node: usize) -> Option<&'a str> {
        let node = self.target(node);
        if let Some(name) = self.names.get(&node) {
            return Some(name);
        }
        let written = text.get(self.get(node)?.span.clone())?;
        let quoted = |quote| written.strip_prefix(quote)?.strip_suffix(quote);
        Some(quoted('"').or_else(|| quoted('\'')).unwrap_or(written))
    }

    /// The indices of the nodes directly in `node`.
    pub(super) fn children(&self, node: usize) -> impl Iterator<Item = usize> {
        let after = self.get(node).map_or(0, |node| node.after);
        let mut next = node + 1;
        std::iter::from_fn(move || {
            let child = Some(next).filter(|child| *child < after)?;
            next = self.get(child)?.after;
            Some(child)
        })
    }

    /// The indices of the keys and values directly in `node`.
    pub(super) fn members(&self, node: usize) -> impl Iterator<Item = (usize, usize)> {
        let mut children = self.children(node);
        std::iter::from_fn(move || Some((children.next()?, children.next()?)))
    }
}
