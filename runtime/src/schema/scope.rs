//! What a `$dynamicRef` means (JSON Schema Core, section 7.1).

use super::{Anchors, Schema};

/// The resources in which a schema is looked at, from the outermost on; those left out that add no name.
///
/// It is a number, so that two are easily compared: that of the entry for the innermost resource, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Scope(u32);

/// No resource.
pub(super) const OUTERMOST: Scope = Scope(0);

/// All scopes so far.
#[derive(Debug, Default)]
pub(super) struct Scopes {
    entered: Vec<Entered>,
}

#[derive(Debug)]
struct Entered {
    outer: Scope,
    anchors: Anchors,
}

impl Scopes {
    /// The scope inside a resource. As the outermost anchor with a name counts, a resource with known names is nothing
    /// new; so there are never more scopes inside each other than there are names.
    pub(super) fn enter(&mut self, outer: Scope, anchors: Anchors) -> Scope {
        if anchors.iter().all(|(name, _)| self.find(outer, name).is_some()) {
            return outer;
        }
        let same = |entered: &Entered| entered.outer == outer && std::ptr::eq(entered.anchors, anchors);
        let place = self.entered.iter().position(same).unwrap_or_else(|| {
            self.entered.push(Entered { outer, anchors });
            self.entered.len() - 1
        });
        Scope(place as u32 + 1)
    }

    /// The schema with an anchor, in the outermost resource that has one of this name.
    pub(super) fn find(&self, mut scope: Scope, anchor: &str) -> Option<&'static Schema> {
        let mut found = None;
        while let Some(entered) = self.entered.get((scope.0 as usize).wrapping_sub(1)) {
            let here = entered.anchors.iter().find(|(name, _)| *name == anchor);
            found = here.map(|(_, schema)| *schema).or(found);
            scope = entered.outer;
        }
        found
    }
}
