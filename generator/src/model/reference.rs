//! References: from a `$ref` to what it means.

use indexmap::IndexMap;
use openapiv3::ReferenceOr;

use super::reader::Reader;
use super::resource::{Lost, Target};
use crate::diagnostic::{Code, Place};
use crate::source::Pointer;

impl<'d> Reader<'d> {
    /// The place in this document that `reference`, written at `at`, leads to; anything else is reported.
    pub(super) fn target(&mut self, reference: &str, at: &Pointer) -> Option<Pointer> {
        self.target_of("$ref", reference, at).map(|target| target.pointer)
    }

    /// The schema that `reference` leads to, the value of `keyword` in the schema at `at`; anything else is reported.
    pub(super) fn schema_target(&mut self, keyword: &str, reference: &str, at: &Pointer) -> Option<Target> {
        let target = self.target_of(keyword, reference, at)?;
        if !self.document.is_schema(&target.pointer) {
            self.unsupported(
                Place::Value(at.member(keyword)),
                &format!("the reference `{reference}`, to where the specification has no schema,"),
                "put the schema under `components/schemas`",
            );
            return None;
        }
        Some(target)
    }

    fn target_of(&mut self, keyword: &str, reference: &str, at: &Pointer) -> Option<Target> {
        let place = Place::Value(at.member(keyword));
        match self.resources.resolve(self.document.tree, reference, at) {
            Ok(target) => return Some(target),
            Err(Lost::Foreign(near)) => {
                let message = format!("the reference `{reference}` leads out of the document");
                let help = near.map_or_else(
                    || {
                        "references to other files are not supported yet; put what it means under `components`"
                            .to_owned()
                    },
                    |near| format!("did you mean `{near}`?"),
                );
                self.report_with_help(Code::ForeignReference, place, message, help);
            }
            Err(Lost::Nowhere(near)) => {
                let message = format!("the reference `{reference}` leads nowhere");
                let help =
                    near.map_or_else(|| self.help_for_nowhere(at), |near| format!("did you mean `{near}`?"));
                self.report_with_help(Code::DanglingReference, place, message, help);
            }
        }
        None
    }

    fn help_for_nowhere(&self, at: &Pointer) -> String {
        let root = self.resources.root(at);
        if root == Pointer::root() {
            return "declare what it means, under that name".to_owned();
        }
        format!("references here are from the schema at `{root}` on, which has an `$id`")
    }

    /// The place in this document that `reference`, written at `at`, leads to, if it is there.
    pub(super) fn leads_to(&self, reference: &str, at: &Pointer) -> Option<Pointer> {
        let target = self.resources.resolve(self.document.tree, reference, at);
        target.ok().map(|target| target.pointer)
    }

    /// The `$dynamicAnchor` that `reference`, written at `at`, names.
    pub(super) fn dynamic_anchor(&self, reference: &str, at: &Pointer) -> Option<String> {
        self.resources.resolve(self.document.tree, reference, at).ok()?.dynamic
    }

    /// The object itself, and where it stands, behind any number of references into `components`.
    pub(super) fn resolve<T>(
        &mut self,
        item: &'d ReferenceOr<T>,
        components: Option<&'d IndexMap<String, ReferenceOr<T>>>,
        section: &str,
        at: Pointer,
    ) -> Option<(&'d T, Pointer)> {
        let (mut item, mut at, mut seen) = (item, at, Vec::new());
        let parent = Pointer::root().member("components").member(section);
        loop {
            let reference = match item {
                ReferenceOr::Item(object) => return Some((object, at)),
                ReferenceOr::Reference { reference } => reference,
            };
            let target = self.target(reference, &at)?;
            if seen.contains(&target) {
                self.reference_loop(&at, reference);
                return None;
            }
            let name = target.tokens().last().map(std::borrow::Cow::into_owned).unwrap_or_default();
            let found = components
                .filter(|_| target.parent().as_ref() == Some(&parent))
                .and_then(|map| map.get(&name));
            let Some(found) = found else {
                let place = Place::Value(at.member("$ref"));
                self.unsupported(
                    place,
                    &format!("a reference to anything but `#/components/{section}/…` here"),
                    "put what it means there",
                );
                return None;
            };
            seen.push(target.clone());
            (item, at) = (found, target);
        }
    }

    /// Reports that `reference`, written at `at`, leads back to itself.
    pub(super) fn reference_loop(&mut self, at: &Pointer, reference: &str) {
        let place = Place::Value(at.member("$ref"));
        self.report(Code::ReferenceLoop, place, format!("the reference `{reference}` leads back to itself"));
    }
}
