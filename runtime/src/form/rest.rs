//! The fields that a type does not name: the schema of `additionalProperties`.

use std::collections::{BTreeMap, BTreeSet};

use super::field::Fields;
use super::{Form, Members};
use crate::decode::{MapRule, NAMES, TextRule};
use crate::problem::{Kind, Problem, Step};

/// Reads the members of an object that were sent in another way than as a form, whatever they are called.
pub(crate) fn map_from_members<R: TextRule>(
    members: &Members,
    rule: &MapRule<R>,
) -> Result<BTreeMap<String, R::Out>, Vec<Problem>> {
    let mut form = Form::of(Fields::of_members(members));
    let read = form.rest_by(rule.value());
    let length = read.as_ref().map(BTreeMap::len);
    let no_way: [Step; 0] = [];
    let holds = length
        .is_some_and(|length| rule.holds(length, &mut |kind, msg| form.note(kind, no_way.clone(), msg)));
    read.filter(|_| holds).ok_or(form.problems)
}

impl Form<'_> {
    /// The fields that were not asked for, by their names, each of which may be there once. `None` where at least one is wrong.
    pub fn rest<R: TextRule>(&mut self, rule: R) -> Option<BTreeMap<String, R::Out>> {
        self.rest_by(&rule)
    }

    fn rest_by<R: TextRule>(&mut self, rule: &R) -> Option<BTreeMap<String, R::Out>> {
        let (mut read, mut twice, mut good) = (BTreeMap::new(), BTreeSet::new(), true);
        // Names are part of the answer, which is not to grow with them.
        let mut names = 0;
        for (name, value) in self.fields.others() {
            let Some(name) = self.fields.text(name) else {
                let way: [Step; 0] = [];
                if std::mem::take(&mut good) {
                    self.note(Kind::StringUnicode, way, format_args!("the names of fields must be UTF-8"));
                }
                continue;
            };
            let name = name.into_owned();
            let mut note = |form: &mut Self, kind, msg: std::fmt::Arguments<'_>| {
                good = false;
                names += name.len();
                if names <= NAMES || form.problems.is_empty() {
                    form.note(kind, [name.clone()], msg);
                }
            };
            if read.contains_key(&name) {
                if twice.insert(name.clone()) {
                    note(self, Kind::Repeated, format_args!("must be there once"));
                }
                continue;
            }
            let value = match self.fields.text(value) {
                Some(text) => rule.read_text(text, &mut |kind, msg| note(self, kind, msg)),
                None => {
                    note(self, Kind::StringUnicode, format_args!("must be UTF-8"));
                    None
                }
            };
            read.insert(name, value);
        }
        let all = read.into_iter().filter_map(|(name, value)| Some((name, value?)));
        good.then(|| all.collect())
    }
}
