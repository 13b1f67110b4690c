//! The members of an object, found by hashing.

use std::borrow::Cow;
use std::collections::HashMap;

use super::document::Document;

/// The members of an object by their names.
#[derive(Debug)]
pub(super) struct ByName<'d> {
    members: HashMap<Cow<'d, str>, Member>,
}

#[derive(Debug)]
struct Member {
    value: u32,
    asked: bool,
}

impl<'d> ByName<'d> {
    /// Of a repeated name, the first member.
    pub(super) fn of(document: &'d Document<'d>, names: impl Iterator<Item = u32>) -> Self {
        let mut members = HashMap::new();
        for name in names {
            let member = Member { value: name + 1, asked: false };
            members.entry(document.string(name).unwrap_or_default()).or_insert(member);
        }
        Self { members }
    }

    /// The value of a member, which is thereby asked for.
    pub(super) fn ask(&mut self, name: &str) -> Option<u32> {
        let member = self.members.get_mut(name)?;
        member.asked = true;
        Some(member.value)
    }

    /// Whether all members were asked for.
    pub(super) fn all_asked(&self) -> bool {
        self.members.values().all(|member| member.asked)
    }

    /// Whether a value is that of a member that was not asked for.
    pub(super) fn is_left(&self, name: &str, value: u32) -> bool {
        self.members.get(name).is_some_and(|member| member.value == value && !member.asked)
    }
}
