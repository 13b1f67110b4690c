//! The way from the root of a tree to where a reader is, without an allocation until it is asked for.

use super::Pointer;

#[derive(Clone, Copy)]
pub(super) enum Path<'a> {
    Root,
    Member { of: &'a Path<'a>, name: &'a str },
    Item { of: &'a Path<'a>, index: usize },
}

impl<'a> Path<'a> {
    pub(super) fn member(&'a self, name: &'a str) -> Self {
        Self::Member { of: self, name }
    }

    pub(super) fn item(&'a self, index: usize) -> Self {
        Self::Item { of: self, index }
    }

    pub(super) fn pointer(&self) -> Pointer {
        match self {
            Self::Root => Pointer::root(),
            Self::Member { of, name } => of.pointer().member(name),
            Self::Item { of, index } => of.pointer().item(*index),
        }
    }
}
